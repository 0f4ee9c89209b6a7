/** A number as people write it: `12`, `12,5`, `12.5`. Money has rules of its own in bedrag.ts. */
export type GetalUitslag =
  | { readonly status: 'ok'; readonly waarde: number }
  | { readonly status: 'leeg' | 'geen-getal' | 'heel-getal' }

export function leesGetal(tekst: string, decimalen: number): GetalUitslag {
  const kaal = tekst.trim().replace(',', '.')
  if (kaal === '') return { status: 'leeg' }
  const deel = /^-?\d{1,9}(?:\.(\d{1,4}))?$/.exec(kaal)
  if (!deel) return { status: 'geen-getal' }
  const cijfers = (deel[1] ?? '').replace(/0+$/, '').length
  if (cijfers > decimalen) return { status: decimalen === 0 ? 'heel-getal' : 'geen-getal' }
  return { status: 'ok', waarde: Number(kaal) }
}
