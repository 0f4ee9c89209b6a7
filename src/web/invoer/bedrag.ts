/**
 * An amount as people write it, to integer cents: `€ 1.234,56`, `1234`, `1.234`, `1,234.56`, `1 234,5`,
 * `1234,-`, `2500 euro`, `$ 300`, `-500`. A last separator with one or two digits after it is the decimal one;
 * anything with three digits after it groups thousands.
 */
export type BedragUitslag =
  | { readonly status: 'ok'; readonly cents: number }
  | { readonly status: 'leeg' | 'geen-bedrag' }

const HOOGSTENS_TEKENS = 40

export function leesBedrag(tekst: string): BedragUitslag {
  if (tekst.trim() === '') return { status: 'leeg' }
  if (tekst.length > HOOGSTENS_TEKENS) return { status: 'geen-bedrag' }
  const kaal = tekst
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(euro|eur|dollar|dòler|usd|us|€|\$)/g, '')
    .replace(/[\s']/g, '')
    .replace(/[−–]/g, '-')
    .replace(/[.,](-+|=)$/, '')
  const deel = /^([+-]?)(\d[\d.,]*|[.,]\d+)(-?)$/.exec(kaal)
  if (!deel) return { status: 'geen-bedrag' }
  const cijfers = leesCijfers(deel[2] ?? '')
  if (cijfers === undefined) return { status: 'geen-bedrag' }
  return { status: 'ok', cents: deel[1] === '-' ? 0 - cijfers : cijfers }
}

function leesCijfers(tekst: string): number | undefined {
  const einde = /^(.*?)[.,](\d{1,2})$/.exec(tekst)
  const geheel = einde ? (einde[1] ?? '') : tekst.replace(/[.,]$/, '')
  const centen = (einde?.[2] ?? '').padEnd(2, '0')
  const isGegroepeerd = /^\d{1,3}([.,]\d{3})+$/.test(geheel)
  // One kind of grouping only: 1.234,567 is neither thousands nor decimals.
  const tekens = new Set(geheel.replace(/\d/g, ''))
  if (geheel !== '' && !/^\d+$/.test(geheel) && (!isGegroepeerd || tekens.size > 1)) return undefined
  const waarde = Number(`${geheel.replace(/\D/g, '')}${centen}`)
  // Digits they are: whoever reads this has a limit far below, and then says «or lower».
  return Math.min(waarde, Number.MAX_SAFE_INTEGER)
}
