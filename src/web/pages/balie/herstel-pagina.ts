import type { Naam } from '../../../inwoner/index.ts'
import {
  type GeopendeTaak,
  type Hersteltaak,
  maxBelpogingen,
  ookInTalen,
  schrijfTaakplaats,
  type Taakblad,
  type Taaltekst,
} from '../../../kanalen/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Verzoek } from '../../verzoek.ts'
import { verloopDeel } from '../mijn/bericht-verloop.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { volledigeNaam } from '../mijn/naam.ts'
import { grootte } from '../zaken/documenten.ts'
import { eisGrond } from './eis.ts'
import { baliePagina, grondveld, tijdstip } from './kader.ts'

/** Reasons with a sentence of their own; another way gave the rest, in its own codes. */
const redenen = [
  'telefoon-gekozen',
  'geen-adres',
  'geen-weg',
  'adres-geheim',
  'niet-na-te-gaan',
  'bijlage-op-papier',
  'melding-uitgebleven',
  'niet-bereikt',
  'kan-niet',
  'email-onbestelbaar',
  'telefoon-onbestelbaar',
]

/** Which tasks there are and by when; of whom is asked with a reason. */
export function lijstPagina(verzoek: Verzoek, { taken, volgende }: Taakblad): string {
  const { context, zoek } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const gedaan = gedaanUit(zoek, ['gedaan', 'later', 'verder', 'al-gedaan'])
  const rij = (taak: Hersteltaak) => html`<tr>
<th scope="row"><form method="post" action="${adres(taal, 'balieHerstelOpen')}"><input type="hidden" name="taak" value="${taak.id}"><button class="vd-link-button vd-link-button--plain" type="submit">${t(`herstel.soort.${taak.soort}`)}<span class="vd-visually-hidden">, ${tijdstip(context, taak.uiterlijk)}</span></button></form></th>
<td>${tijdstip(context, taak.uiterlijk)}${taak.uiterlijk < verzoek.nu && html`<br><strong>${t('herstel.te_laat')}</strong>`}</td>
<td>${redenregel(verzoek, taak)}</td></tr>`
  const tabel = html`<div class="vd-scroll"><table class="vd-figures"><thead><tr><th scope="col">${t('herstel.kolom.wat')}</th><th scope="col">${t('herstel.kolom.uiterlijk')}</th><th scope="col">${t('herstel.kolom.waarom')}</th></tr></thead>
<tbody>${taken.map(rij)}</tbody></table></div>
${volgende && html`<p><a href="${adres(taal, 'balieHerstel', { filter: { na: schrijfTaakplaats(volgende) } })}">${t('herstel.volgende')}</a></p>`}`
  const inhoud = html`<p class="vd-lead">${t('herstel.inleiding')}</p>
${taken.length === 0 ? html`<p>${t('herstel.niets')}</p>` : tabel}`
  return baliePagina(verzoek, {
    titel: t('herstel.titel'),
    inhoud,
    melding: gedaan && t(`herstel.melding.${gedaan}`),
    zonderGrond: true,
    breed: true,
    terug: { adres: adres(taal, 'balie'), tekst: t('herstel.naar_begin') },
  })
}

export function redenregel({ context }: Verzoek, { reden, pogingen, geprobeerd }: Hersteltaak): Html {
  const { t } = context.spraak
  return html`${t(`herstel.reden.${redenen.includes(reden) ? reden : 'anders'}`)}${
    pogingen > 0 &&
    geprobeerd !== undefined &&
    html`<br><span class="vd-calm vd-small">${t('herstel.geprobeerd', { n: pogingen, hoogstens: maxBelpogingen, moment: tijdstip(context, geprobeerd) })}</span>`
  }`
}

/** Of whom it is about, as the register says; what it did not say is absent. */
export interface Wie {
  readonly naam: Naam | null | undefined
  readonly gebied: string | undefined
}

