/** Agreeing a time at which a team of another organisation calls: first which team, then a day and a time. */
import { isUuid7, parseOrganisatieId } from '../../../domain/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import { foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { dagvorm, gekozenDag, leesTijd, tijdkeuze } from '../afspraken/tijdkeuze.ts'
import { baliePagina } from '../balie/kader.ts'
import { eisLoket } from '../loket/scherm.ts'
import { vinkje } from '../loket/velden.ts'
import { organisatienaam } from '../loket/woorden.ts'
import { type Belkant, inwonerVan, leesBelkant, type nietGelukt } from './afspraken.ts'

/** What the address or the form said already. */
interface Gekozen {
  readonly organisatie: string | undefined
  readonly team: string
  /** Only of a case that they may see. */
  readonly ketenzaak: string | undefined
}

async function leesGekozen({ wie }: Belkant, uit: URLSearchParams): Promise<Gekozen> {
  const zaak = uit.get('ketenzaak') ?? ''
  return {
    organisatie: parseOrganisatieId(uit.get('organisatie')),
    team: uit.get('team') ?? '',
    ketenzaak: isUuid7(zaak) && (await wie.magZaak(zaak)) ? zaak : undefined,
  }
}

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const kant = leesBelkant(verzoek)
  if (kant === undefined) return { soort: 'niet-gevonden' }
  return nieuwpagina(verzoek, kant, await leesGekozen(kant, verzoek.zoek))
}

export async function maak(verzoek: Verzoek): Promise<Antwoord> {
  const kant = leesBelkant(verzoek)
  if (kant === undefined) return { soort: 'niet-gevonden' }
  const { form, context } = verzoek
  const gekozen = await leesGekozen(kant, form)
  const begin = leesTijd(form.get('tijd'))
  const id = form.get('id') ?? ''
  if (begin === undefined) return nieuwpagina(verzoek, kant, gekozen, 'tijd')
  const { team, ketenzaak } = gekozen
  const inwoner = form.get('inwoner') === 'ja' ? inwonerVan(verzoek, ketenzaak) : undefined
  const uit = await kant.afspraken.boek(kant.wie, { id, team, begin, ketenzaak, inwoner })
  if (uit !== 'ok') return nieuwpagina(verzoek, kant, gekozen, uit)
  return { soort: 'ga-naar', adres: adres(context.taal, 'balieBelafspraken', { gedaan: 'gemaakt' }) }
}

async function nieuwpagina(
  verzoek: Verzoek,
  kant: Belkant,
  gekozen: Gekozen,
  fout?: 'tijd' | (typeof nietGelukt)[number],
): Promise<Antwoord> {
  const { context } = verzoek
  const { t } = context.spraak
  const fouten: readonly Veldfout[] =
    fout === undefined ? [] : [{ veld: 'tijd', tekst: t(`bellen.afspraak.fout.${fout}`) }]
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), fouten)}
${await teamkeuze(verzoek, kant, gekozen)}
${await tijddeel(verzoek, kant, gekozen, fouten)}`
  const pagina = baliePagina(verzoek, {
    ...{ titel: t('bellen.afspraak.nieuw'), inhoud, zonderGrond: true, stijl: ['loket.css'] },
    isFout: fout !== undefined,
    terug: { adres: adres(context.taal, 'balieBelafspraken'), tekst: t('bellen.afspraak.titel') },
  })
  return { soort: 'pagina', pagina, ...(fout !== undefined && { status: fout === 'tijd' ? 400 : 409 }) }
}

/** A form that only asks, so that it works without a script and nothing is kept of it. */
async function teamkeuze(
  verzoek: Verzoek,
  { afspraken, wie }: Belkant,
  { organisatie, team: gekozen, ketenzaak }: Gekozen,
): Promise<Html> {
  const { context, balie } = verzoek
  const { t } = context.spraak
  const hier = (balie?.logins.organisaties ?? []).filter((id) => id !== wie.organisatie)
  const van = organisatie === undefined ? hier : hier.filter((id) => id === organisatie)
  const groepen = await Promise.all(
    van.map(async (id) => ({ naam: organisatienaam(verzoek, id).tekst, teams: await afspraken.teams(id) })),
  )
  const metTeams = groepen
    .filter(({ teams }) => teams.length > 0)
    .toSorted((a, b) => a.naam.localeCompare(b.naam, 'nl'))
  if (metTeams.length === 0) return html`<p>${t('bellen.afspraak.geen_team')}</p>`
  return html`<form class="vd-stack" method="get" action="${adres(context.taal, 'balieBelafspraakNieuw')}">
${organisatie !== undefined && html`<input type="hidden" name="organisatie" value="${organisatie}">`}${ketenzaak !== undefined && html`<input type="hidden" name="ketenzaak" value="${ketenzaak}">`}
<div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="team">${t('bellen.afspraak.welk_team')}</label>
<select class="utrecht-select utrecht-select--html-select vd-select" id="team" name="team"><option value="">${t('loket.kies')}</option>${metTeams.map(({ naam, teams }) => html`<optgroup label="${naam}">${teams.map(({ team }) => html`<option value="${team.id}"${team.id === gekozen && html` selected`}>${team.naam}</option>`)}</optgroup>`)}</select></div>
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('bellen.afspraak.toon')}</button></p></form>`
}

async function tijddeel(
  verzoek: Verzoek,
  { afspraken }: Belkant,
  { team: id, organisatie, ketenzaak }: Gekozen,
  fouten: readonly Veldfout[],
): Promise<Html | undefined> {
  const { context, form, zoek } = verzoek
  const { t } = context.spraak
  const team = await afspraken.team(id)
  if (team === undefined) return undefined
  const dagen = await afspraken.vrij(team.rooster)
  const dag = gekozenDag(dagen, form.get('dag') ?? zoek.get('dag'))
  if (dag === undefined) return html`<p class="vd-notice">${t('afspraken.geen_ruimte')}</p>`
  const velden = {
    team: id,
    ...(organisatie !== undefined && { organisatie }),
    ...(ketenzaak !== undefined && { ketenzaak }),
  }
  const doel = adres(context.taal, 'balieBelafspraakNieuw')
  const oud = form.get('id') ?? ''
  return html`<section class="vd-section" aria-labelledby="wanneer"><h2 id="wanneer">${t('bellen.afspraak.wanneer')}</h2>
${dagvorm(context, { doel, dagen, dag, velden })}
<form class="vd-form" method="post" action="${adres(context.taal, 'balieBelafspraakMaak')}">
${Object.entries({ ...velden, dag, id: isUuid7(oud) ? oud : eisLoket(verzoek).nieuwId() }).map(([naam, waarde]) => html`<input type="hidden" name="${naam}" value="${waarde}">`)}
${tijdkeuze(context, { team: team.rooster, dagen, dag, gekozen: form.get('tijd') ?? undefined, fout: fouten[0] })}
${ketenzaak !== undefined && vinkje({ id: 'inwoner', naam: 'inwoner', waarde: 'ja', tekst: t('bellen.afspraak.inwoner'), isGekozen: form.get('inwoner') === 'ja' })}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('bellen.afspraak.knop')}</button></p></form></section>`
}
