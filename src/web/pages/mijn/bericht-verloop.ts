import { type Bericht, isMelding, type Verloop, type Zending } from '../../../kanalen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Verzoek } from '../../verzoek.ts'
import { tijdstip } from './bericht-woorden.ts'

interface Regel {
  readonly op: Date
  readonly tekst: string
}

/** When it was sent, when they were told of it, when it was opened: what somebody can show (Awb 2:25). */
export function verloopDeel({ context }: Verzoek, bericht: Bericht, verloop: Verloop | undefined): Html {
  const { t } = context.spraak
  const regels: readonly Regel[] = [
    { op: bericht.verstuurd, tekst: t('berichten.verloop.inbox') },
    ...(verloop?.zendingen ?? []).flatMap((zending) => regelVan(t, zending) ?? []),
    ...(bericht.geopend === undefined
      ? []
      : [{ op: bericht.geopend, tekst: t('berichten.verloop.geopend') }]),
  ].toSorted((a, b) => a.op.getTime() - b.op.getTime())
  const telt = verloop?.moment
  return html`<section class="vd-section"><h2>${t('berichten.verloop.titel')}</h2>
<ul class="vd-list">${regels.map(({ op, tekst }) => html`<li>${tijdstip(context, op)}: ${tekst}</li>`)}</ul>
${
  telt !== undefined &&
  html`<p>${t(telt.isTweede ? 'berichten.verloop.telt_tweede' : 'berichten.verloop.telt', { moment: tijdstip(context, telt.op), hoe: t(`berichten.verloop.kanaal.${telt.kanaal}`) })}</p>`
}</section>`
}

/** What is still on its way says nothing yet. The inbox itself stands above. */
function regelVan(t: Verzoek['context']['spraak']['t'], zending: Zending): Regel | undefined {
  const { kanaal, stand, verzonden, gemaakt } = zending
  if (kanaal === 'berichtenbox' || ['gemaakt', 'bezig', 'klaar'].includes(stand)) return undefined
  const hoe = t(`berichten.verloop.kanaal.${kanaal}`)
  const isMis = stand === 'mislukt' || stand === 'retour'
  const wat = isMis ? 'mislukt' : isMelding(kanaal) ? 'gemeld' : 'verstuurd'
  return { op: verzonden ?? gemaakt, tekst: t(`berichten.verloop.${wat}`, { hoe }) }
}