export function taakPagina(verzoek: Verzoek, geopend: GeopendeTaak, { naam, gebied }: Wie): string {
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const { taak, nummers, postadres, tekst } = geopend
  const { soort } = taak
  const talen = ookInTalen({ regels: postadres ?? [], ...(gebied !== undefined && { gebied }) }, geopend.taal)
  const ookIn = geopend.ookIn.filter(({ taal: een }) => talen.some((vast) => vast === een))
  const heet = naam ? volledigeNaam(naam) : t('herstel.naam_onbekend')
  const regel = (kop: string, waarde: Html | string) =>
    html`<div class="vd-data__item"><dt>${kop}</dt><dd>${waarde}</dd></div>`
  const bel = nummers.map((nummer) => html`<a href="tel:${nummer}">${nummer}</a><br>`)
  const inhoud = html`<p class="vd-lead">${t(`herstel.uitleg.${soort}`)}</p>
<dl class="vd-data">
${regel(t('herstel.naam'), heet)}
${soort !== 'brief' && regel(t('herstel.nummer'), nummers.length === 0 ? t('herstel.geen_nummer') : html`${bel}`)}
${soort === 'brief' && postadres !== undefined && regel(t('herstel.postadres'), html`${postadres.map((een) => html`${een}<br>`)}`)}
${regel(t('herstel.kolom.uiterlijk'), tijdstip(context, taak.uiterlijk))}
${regel(t('herstel.kolom.waarom'), redenregel(verzoek, taak))}
${regel(t('herstel.taal'), t(`herstel.in_taal.${geopend.taal}`))}
</dl>
${soort === 'brief' && postadres === undefined && html`<p>${t('herstel.adres_bij')} <a href="${adres(taal, 'balieInwoner')}">${t('herstel.naar_inwoner')}</a></p>`}
${bestanden(verzoek, geopend)}
<section class="vd-section"><h2>${t(soort === 'brief' ? 'herstel.schrijf' : 'herstel.zeg')}</h2>
${soort !== 'brief' && html`<p class="vd-calm">${t('herstel.eerst_vragen')}</p>`}
${tekst === undefined ? html`<p>${t('herstel.geen_tekst')}</p>` : alineas({ taal: geopend.taal, tekst })}
${ookIn.map((een) => html`<h3>${t(`herstel.in_taal.${een.taal}`)}</h3>${alineas(een)}`)}</section>
${verloopDeel(verzoek, geopend, 'balie')}
${uitkomsten(verzoek, geopend)}`
  return baliePagina(verzoek, {
    titel: t(`herstel.kop.${soort}`),
    inhoud,
    naam: heet,
    terug: { adres: adres(taal, 'balieHerstel'), tekst: t('herstel.terug') },
  })
}

function alineas({ taal, tekst }: Taaltekst): Html {
  return html`<div lang="${taal}">${tekst.split('\n\n').map((alinea) => html`<p>${alinea}</p>`)}</div>`
}

/** Whoever prints a message prints its files; who calls only says that there are some. */
function bestanden(
  { context: { taal, spraak } }: Verzoek,
  { taak, bijlagen }: GeopendeTaak,
): Html | undefined {
  const { t } = spraak
  if (bijlagen.length === 0) return undefined
  if (taak.soort !== 'brief') return html`<p>${t('herstel.bijlagen', { n: bijlagen.length })}</p>`
  return html`<section class="vd-section vd-no-print"><h2>${t('berichten.bijlagen.titel')}</h2><p>${t('herstel.bijlagen_print')}</p>
<ul class="vd-list vd-attachments">${bijlagen.map(({ naam, bytes }, nummer) => html`<li><a href="${adres(taal, 'balieHerstelBijlage', { taak: taak.id, nummer })}" download>${t('berichten.bijlagen.haal', { naam })}</a> <span class="vd-calm vd-small">${grootte(spraak, bytes)}</span></li>`)}</ul></section>`
}

function uitkomsten(verzoek: Verzoek, { taak }: GeopendeTaak): Html {
  const { taal, spraak } = verzoek.context
  const { t } = spraak
  const { soort, id, pogingen } = taak
  const { grond } = eisGrond(verzoek)
  const kan = soort === 'bellen' ? (['gedaan', 'niet-bereikt', 'kan-niet'] as const) : (['gedaan'] as const)
  const isLaatste = pogingen + 1 >= maxBelpogingen
  return html`<section class="vd-section vd-no-print"><h2>${t('herstel.uitkomst')}</h2>
${soort === 'bellen' && html`<p>${t(isLaatste ? 'herstel.laatste_poging' : 'herstel.nog_pogingen', { n: maxBelpogingen - pogingen })}</p>`}
<form class="vd-form" method="post" action="${adres(taal, 'balieHerstelDoe', { taak: id })}">${grondveld(grond)}<input type="hidden" name="pogingen" value="${pogingen}">
<p class="vd-actions">${kan.map((een) => html`<button class="utrecht-button utrecht-button--${een === 'gedaan' ? 'primary' : 'secondary'}-action" type="submit" name="uitkomst" value="${een}">${t(`herstel.knop.${een === 'gedaan' ? soort : een}`)}</button> `)}</p></form></section>`
}
