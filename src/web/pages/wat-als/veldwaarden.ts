import type { WatAls } from '../../../rechten/index.ts'
import type { Beeld } from '../rechten/beeld.ts'
import type { Veld } from './velden.ts'

/** A change as it stands in the fields of its form. */
export function veldwaarden(
  { corpus }: Beeld,
  velden: readonly Veld[],
  waarden: WatAls['waarden'],
): Readonly<Record<string, string>> {
  const uit: Record<string, string> = {}
  for (const { id, soort } of velden) {
    const waarde = waarden[id]
    if (waarde === undefined) continue
    if (soort === 'datum') {
      const [jaar = '', maand = '', dag = ''] = String(waarde).split('-')
      uit[`${id}-jaar`] = jaar
      uit[`${id}-maand`] = String(Number(maand))
      uit[`${id}-dag`] = String(Number(dag))
    } else if (soort === 'geld') uit[id] = bedragInVeld(Number(waarde))
    else if (soort === 'plaats') uit[id] = corpus.gebieden.get(String(waarde))?.naam ?? ''
    else if (soort === 'ja-nee') uit[id] = waarde === true ? 'ja' : 'nee'
    else uit[id] = String(waarde)
  }
  return uit
}

function bedragInVeld(cents: number): string {
  const rest = Math.abs(cents) % 100
  const geheel = Math.trunc(Math.abs(cents) / 100)
  return `${cents < 0 ? '-' : ''}${geheel}${rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`}`
}
