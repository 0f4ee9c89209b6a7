/** What a case says of itself, in words: whose words they are, and of each date which kind it is. */
import { datumOp } from '../../../kalender/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import type { Verwachting, Woorden, Zaakbeeld } from '../../../zaken/index.ts'
import type { Spraak } from '../../ui/spraak.ts'
import { woorden } from '../gebeurtenissen/woorden.ts'
import { moment, tijdOp } from '../mijn/kader.ts'
import type { Scherm } from './scherm.ts'

export interface Gezegd {
  readonly tekst: string
  /** The language the text is really in, when it is not that of the page. */
  readonly lang: string | undefined
  readonly isVanBron: boolean
}

/** Organisations write Dutch. */
export function zeg(spraak: Spraak, wat: Woorden): Gezegd {
  if (wat.van === 'ons') return { ...woorden(spraak, wat.tekst), isVanBron: false }
  return { tekst: wat.tekst, lang: spraak.taal === 'nl' ? undefined : 'nl', isVanBron: true }
}

/** A sentence of ours as it is; one of the organisation between quotes, with whose it is. */
export function zin({ context: { spraak } }: Scherm, wat: Woorden): Html {
  const { tekst, lang, isVanBron } = zeg(spraak, wat)
  if (!isVanBron) return html`<span${attrs({ lang })}>${tekst}</span>`
  return html`<q${attrs({ lang })}>${tekst}</q> <span class="vd-calm vd-small">${spraak.t('zaken.eigen_woorden')}</span>`
}

export function titelVan({ context }: Scherm, { titel }: Zaakbeeld): Html {
  const { tekst, lang } = zeg(context.spraak, titel)
  return html`<span${attrs({ lang })}>${tekst}</span>`
}

/** «vandaag om 09:10», or the day and the time. */
export function tijdstip({ context, vandaag }: Scherm, op: Date): string {
  const dag = datumOp(op, 'Europe/Amsterdam')
  if (dag === vandaag) return context.spraak.t('zaken.vandaag_om', { tijd: tijdOp(op) })
  return moment(context, op, dag)
}

/** By when: each date with which kind it is, and «niet bekend», and why, where there is none. */
export function wanneer(scherm: Scherm, zaak: Zaakbeeld): Html {
  const { verwacht, isOpgeschort, isVerlengd } = zaak
  const { t } = scherm.context.spraak
  return html`${
    verwacht.length === 0
      ? geenDatum(scherm, zaak)
      : verwacht.map((een, i) => html`${i > 0 && html`<br>`}${dagMetSoort(scherm, een, zaak)}`)
  }${isOpgeschort && verwacht.length > 0 && html`<br>${t('zaken.wanneer.opgeschort')}`}${isVerlengd && html`<br>${t('zaken.wanneer.verlengd')}`}`
}

/** Of a case in which was decided nobody waits for a date any more. */
function geenDatum(scherm: Scherm, zaak: Zaakbeeld): Html {
  const { t } = scherm.context.spraak
  if (zaak.groep === 'beslist' && !zaak.isOpgeschort)
    return html`<span>${t('zaken.wanneer.al_besloten')}</span>`
  return html`<span>${t('zaken.wanneer.niet_bekend')}</span> <span class="vd-calm vd-small">${waaromGeenDatum(scherm, zaak)}</span>`
}

function waaromGeenDatum({ context: { spraak } }: Scherm, { isOpgeschort, planVoorbij }: Zaakbeeld): string {
  if (isOpgeschort) return spraak.t('zaken.wanneer.opgeschort_geen')
  if (planVoorbij !== undefined)
    return spraak.t('zaken.wanneer.plan_voorbij', { datum: spraak.datum(planVoorbij) })
  return spraak.t('zaken.wanneer.niet_bekend_uitleg')
}

export function dagMetSoort(
  { context: { spraak }, vandaag }: Scherm,
  verwachting: Verwachting,
  { groep }: Pick<Zaakbeeld, 'groep'>,
): Html {
  const { t, datum } = spraak
  const { datum: dag } = verwachting
  const sleutel = verwachting.soort === 'gepland' ? 'gepland' : dag < vandaag ? 'was' : 'uiterlijk'
  return html`<strong>${t(`zaken.wanneer.${sleutel}`, { datum: datum(dag) })}</strong> <span class="vd-calm vd-small">${soortzin(spraak, verwachting, groep)}</span>`
}

/** What is planned is the end of the case (ZGW: einddatumGepland); after the decision that is something else to wait for. */
function soortzin({ t }: Spraak, verwachting: Verwachting, groep: Zaakbeeld['groep']): string {
  if (verwachting.soort === 'gepland')
    return t(groep === 'beslist' ? 'zaken.wanneer.plan_afsluiten' : 'zaken.wanneer.plan')
  const { volgens, artikel } = verwachting
  if (volgens === 'organisatie') return t('zaken.wanneer.wet_organisatie')
  return artikel === undefined ? t('zaken.wanneer.wet') : t('zaken.wanneer.wet_artikel', { artikel })
}

/** Named limit: a longer number may not fit on a line of a phone, and then breaks where it can. */
const maxHeelNummer = 24

/** A sentence with the number of a case, which stays whole on one line: who reads it aloud reads it in one go. */
export function metNummer({ t }: Spraak, sleutel: string, nummer: string): Html {
  if (nummer.length > maxHeelNummer) return html`${t(sleutel, { nummer })}`
  const [voor = '', na = ''] = t(sleutel, { nummer: plaatshouder }).split(plaatshouder)
  return html`${voor}<span class="vd-zaaknummer">${nummer}</span>${na}`
}

/** Of a private plane of Unicode: in no text of ours. */
const plaatshouder = '\uE000'

/** Is it on them to do something? Only where we know it. */
export function moetIets({ einde, doet, groep }: Zaakbeeld): boolean {
  return einde === undefined && (doet === 'u' || groep === 'wacht-op-u')
}

/** How an organisation is called; Dutch. */
export function organisatieVan({ beeld, context }: Scherm, id: string) {
  const organisatie = beeld.organisaties.get(id)
  return {
    id,
    organisatie,
    naam: organisatie?.naam ?? id,
    lang: context.taal === 'nl' ? undefined : 'nl',
    isOverheid: organisatie?.overheid ?? true,
  }
}
