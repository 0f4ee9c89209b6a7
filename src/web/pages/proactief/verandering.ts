/** One change: what it is, why they read it, with which data, and everything that can be done with it. */
import { datumOp } from '../../../kalender/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import {
  type BewaardSignaal,
  type Signaalantwoord,
  signaalantwoorden,
  type Volgbeeld,
} from '../../../proactief/index.ts'
import { adres } from '../../routes.ts'
import type { Verzoek } from '../../verzoek.ts'
import { gedaanUit, mijnPagina } from '../mijn/kader.ts'
import { type Gebruiktfeit, gebruikteFeiten } from './feiten.ts'
import { bureauwerk, hulp } from './hulp.ts'
import {
  grondzin,
  kopzin,
  regelingnaam,
  standwoord,
  stoplijn,
  voorEnNa,
  waaromzinnen,
  wieBeslist,
} from './verandering-zinnen.ts'
import { verschillen } from './verschil.ts'
import { eisProactief } from './volgen.ts'
import { organisatieHier, organisatienaam } from './volgen-deel.ts'

const gedaanwoorden = [...signaalantwoorden, 'terug', 'papier', 'papier-onderweg', 'papier-geen-weg'] as const

export function veranderingPagina(
  verzoek: Verzoek,
  signaal: BewaardSignaal,
  { volgt, loopt }: { readonly volgt: Volgbeeld; readonly loopt: boolean },
): string {
  const { context, beeld, zoek } = verzoek
  const { spraak } = context
  const { t } = spraak
  const naam = regelingnaam(spraak, beeld, signaal.regeling)
  const isHersteld = signaal.stand === 'hersteld'
  const wie = wieBeslist(context, beeld, signaal.regeling)
  const gedaan = gedaanUit(zoek, gedaanwoorden)
  const inhoud = html`${loopt && html`<div class="vd-notice"><p><strong>${t('veranderingen.loopt.tekst')}</strong> <a href="${adres(context.taal, 'zaken')}">${t('zaken.titel')}</a></p></div>`}
${voorEnNa(spraak, signaal)}
<p><strong>${t('veranderingen.geen_besluit')}</strong> ${wie !== '' && t('veranderingen.beslist', { wie })}</p>
${isHersteld ? html`<p class="vd-notice">${t('veranderingen.hersteld')}</p>` : doen(verzoek, signaal)}
${bureauwerk(verzoek, signaal)}
${waarom(verzoek, signaal, volgt)}
${gegevens(verzoek, signaal, volgt)}
${verschillen(verzoek, volgt.volgt)}
${!isHersteld && antwoorden(verzoek, signaal)}
${signaal.stand === 'hulp' && hulp(verzoek, signaal)}
${stoplijn(verzoek)}`
  return mijnPagina(context, {
    titel: loopt
      ? t('veranderingen.loopt.kop', { regeling: naam.tekst })
      : kopzin(spraak, signaal, naam.tekst),
    inhoud,
    terug: 'veranderingen',
    stijl: ['rechten.css', 'regeling.css', 'proactief.css'],
    melding: gedaan && t(`veranderingen.gedaan.${gedaanVan(gedaan, signaal)}`),
  })
}

function gedaanVan(gedaan: string, signaal: BewaardSignaal): string {
  if (gedaan === 'hulp' && signaal.organisatie === undefined) return 'hulp_elders'
  return gedaan.replaceAll('-', '_')
}

/** Digital first but never alone: paper stands beside it, as large. */
function doen({ context }: Verzoek, { id, soort }: BewaardSignaal): Html {
  const { taal, spraak } = context
  const { t } = spraak
  const isErbij = soort === 'kans' || soort === 'meer'
  return html`<form class="vd-actions" method="post" action="${adres(taal, 'veranderingenZeg')}"><input type="hidden" name="signaal" value="${id}">
<button class="utrecht-button utrecht-button--primary-action" type="submit" name="doe" value="aanvragen">${t(isErbij ? 'veranderingen.aanvragen' : 'veranderingen.bekijk_regeling')}</button>
<a class="utrecht-button utrecht-button--primary-action" href="${adres(taal, 'veranderingPapier', { signaal: id })}">${t('veranderingen.op_papier')}</a></form>
<p class="vd-calm vd-small">${t('veranderingen.ingevuld')}</p>`
}

