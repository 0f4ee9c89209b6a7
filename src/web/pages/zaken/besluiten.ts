/** What was decided, and until when one can object. The date is that of the organisation; we count none ourselves. */
import { type Html, html } from '../../../platform/index.ts'
import type { Besluitbeeld, Woorden, Zaakverhaal } from '../../../zaken/index.ts'
import type { Scherm } from './scherm.ts'
import { awbArtikel, isCaribisch } from './signalen.ts'
import { naUitvalVan, uitvalregel } from './uitval.ts'
import { organisatieVan, zin } from './woorden.ts'

export function besluiten(scherm: Scherm, verhaal: Zaakverhaal): Html | undefined {
  const { t } = scherm.context.spraak
  const { besluiten: alle, ontbreekt } = verhaal
  const mist = ontbreekt.includes('besluiten')
  if (alle.length === 0 && !mist) return undefined
  return html`<section class="vd-section" aria-labelledby="besluit"><h2 id="besluit">${t('zaken.besluit.titel', { n: Math.max(1, alle.length) })}</h2>
${mist && html`<p class="vd-notice">${t('zaken.besluit.ontbreekt')}</p>`}
${alle.map((een) => besluit(scherm, verhaal, een))}</section>`
}

function besluit(scherm: Scherm, { zaak }: Zaakverhaal, een: Besluitbeeld): Html {
  const { t, datum } = scherm.context.spraak
  const { naam, toelichting, ingang, verval } = een
  const lang = scherm.context.taal === 'nl' ? undefined : 'nl'
  return html`<article class="vd-card vd-stack"><h3>${zin(scherm, naam)}</h3>
<p>${t('zaken.besluit.op', { datum: datum(een.datum), organisatie: organisatieVan(scherm, zaak.organisatie).naam })}</p>
${toelichting !== undefined && html`<p><q${lang !== undefined && html` lang="nl"`}>${toelichting}</q></p>`}
${ingang !== undefined && html`<p>${t('zaken.besluit.ingang', { datum: datum(ingang) })}${verval !== undefined && ` ${t('zaken.besluit.verval', { datum: datum(verval) })}`}</p>`}
${isNaBezwaar(zaak, een) ? reageren(scherm, een) : bezwaar(scherm, zaak.organisatie, een)}</article>`
}

/**
 * Against a decision on an objection, or on an appeal, one does not object again: one goes to a court (Awb 7:1 and 8:1).
 * Which one stands in the letter; the source does not say.
 */
function isNaBezwaar({ onderwerp }: Zaakverhaal['zaak'], { naam }: Besluitbeeld): boolean {
  return onderwerp === 'bezwaar' || /\b(bezwaar|beroep)/i.test(inHetNederlands(naam))
}

function inHetNederlands(naam: Woorden): string {
  return naam.van === 'bron' ? naam.tekst : (naam.tekst.nl ?? '')
}

function reageren(scherm: Scherm, { bezwaarTot }: Besluitbeeld): Html {
  const { t, datum } = scherm.context.spraak
  const hoe = t('zaken.bezwaar.reageren_hoe')
  if (bezwaarTot === undefined) return html`<p>${hoe}</p>`
  if (bezwaarTot < scherm.vandaag)
    return html`<p>${t('zaken.bezwaar.reageren_voorbij', { datum: datum(bezwaarTot) })} <a href="#contact">${t('zaken.laat.naar_contact')}</a></p>`
  return html`<div class="vd-bezwaar"><p><strong>${t('zaken.bezwaar.reageren', { datum: datum(bezwaarTot) })}</strong> <span class="vd-calm vd-small">${t('zaken.bezwaar.wie_zegt')}</span></p>
<p>${hoe} <a href="#contact">${t('zaken.laat.naar_contact')}</a></p></div>`
}

function bezwaar(scherm: Scherm, id: string, besluitbeeld: Besluitbeeld): Html {
  const { bezwaarTot } = besluitbeeld
  const { t, datum } = scherm.context.spraak
  const { organisatie } = organisatieVan(scherm, id)
  if (bezwaarTot === undefined) return html`<p>${t('zaken.bezwaar.onbekend')}</p>`
  // Awb 2:7 and 2:13: on paper always, digitally in the way that the body named.
  const isAwb = organisatie?.overheid === true && !isCaribisch(scherm, organisatie.gebied)
  const uitval = (isAwb ? naUitvalVan(scherm, besluitbeeld) : []).map((een) => uitvalregel(scherm, id, een))
  if (bezwaarTot < scherm.vandaag)
    return html`<p>${t('zaken.bezwaar.voorbij', { datum: datum(bezwaarTot) })} <a href="#contact">${t('zaken.laat.naar_contact')}</a></p>${uitval}`
  return html`<div class="vd-bezwaar"><p><strong>${t('zaken.bezwaar.tot', { datum: datum(bezwaarTot) })}</strong> <span class="vd-calm vd-small">${t('zaken.bezwaar.wie_zegt')}</span>${isAwb && html`<br>${t('zaken.bezwaar.termijn')} ${awbArtikel(scherm, '6:7')}`}</p>${uitval}
<p>${t('zaken.bezwaar.hoe')} ${isAwb && html`${t('zaken.bezwaar.digitaal')} ${awbArtikel(scherm, '2:13')}`}</p>
<p>${t('zaken.bezwaar.bel_eerst')} <a href="#contact">${t('zaken.laat.naar_contact')}</a></p></div>`
}
