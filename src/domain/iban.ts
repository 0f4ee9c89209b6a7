/** An IBAN as it goes over the wire: capitals and digits, checked (ISO 13616, mod 97). */
export type Iban = string & { readonly __iban: unique symbol }

/** However it is written: with spaces or dots, in any case. `undefined` when a character is wrong or missing. */
export function parseIban(tekst: string): Iban | undefined {
  const iban = tekst.replace(/[\s.-]/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) || restVan(iban) !== 1) return undefined
  if (iban.startsWith('NL') && iban.length !== 18) return undefined
  return iban as Iban // checked just now
}

function restVan(iban: string): number {
  let rest = 0
  for (const teken of iban.slice(4) + iban.slice(0, 4)) {
    const waarde = Number.parseInt(teken, 36)
    rest = (rest * (waarde > 9 ? 100 : 10) + waarde) % 97
  }
  return rest
}