function waarom(verzoek: Verzoek, signaal: BewaardSignaal, { volgt }: Volgbeeld): Html {
  const { context } = verzoek
  const { t, datum } = context.spraak
  const proactief = eisProactief(verzoek)
  const dag = (op: Date) => datum(datumOp(op, 'Europe/Amsterdam'))
  return html`<section class="vd-section"><h2>${t('veranderingen.waarom.titel')}</h2>
<ul class="vd-list">${waaromzinnen(verzoek, proactief, signaal).map((zin) => html`<li>${zin}</li>`)}
<li>${t('veranderingen.gekeken', { dag: dag(signaal.ontstaan) })}</li>
${volgt && html`<li>${t('veranderingen.gevraagd', { dag: dag(volgt.sinds) })}</li>`}
<li>${grondzin(context.spraak, proactief.gronden(), signaal.regeling)}</li></ul></section>`
}

/** Each with whose it is, and where it is put right when it is wrong. */
function gegevens(verzoek: Verzoek, { gegevens: namen, stand }: BewaardSignaal, { volgt }: Volgbeeld): Html {
  const { context, beeld } = verzoek
  const { t } = context.spraak
  const feiten = gebruikteFeiten(context.spraak, beeld, namen, new Set(volgt?.feiten.bronnen ?? []))
  const kloptNiet = stand === 'klopt-niet'
  return html`<section class="vd-section" id="gegevens"><h2>${t('veranderingen.gegevens.titel')}</h2>
${kloptNiet && html`<p class="vd-notice">${t('veranderingen.gegevens.klopt_niet')}</p>`}
${
  feiten.length === 0
    ? html`<p>${t('veranderingen.gegevens.geen')}</p>`
    : html`<p>${t('veranderingen.gegevens.uitleg')}</p><dl class="vd-data">${feiten.map((feit) => html`<div class="vd-data__item"><dt>${feit.tekst}</dt><dd>${herkomst(verzoek, feit)}</dd></div>`)}</dl>`
}</section>`
}

function herkomst(verzoek: Verzoek, { register, tekst }: Gebruiktfeit): Html {
  const { context, beeld } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const wat = html`<span class="vd-visually-hidden">: ${tekst}</span>`
  if (register === undefined)
    return html`${t('veranderingen.gegevens.zelf')} <a href="${adres(taal, 'volgen')}">${t('veranderingen.gegevens.wijzig')}${wat}</a>`
  const van = register.bron === 'brp' ? 'gemeente' : 'belastingdienst'
  const nummer = organisatieHier(beeld, van)?.kanalen.telefoon?.nummer
  const naam = organisatienaam(beeld, context, van)
  return html`${t(`mijn.gegevens.herkomst.${register.bron}`)}
<br><a href="${adres(taal, 'kloptNiet', { gegeven: register.soort })}">${t('veranderingen.gegevens.meld')}${wat}</a>
<br><span class="vd-calm">${nummer === undefined ? t('veranderingen.gegevens.vraag', { naam }) : t('veranderingen.gegevens.bel', { naam, nummer })}</span>`
}

const vrij: readonly Signaalantwoord[] = ['geregeld', 'niet-voor-mij', 'klopt-niet', 'hulp']

/** Four answers alike; what was said stands there, with the way back. */
function antwoorden({ context }: Verzoek, signaal: BewaardSignaal): Html {
  const { taal, spraak } = context
  const { t } = spraak
  const { id, stand } = signaal
  const naar = adres(taal, 'veranderingenZeg')
  const gezegd = vrij.find((een) => een === stand)
  const knop = (een: Signaalantwoord) =>
    html`<li><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="${een}">${t(`veranderingen.zeg.${een.replaceAll('-', '_')}.knop`)}</button>
<span class="vd-calm vd-small">${t(`veranderingen.zeg.${een.replaceAll('-', '_')}.${een === 'hulp' && signaal.organisatie === undefined ? 'uitleg_elders' : 'uitleg'}`)}</span></li>`
  return html`<section class="vd-section vd-no-print" id="antwoord"><h2>${t('veranderingen.zeg.titel')}</h2>
${
  gezegd !== undefined &&
  html`<form class="vd-notice" method="post" action="${naar}"><input type="hidden" name="signaal" value="${id}"><p><strong>${standwoord(spraak, signaal)}</strong></p>
<p><button class="utrecht-button utrecht-button--subtle" type="submit" name="doe" value="terug">${t('veranderingen.zeg.terug')}</button></p></form>`
}
<form method="post" action="${naar}"><input type="hidden" name="signaal" value="${id}"><ul class="vd-answers-list">${vrij.filter((een) => een !== gezegd).map(knop)}</ul></form></section>`
}
