/** What rings at one's own organisation, what one is in, and a call to begin. */
import { type OrganisatieId, parseOrganisatieId } from '../../../domain/index.ts'
import type { Belgesprek, InGesprek, Lijngesprek } from '../../../lijnen/index.ts'
import { attrs, type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { baliePagina } from '../balie/kader.ts'
import { levendscript } from '../loket/levend.ts'
import { organisatienaam, tijdstip } from '../loket/woorden.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { nuAanDeBeurt } from './afspraken.ts'
import { wieBelt } from './deelnemers.ts'
import { overLijn, overLijnen, overZaak } from './over-lijn.ts'
import { leesBeller, naarGesprek } from './wie.ts'

const meldingen = ['voorbij', 'weg', 'geweigerd', 'druk', 'niet'] as const

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const beller = leesBeller(verzoek)
  if (beller === undefined) return { soort: 'niet-gevonden' }
  const [nr, lijst, open] = await Promise.all([
    beller.gesprekken.lijstnummer(beller.wie),
    beller.gesprekken.lijst(beller.wie),
    verzoek.loket?.notities?.open(beller.wie),
  ])
  const { context, zoek } = verzoek
  const { t } = context.spraak
  const gedaan = gedaanUit(zoek, meldingen)
  const levend = {
    ...{ 'data-verrijk': 'levend', 'data-kant': 'balie', 'data-soort': 'oproepen' },
    ...{ 'data-id': beller.wie.organisatie, 'data-nr': nr },
    ...{ 'data-iets': t('bellen.lijst.iets'), 'data-nieuws': t('bellen.lijst.iets') },
  }
  const inhoud = html`<p class="vd-lead">${t('bellen.lijst.inleiding')}</p>
<div role="status"${attrs(levend)}></div>
${await nuAanDeBeurt(verzoek)}
<div class="vd-stack" data-deel="oproepen">${oproepen(verzoek, lijst.gaatOver, await overLijnen(verzoek, lijst.gaatOver))}${lopend(verzoek, lijst.in)}${teSchrijven(verzoek, open ?? [])}</div>
${belvorm(verzoek, beller.wie.organisatie)}
<p class="vd-calm">${t('bellen.geen_opname')}</p>`
  const pagina = baliePagina(verzoek, {
    ...{ titel: t('bellen.titel'), inhoud, zonderGrond: true, script: levendscript },
    stijl: ['loket.css'],
    melding: gedaan && t(`bellen.melding.${gedaan}`),
    terug: { adres: adres(context.taal, 'balie'), tekst: t('balie.titel') },
  })
  return { soort: 'pagina', pagina }
}

export function oproepen(
  verzoek: Verzoek,
  rij: readonly InGesprek[],
  over: ReadonlyMap<string, Lijngesprek>,
): Html {
  const { context } = verzoek
  const { t } = context.spraak
  return html`<section class="vd-section" aria-labelledby="gaat-over"><h2 id="gaat-over">${t('bellen.lijst.gaat_over')}</h2>
${rij.length === 0 && html`<p>${t('bellen.lijst.niets')}</p>`}
${rij.map(
  ({
    gesprek,
  }) => html`<form class="vd-card vd-stack" method="post" action="${adres(context.taal, 'balieGesprekDoe', { gesprek: gesprek.id })}">
<p><strong>${wieBelt(verzoek, gesprek.deelnemers)}</strong></p>
${overLijn(verzoek, over.get(gesprek.id))}
${overZaak(verzoek, gesprek.ketenzaak ?? over.get(gesprek.id)?.ketenzaak, 'hier')}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit" name="doe" value="neem-op">${t('bellen.neem_op')}</button>
<button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="weiger">${t('bellen.weiger')}</button></p></form>`,
)}</section>`
}

function lopend(verzoek: Verzoek, rij: readonly InGesprek[]): Html | undefined {
  const { context } = verzoek
  const { t } = context.spraak
  if (rij.length === 0) return undefined
  return html`<section class="vd-section" aria-labelledby="loopt"><h2 id="loopt">${t('bellen.lijst.loopt')}</h2>
<ul class="vd-list">${rij.map(({ gesprek }) => html`<li><a href="${adres(context.taal, 'balieGesprek', { gesprek: gesprek.id })}">${t('bellen.terug_naar')}</a></li>`)}</ul></section>`
}

/** Calls that are over, and of which nobody wrote anything. */
function teSchrijven(verzoek: Verzoek, rij: readonly Belgesprek[]): Html | undefined {
  const { context } = verzoek
  const { t } = context.spraak
  if (rij.length === 0) return undefined
  return html`<section class="vd-section" aria-labelledby="schrijven"><h2 id="schrijven">${t('bellen.notitie.open_kop')}</h2>
<p>${t('bellen.notitie.open_uitleg')}</p>
<ul class="vd-list">${rij.map(({ id, begonnenMs }) => html`<li><a href="${adres(context.taal, 'balieNotitie', { gesprek: id })}">${t('bellen.notitie.open_een', { moment: tijdstip(context, new Date(begonnenMs)) })}</a></li>`)}</ul></section>`
}

function belvorm(verzoek: Verzoek, eigen: OrganisatieId): Html {
  const { context } = verzoek
  const { t } = context.spraak
  return html`<section class="vd-section" aria-labelledby="bel"><h2 id="bel">${t('bellen.lijst.bel')}</h2>
<form class="vd-form" method="post" action="${adres(context.taal, 'balieBellenBel')}">${organisatiekeuze(verzoek, [eigen])}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit" name="doe" value="bel">${t('bellen.bel')}</button>
<button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="alleen">${t('bellen.begin_alleen')}</button></p></form></section>`
}

/** Only organisations whose people can log in here: nobody else would hear it ring. */
export function organisatiekeuze(verzoek: Verzoek, zonder: readonly string[]): Html {
  const { t } = verzoek.context.spraak
  const opties = (verzoek.balie?.logins.organisaties ?? [])
    .filter((id) => !zonder.includes(id))
    .map((id) => ({ id, naam: organisatienaam(verzoek, id).tekst }))
    .sort((een, ander) => een.naam.localeCompare(ander.naam, 'nl'))
  return html`<p class="utrecht-form-field"><label class="utrecht-form-label" for="organisatie">${t('bellen.wie')}</label>
<select class="utrecht-textbox vd-select" id="organisatie" name="organisatie"><option value="">${t('bellen.kies')}</option>${opties.map(({ id, naam }) => html`<option value="${id}">${naam}</option>`)}</select></p>`
}

export async function bel(verzoek: Verzoek): Promise<Antwoord> {
  const beller = leesBeller(verzoek)
  if (beller === undefined) return { soort: 'niet-gevonden' }
  const { form, context } = verzoek
  const isAlleen = form.get('doe') === 'alleen'
  const organisatie = parseOrganisatieId(form.get('organisatie'))
  if (!isAlleen && organisatie === undefined)
    return { soort: 'ga-naar', adres: adres(context.taal, 'balieBellen', { gedaan: 'niet' }) }
  const ketenzaak = form.get('ketenzaak') || undefined
  const naar = isAlleen ? { ketenzaak } : { organisatie, ketenzaak }
  return naarGesprek(verzoek, await beller.gesprekken.bel(beller.wie, naar))
}
