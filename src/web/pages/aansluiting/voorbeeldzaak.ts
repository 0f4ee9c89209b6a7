/** What a test person sees of one case, and which rule decides that; and what stays out, and by which rule. */
import { type Html, html } from '../../../platform/index.ts'
import type { Regeldeel, Toonregel, Voorbeeldlijst, Voorbeeldzaak } from '../../../zaken/index.ts'
import type { Context } from '../../ui/context.ts'
import type { Verzoek } from '../../verzoek.ts'
import { maakScherm } from '../zaken/scherm.ts'
import { isOpenGevraagd, takenDeel } from '../zaken/taken.ts'
import { metNummer, titelVan } from '../zaken/woorden.ts'
import { zaakInhoud } from '../zaken/zaak.ts'

/** The page of the case with the same parts that the resident gets; the rules stand before it. */
export function eenZaak(verzoek: Verzoek, gezien: Voorbeeldzaak): Html {
  const scherm = maakScherm(verzoek, 'voorbeeld')
  const { t } = verzoek.context.spraak
  const { verhaal, op, taken } = gezien
  return html`<p class="vd-lead">${t('bronnen.voorbeeld.zaak_uitleg')}</p>
<section class="vd-section" aria-labelledby="welke-regels"><h2 id="welke-regels">${t('bronnen.voorbeeld.regels', { soort: gezien.soort })}</h2>
${regellijst(verzoek.context, gezien)}
${documentzin(verzoek.context, gezien)}</section>
<section class="vd-section" id="voorbeeld"><h2>${titelVan(scherm, verhaal.zaak)}</h2>
${zaakInhoud({ scherm, verhaal, op, ...(taken && { taken: takenDeel(scherm, verhaal.zaak.ref, taken), isOpenGevraagd: isOpenGevraagd(taken) }) })}</section>`
}

const delen = [
  'tonen',
  'vanaf',
  'documenten',
  'titel',
  'hoogsteVertrouwelijkheid',
  'statustoelichting',
  'toevoegen',
  'zonderStatus',
] as const satisfies readonly Regeldeel[]

function regellijst(context: Context, { regel, vanType }: Voorbeeldzaak): Html {
  const { t } = context.spraak
  return html`<dl class="vd-facts">${delen.map(
    (deel) =>
      html`<div><dt>${t(`bronnen.voorbeeld.deel.${deel}`)}</dt><dd>${waarde(context, regel, deel)} <span class="vd-calm vd-small">(${t(`bronnen.voorbeeld.van.${vanType.includes(deel) ? 'type' : 'alle'}`)})</span></dd></div>`,
  )}</dl>`
}

function waarde({ spraak: { t, datum } }: Context, regel: Toonregel, deel: Regeldeel): string {
  switch (deel) {
    case 'vanaf':
      return regel.vanaf === undefined ? t('bronnen.voorbeeld.geen_grens') : datum(regel.vanaf)
    case 'titel':
      return t(`bronnen.regels.titel.${regel.titel}`)
    case 'hoogsteVertrouwelijkheid':
      return t(`bronnen.niveau.${regel.hoogsteVertrouwelijkheid}`)
    default:
      return t(`bronnen.regels.${regel[deel] ? 'ja' : 'nee'}`)
  }
}

function documentzin(
  { spraak: { t } }: Context,
  { verborgenDocumenten: n, regel, verhaal }: Voorbeeldzaak,
): Html | undefined {
  if (n === 'onbekend') return html`<p>${t('bronnen.voorbeeld.documenten_onbekend')}</p>`
  if (n > 0)
    return html`<p>${t(`bronnen.voorbeeld.documenten_buiten.${regel.documenten ? 'hoogsteVertrouwelijkheid' : 'documenten'}`, { n })}</p>`
  return verhaal.documenten.length > 0 ? html`<p>${t('bronnen.voorbeeld.documenten_alle')}</p>` : undefined
}

/** Of what stays out only of what kind it is and why. */
export function verborgenZaken({ context }: Verzoek, verborgen: Voorbeeldlijst['verborgen']): Html {
  const { t } = context.spraak
  const kop = html`<h2>${t('bronnen.voorbeeld.verborgen.titel')}</h2>`
  if (verborgen === 'onbekend')
    return html`<section class="vd-section">${kop}<p>${t('bronnen.voorbeeld.verborgen.onbekend')}</p></section>`
  if (verborgen.length === 0)
    return html`<section class="vd-section">${kop}<p>${t('bronnen.voorbeeld.verborgen.geen')}</p></section>`
  return html`<section class="vd-section">${kop}<ul class="vd-rows">${verborgen.map(
    ({ nummer, soort, door, isVanType }) =>
      html`<li class="vd-row"><p><strong>${soort}</strong>${nummer !== undefined && html` <span class="vd-calm">${metNummer(context.spraak, 'zaken.zaak.nummer', nummer)}</span>`}<br>${t(`bronnen.voorbeeld.verborgen.door.${door}`)} <span class="vd-calm vd-small">(${t(`bronnen.voorbeeld.van.${isVanType ? 'type' : 'alle'}`)})</span></p></li>`,
  )}</ul></section>`
}
