/** Work about messages of no body: whoever answers for the installation gives it to one that has a desk. */
import { parseOrganisatieId } from '../../../domain/index.ts'
import type { Hersteltaak, Herstelwerk } from '../../../kanalen/index.ts'
import { type Html, html, PlatformError } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { eisWerker } from './eis.ts'
import { redenregel } from './herstel-pagina.ts'
import { baliePagina, tijdstip } from './kader.ts'
import { vragerVan } from './werker.ts'

function eisHerstelwerk(verzoek: Verzoek): Herstelwerk {
  const { herstelwerk } = eisWerker(verzoek).balie
  if (herstelwerk === undefined) throw new PlatformError('niet-gevonden')
  return herstelwerk
}

/** Of the bodies of government whose people log in here, by name. */
function balies(verzoek: Verzoek): readonly { readonly id: string; readonly naam: string }[] {
  const { organisaties } = verzoek.beeld
  return eisWerker(verzoek)
    .balie.logins.organisaties.flatMap((id) => {
      const organisatie = organisaties.get(id)
      return organisatie?.overheid ? [{ id, naam: organisatie.naam }] : []
    })
    .toSorted((a, b) => a.naam.localeCompare(b.naam, 'nl'))
}

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  return { soort: 'pagina', pagina: await pagina(verzoek) }
}

export async function geef(verzoek: Verzoek): Promise<Antwoord> {
  const herstelwerk = eisHerstelwerk(verzoek)
  const { form, context } = verzoek
  const aan = parseOrganisatieId(form.get('aan') ?? '')
  if (aan === undefined || !balies(verzoek).some(({ id }) => id === aan)) return { soort: 'niet-gevonden' }
  const wie = vragerVan(eisWerker(verzoek).werker)
  const isGegeven = await herstelwerk.geefAan(wie, form.get('taak') ?? '', aan)
  const gedaan = isGegeven ? 'gegeven' : 'al-gegeven'
  return { soort: 'ga-naar', adres: adres(context.taal, 'balieHerstelVanOns', { gedaan }) }
}

async function pagina(verzoek: Verzoek): Promise<string> {
  const { context, zoek } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const taken = await eisHerstelwerk(verzoek).zonderOrganisatie()
  const gedaan = gedaanUit(zoek, ['gegeven', 'al-gegeven'])
  const aan = balies(verzoek)
  const inhoud = html`<p class="vd-lead">${t('herstel.van_ons.inleiding')}</p>
${aan.length === 0 && html`<p class="vd-notice">${t('herstel.van_ons.zonder_balie')}</p>`}
${taken.length === 0 ? html`<p>${t('herstel.van_ons.niets')}</p>` : html`<ul class="vd-plain">${taken.map((taak) => rij(verzoek, taak, aan))}</ul>`}`
  return baliePagina(verzoek, {
    titel: t('herstel.van_ons.titel'),
    inhoud,
    melding: gedaan && t(`herstel.van_ons.${gedaan}`),
    zonderGrond: true,
    terug: { adres: adres(taal, 'balie'), tekst: t('herstel.naar_begin') },
  })
}

function rij(verzoek: Verzoek, taak: Hersteltaak, aan: ReturnType<typeof balies>): Html {
  const { context, nu } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const veld = `aan-${taak.id}`
  return html`<li class="vd-card"><p><strong>${t(`herstel.soort.${taak.soort}`)}</strong><br>${t('herstel.kolom.uiterlijk')}: ${tijdstip(context, taak.uiterlijk)}${taak.uiterlijk < nu && html` <strong>${t('herstel.te_laat')}</strong>`}<br>${redenregel(verzoek, taak)}</p>
${
  aan.length > 0 &&
  html`<form class="vd-form" method="post" action="${adres(taal, 'balieHerstelGeef')}"><input type="hidden" name="taak" value="${taak.id}">
<div class="vd-field"><label class="vd-label" for="${veld}">${t('herstel.van_ons.aan')}</label><select class="utrecht-select utrecht-select--html-select vd-select" id="${veld}" name="aan">${aan.map(({ id, naam }) => html`<option value="${id}">${naam}</option>`)}</select></div>
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('herstel.van_ons.knop')}</button></p></form>`
}</li>`
}
