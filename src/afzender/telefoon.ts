/** A number as it is dialled from everywhere: `+31201234567`, or `14020`, which only works within the country. */
export type Telefoonnummer = string & { readonly __telefoon: unique symbol }

/**
 * However people write it: with spaces, dots, slashes, brackets, `(0)`, `0031`. Without a country it is Dutch. Seven
 * digits, as people write them on the islands, belong to nobody for certain and give nothing.
 */
export function leesTelefoonnummer(tekst: string): Telefoonnummer | undefined {
  const kaal = tekst
    .trim()
    .replace(/^(tel|telefoon|sms):?/i, '')
    .replace(/^\s*(\+|00)(\s*\d[\d\s]{0,3}?)\s*\(0\)/, '+$2')
    .replace(/[\s().\-–/]/g, '')
  if (!/^\+?\d{5,17}$/.test(kaal)) return undefined
  const internationaal = kaal.startsWith('+') ? kaal.slice(1) : /^00(\d+)$/.exec(kaal)?.[1]
  if (internationaal !== undefined) {
    if (internationaal.startsWith('31')) return vanNederland(internationaal.slice(2).replace(/^0/, ''))
    return /^[1-9]\d{7,14}$/.test(internationaal) ? als(`+${internationaal}`) : undefined
  }
  if (/^140\d{2,3}$/.test(kaal)) return als(kaal)
  return kaal.startsWith('0') ? vanNederland(kaal.slice(1)) : undefined
}

/** Without the leading zero: nine digits, or a number for information with four or seven behind 800 or 90x. */
function vanNederland(nummer: string): Telefoonnummer | undefined {
  const isInfo = /^(800|90[0-9])(\d{4}|\d{7})$/.test(nummer)
  return isInfo || /^[1-9]\d{8}$/.test(nummer) ? als(`+31${nummer}`) : undefined
}

function als(nummer: string): Telefoonnummer {
  return nummer as Telefoonnummer // checked by who asks
}

/** As people in the Netherlands write it: `0900 1234567`, `14 020`, `0201234567`; of elsewhere with its country. */
export function schrijfTelefoonnummer(nummer: Telefoonnummer): string {
  const info = /^\+31(800|90[0-9])(\d+)$/.exec(nummer)
  if (info !== null) return `0${info[1]} ${info[2]}`
  if (nummer.startsWith('+31')) return `0${nummer.slice(3)}`
  return nummer.startsWith('14') ? `14 ${nummer.slice(2)}` : nummer
}

/** The same digits behind a prefix that costs money: `0800 0543` and `0900 0543`. */
export function andereTarieven(nummer: Telefoonnummer): readonly Telefoonnummer[] {
  const rest = /^\+31(?:800|90[0-9])(\d+)$/.exec(nummer)?.[1]
  if (rest === undefined) return []
  return ['800', '900', '906', '909'].map((kop) => als(`+31${kop}${rest}`)).filter((een) => een !== nummer)
}
