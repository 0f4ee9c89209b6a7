import type { Maandwissel } from '../../../rechten/index.ts'
import type { Spraak } from '../../ui/spraak.ts'
import { hoofdletter } from './vraagtekst.ts'

/** Why an amount changes, in the visitor's language; the engine says it in Dutch. */
export function oorzaaktekst(spraak: Spraak, { soort, oorzaak }: Maandwissel): string {
  const { t } = spraak
  const jarig = /^(U|Uw partner|Kind|Medebewoner)(?: (\d+))? wordt (\d+)\.$/.exec(oorzaak)
  if (soort === 'verjaardag' && jarig) {
    const [, wie, n = '1', leeftijd = ''] = jarig
    if (wie === 'U') return t('figuur.oorzaak.u_verjaardag', { leeftijd })
    const sleutel = wie === 'Kind' ? 'kind' : wie === 'Uw partner' ? 'partner' : 'medebewoner'
    const naam = sleutel === 'partner' ? t('vraag.wie.partner') : t(`vraag.wie.${sleutel}`, { n: Number(n) })
    return hoofdletter(t('figuur.oorzaak.verjaardag', { wie: naam, leeftijd }))
  }
  return t(`figuur.oorzaak.${soort}`)
}
