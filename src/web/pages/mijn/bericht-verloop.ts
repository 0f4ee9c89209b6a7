import {
  type Bericht,
  isMelding,
  type Meldoordeel,
  meldoordeelVan,
  type Verloop,
  type Zending,
} from '../../../kanalen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import type { Verzoek } from '../../verzoek.ts'
import { tijdstip } from './bericht-woorden.ts'

interface Regel {
  readonly op: Date
  readonly tekst: string
}

/** Of one message, as far as this says something about it. */
export interface Verlopend {
  readonly bericht: Pick<Bericht, 'verstuurd' | 'geopend'> & {
    readonly inhoud: Pick<Bericht['inhoud'], 'alleenSnel'>
  }
  readonly verloop: Verloop | undefined
}

/**
 * When it was sent, when they were told of it, when it was opened: what somebody can show (Awb 2:25); and what the law
 * says of the notice. A professional reads the same, in words about somebody else.
 */
export function verloopDeel(
  { context, nu }: Verzoek,
  { bericht, verloop }: Verlopend,
  voor: 'inwoner' | 'balie' = 'inwoner',
): Html {
  const { t } = context.spraak
  const regels: readonly Regel[] = [
    { op: bericht.verstuurd, tekst: t('berichten.verloop.inbox') },
    ...(verloop?.zendingen ?? []).flatMap((zending) => regelVan(t, zending) ?? []),
    ...(bericht.geopend === undefined
      ? []
      : [{ op: bericht.geopend, tekst: t('berichten.verloop.geopend') }]),
  ].toSorted((a, b) => a.op.getTime() - b.op.getTime())
  const telt = verloop?.moment
  const oordeel = verloop && meldoordeelVan(verloop.zendingen, bericht, nu)
  return html`<section class="vd-section"><h2>${t('berichten.verloop.titel')}</h2>
<ul class="vd-list">${regels.map(({ op, tekst }) => html`<li>${tijdstip(context, op)}: ${tekst}</li>`)}</ul>
${
  telt !== undefined &&
  html`<p>${t(telt.isTweede ? 'berichten.verloop.telt_tweede' : 'berichten.verloop.telt', { moment: tijdstip(context, telt.op), hoe: t(`berichten.verloop.kanaal.${telt.kanaal}`) })}</p>`
}${oordeel && meldingDeel(context, oordeel, voor === 'balie' ? '_balie' : '')}</section>`
}

/** Whether the notice was in time and arrived, and what follows for who was late (Awb 2:10, 2:11, 2:22). */
function meldingDeel(context: Verzoek['context'], oordeel: Meldoordeel, wie: '' | '_balie'): Html {
  const { t } = context.spraak
  const kop = html`<h3>${t('berichten.melding.titel')}</h3>`
  if (oordeel.soort === 'geweigerd') return html`${kop}<p>${t(`berichten.melding.geweigerd${wie}`)}</p>`
  const { gemeld, kwamAan, anders, uiterlijk, verschoonbaar } = oordeel
  const isTeLaat = oordeel.oordeel === 'te-laat'
  const moment = (op: Date) => ({ moment: tijdstip(context, op) })
  const wanneer =
    gemeld !== undefined
      ? t(`berichten.melding.${isTeLaat ? 'te-laat' : 'op-tijd'}`, moment(gemeld))
      : isTeLaat
        ? t('berichten.melding.geen')
        : t('berichten.melding.nog', moment(uiterlijk))
  const hoe = kwamAan === 'onbekend' ? 'stil' : kwamAan ? 'aan' : 'terug'
  return html`${kop}<p>${wanneer}${gemeld !== undefined && html` ${t(`berichten.melding.${hoe}`)}`}${anders !== undefined && html` ${t('berichten.melding.anders', moment(anders))}`}</p>
${verschoonbaar !== undefined && verschoonbaar !== false && html`<p>${t(`berichten.melding.${verschoonbaar === true ? 'ja' : 'onbekend'}${wie}`)}</p>`}`
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
