/** Before a case is closed: which steps are still open, and whose they are. */
import { isAf } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Ketenscherm } from './scherm.ts'
import type { Vormnaam } from './vormen.ts'
import { dagKort, eigenaarnaam, stapnaam } from './woorden.ts'

const sluitend: readonly Vormnaam[] = ['sluiting-vragen', 'sluiten-met-ja', 'sluiten-met-reden', 'ja']

export function nogOpen(scherm: Ketenscherm, naam: Vormnaam): Html | undefined {
  const { t } = scherm.verzoek.context.spraak
  const open = scherm.beeld.zicht.stappen.filter(({ stand }) => !isAf(stand))
  if (!sluitend.includes(naam) || open.length === 0) return undefined
  return html`<section class="vd-note vd-stack" aria-labelledby="nog-open"><h2 id="nog-open">${t('loket.sluiten.nog_open', { n: open.length })}</h2>
<ul class="vd-list">${open.map(({ stap, eigenaar, termijn }) => html`<li>${stapnaam(scherm, stap)} (${eigenaarnaam(scherm, eigenaar)}, ${t('loket.stap.voor', { dag: dagKort(scherm.verzoek, termijn) })})</li>`)}</ul>
<p>${t(`loket.sluiten.nog_open_${scherm.kant === 'mijn' ? 'mijn' : 'balie'}`)}</p></section>`
}
