/** Times agreed with another organisation: who calls whom, when it is time, and moving or cancelling it. */
import type { Tijdzone } from '../../../kalender/index.ts'
import { type Belafspraak, type Belafspraken, isAanDeBeurt, type MetInwoner } from '../../../lijnen/index.ts'
import { type Html, html, PlatformError } from '../../../platform/index.ts'
import { adres } from '../../routes.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { wanneer } from '../afspraken/kant.ts'
import { dagvorm, gekozenDag, leesTijd, tijdkeuze } from '../afspraken/tijdkeuze.ts'
import { baliePagina } from '../balie/kader.ts'
import { eisLoket, vragerVan } from '../loket/scherm.ts'
import { organisatienaam } from '../loket/woorden.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { leesBeller, naarGesprek } from './wie.ts'

const gedaanWoorden = ['gemaakt', 'verzet', 'afgezegd'] as const
/** Words of why not, as the texts have them. */
export const nietGelukt = ['vol', 'niet-boekbaar', 'te-veel', 'niet-voor-u', 'niet-gevonden'] as const

export type Belkant = NonNullable<ReturnType<typeof leesBeller>> & { readonly afspraken: Belafspraken }

/** `undefined` where nobody calls, or no appointments are made. */
export function leesBelkant(verzoek: Verzoek): Belkant | undefined {
  const beller = leesBeller(verzoek)
  const afspraken = verzoek.balie?.belafspraken
  return beller && afspraken && { ...beller, afspraken }
}

/** Whom the case is about, on their record, for who is shared that. */
export function inwonerVan(verzoek: Verzoek, ketenzaak: string | undefined): MetInwoner | undefined {
  if (ketenzaak === undefined) return undefined
  const vrager = vragerVan(verzoek, 'balie')
  return (fn) => eisLoket(verzoek).overBetrokkene(vrager, ketenzaak, fn)
}

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const kant = leesBelkant(verzoek)
  if (kant === undefined) return { soort: 'niet-gevonden' }
  const { context, zoek } = verzoek
  const { t } = context.spraak
  const rij = await kant.afspraken.lijst(kant.wie)
  const teams = await teamnamen(kant, rij)
  const gedaan = gedaanUit(zoek, gedaanWoorden)
  const inhoud = html`<p class="vd-lead">${t('bellen.afspraak.inleiding')}</p>
<p class="vd-no-print"><a class="utrecht-button utrecht-button--secondary-action" href="${adres(context.taal, 'balieBelafspraakNieuw')}">${t('bellen.afspraak.nieuw')}</a></p>
${rij.length === 0 ? html`<p>${t('bellen.afspraak.geen')}</p>` : html`<ul class="vd-plain vd-kaarten">${rij.map((een) => html`<li>${kaart(verzoek, kant, een, teams)}</li>`)}</ul>`}`
  const pagina = baliePagina(verzoek, {
    ...{ titel: t('bellen.afspraak.titel'), inhoud, zonderGrond: true, stijl: ['loket.css'] },
    melding: gedaan && t(`bellen.afspraak.gedaan.${gedaan}`),
    terug: { adres: adres(context.taal, 'balieBellen'), tekst: t('bellen.titel') },
  })
  return { soort: 'pagina', pagina }
}

type Teams = ReadonlyMap<string, Awaited<ReturnType<Belafspraken['team']>>>

async function teamnamen({ afspraken }: Belkant, rij: readonly Belafspraak[]): Promise<Teams> {
  const ids = [...new Set(rij.map(({ team }) => team))]
  return new Map(await Promise.all(ids.map(async (id) => [id, await afspraken.team(id)] as const)))
}

/** What is due now, on the page of calls: with the button that begins the call. */
export async function nuAanDeBeurt(verzoek: Verzoek): Promise<Html | undefined> {
  const kant = leesBelkant(verzoek)
  if (kant === undefined) return undefined
  const { t } = verzoek.context.spraak
  const rij = await kant.afspraken.lijst(kant.wie)
  const nieuws = rij.filter((een) => een.nieuws !== undefined).length
  const nu = rij.filter((een) => isAanDeBeurt(een, verzoek.nu))
  const link = html`<p><a href="${adres(verzoek.context.taal, 'balieBelafspraken')}">${t('bellen.afspraak.alle', { n: rij.filter(({ einde, stand }) => stand === 'gemaakt' && einde > verzoek.nu).length })}</a>${nieuws > 0 && html` <strong>${t('bellen.afspraak.werk', { n: nieuws })}</strong>`}</p>`
  if (nu.length === 0) return link
  const teams = await teamnamen(kant, nu)
  return html`<section class="vd-section" aria-labelledby="aan-de-beurt"><h2 id="aan-de-beurt">${t('bellen.afspraak.nu')}</h2>
${nu.map((een) => kaart(verzoek, kant, een, teams, 3))}${link}</section>`
}

function kaart(verzoek: Verzoek, { wie }: Belkant, een: Belafspraak, teams: Teams, kop: 2 | 3 = 2): Html {
  const { context, nu } = verzoek
  const { t } = context.spraak
  const team = teams.get(een.team)
  const bellen = een.organisatie === wie.organisatie
  const ander = organisatienaam(verzoek, bellen ? een.van : een.organisatie).tekst
  const op = wanneer(context, een.begin, team?.rooster.zone ?? 'Europe/Amsterdam')
  const staat = een.stand === 'gemaakt' && een.einde > nu
  const naar = { afspraak: een.id }
  const titel = t(bellen ? 'bellen.afspraak.u_belt' : 'bellen.afspraak.u_wordt_gebeld', { wie: ander })
  return html`<article class="vd-card vd-stack">${kop === 2 ? html`<h2>${titel}</h2>` : html`<h3>${titel}</h3>`}
<p><strong>${op}</strong>${een.stand === 'afgezegd' && html` <span class="vd-badge vd-badge--rustig">${t('bellen.afspraak.is_afgezegd')}</span>`}${een.stand === 'gemaakt' && een.einde <= nu && html` <span class="vd-badge vd-badge--rustig">${t('bellen.afspraak.voorbij')}</span>`}</p>
<p class="vd-small">${team?.team.naam ?? een.team}${een.afspraak !== undefined && html` · ${t('bellen.afspraak.met_inwoner')}`}${een.ketenzaak !== undefined && html` · <a href="${adres(context.taal, 'balieKetenzaak', { ketenzaak: een.ketenzaak })}">${t('bellen.over_zaak')}</a>`}</p>
${een.nieuws !== undefined && nieuwsregel(verzoek, een, een.nieuws, team?.rooster.zone ?? 'Europe/Amsterdam')}
${
  staat &&
  html`<p class="vd-actions">${isAanDeBeurt(een, nu) && belknop(verzoek, een)}<a class="utrecht-button utrecht-button--secondary-action" href="${adres(context.taal, 'balieBelafspraak', naar)}">${t('bellen.afspraak.wijzig')}<span class="vd-visually-hidden">: ${ander}, ${op}</span></a></p>`
}</article>`
}

/** What another one changed, until somebody here says that they saw it. */
function nieuwsregel(
  { context }: Verzoek,
  { id, begin, stand }: Belafspraak,
  nieuws: NonNullable<Belafspraak['nieuws']>,
  zone: Tijdzone,
): Html {
  const { t } = context.spraak
  const was = nieuws.soort === 'verzet' ? wanneer(context, nieuws.was, zone) : ''
  return html`<div class="vd-notice"><p>${t(`bellen.afspraak.nieuws.${nieuws.soort}`, { was })}</p>
<form method="post" action="${adres(context.taal, 'balieBelafspraakDoe', { afspraak: id })}"><input type="hidden" name="begin" value="${begin.toISOString()}"><input type="hidden" name="stand" value="${stand}"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="gezien">${t('bellen.afspraak.gezien')}<span class="vd-visually-hidden">: ${wanneer(context, begin, zone)}</span></button></form></div>`
}

/** On the list of work: how much others changed in agreed times. */
export async function nieuwsInAfspraken(verzoek: Verzoek): Promise<Html | undefined> {
  const kant = leesBelkant(verzoek)
  const n = (await kant?.afspraken.lijst(kant.wie))?.filter(({ nieuws }) => nieuws !== undefined).length ?? 0
  if (n === 0) return undefined
  const { spraak, taal } = verzoek.context
  return html`<p class="vd-notice"><a href="${adres(taal, 'balieBelafspraken')}">${spraak.t('bellen.afspraak.werk', { n })}</a></p>`
}

function belknop({ context }: Verzoek, { id }: Belafspraak): Html {
  return html`<form method="post" action="${adres(context.taal, 'balieBelafspraakDoe', { afspraak: id })}"><button class="utrecht-button utrecht-button--primary-action" type="submit" name="doe" value="bel">${context.spraak.t('bellen.afspraak.bel_nu')}</button></form> `
}

export async function een(verzoek: Verzoek): Promise<Antwoord> {
  const kant = leesBelkant(verzoek)
  const is = await kant?.afspraken.vind(kant.wie, verzoek.delen.afspraak ?? '')
  if (kant === undefined || is === undefined) return { soort: 'niet-gevonden' }
  return wijzigpagina(verzoek, kant, is)
}

async function wijzigpagina(
  verzoek: Verzoek,
  kant: Belkant,
  is: Belafspraak,
  fout?: (typeof nietGelukt)[number] | 'tijd',
): Promise<Antwoord> {
  const { context, zoek, form } = verzoek
  const { t } = context.spraak
  const team = await kant.afspraken.team(is.team)
  const dagen = team === undefined ? new Map() : await kant.afspraken.vrij(team.rooster)
  const dag = gekozenDag(dagen, form.get('dag') ?? zoek.get('dag'))
  const hier = adres(context.taal, 'balieBelafspraak', { afspraak: is.id })
  const actie = adres(context.taal, 'balieBelafspraakDoe', { afspraak: is.id })
  const bellen = is.organisatie === kant.wie.organisatie
  const ander = organisatienaam(verzoek, bellen ? is.van : is.organisatie).tekst
  const staat = is.stand === 'gemaakt' && is.begin > verzoek.nu
  const inhoud = html`${fout !== undefined && html`<p class="vd-notice" role="alert">${t(`bellen.afspraak.fout.${fout}`)}</p>`}
<p class="vd-lead">${t(bellen ? 'bellen.afspraak.u_belt' : 'bellen.afspraak.u_wordt_gebeld', { wie: ander })}: ${wanneer(context, is.begin, team?.rooster.zone ?? 'Europe/Amsterdam')}</p>
${is.afspraak !== undefined && html`<p>${t('bellen.afspraak.inwoner_hoort')}</p>`}
${!staat && html`<p>${t(`bellen.afspraak.${is.stand === 'afgezegd' ? 'is_afgezegd' : 'voorbij'}`)}</p>`}
${
  staat &&
  html`<section class="vd-section" aria-labelledby="verzet"><h2 id="verzet">${t('bellen.afspraak.verzet')}</h2>
${
  team === undefined || dag === undefined
    ? html`<p>${t('afspraken.geen_ruimte')}</p>`
    : html`${dagvorm(context, { doel: hier, dagen, dag })}
<form class="vd-form" method="post" action="${actie}"><input type="hidden" name="dag" value="${dag}">${tijdkeuze(context, { team: team.rooster, dagen, dag })}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit" name="doe" value="verzet">${t('bellen.afspraak.verzet_knop')}</button></p></form>`
}</section>
<section class="vd-section" aria-labelledby="zeg-af"><h2 id="zeg-af">${t('bellen.afspraak.zeg_af')}</h2>
<form method="post" action="${actie}"><p>${t('bellen.afspraak.zeg_af_uitleg', { wie: ander })}</p>
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="doe" value="zeg-af">${t('bellen.afspraak.zeg_af_knop')}</button></p></form></section>`
}`
  const pagina = baliePagina(verzoek, {
    ...{ titel: t('bellen.afspraak.een'), inhoud, zonderGrond: true, stijl: ['loket.css'] },
    isFout: fout !== undefined,
    terug: { adres: adres(context.taal, 'balieBelafspraken'), tekst: t('bellen.afspraak.titel') },
  })
  return { soort: 'pagina', pagina, ...(fout !== undefined && { status: 409 }) }
}

export async function doe(verzoek: Verzoek): Promise<Antwoord> {
  const kant = leesBelkant(verzoek)
  const id = verzoek.delen.afspraak ?? ''
  const is = await kant?.afspraken.vind(kant.wie, id)
  if (kant === undefined || is === undefined) return { soort: 'niet-gevonden' }
  const { form, context } = verzoek
  const wat = form.get('doe')
  if (wat === 'bel') return bel(verzoek, kant, is)
  if (wat === 'gezien') return zag(verzoek, kant, is)
  const begin = leesTijd(form.get('tijd'))
  if (wat === 'verzet' && begin === undefined) return wijzigpagina(verzoek, kant, is, 'tijd')
  const inwoner = inwonerVan(verzoek, is.ketenzaak)
  const uit =
    wat === 'verzet' && begin !== undefined
      ? await kant.afspraken.verzet(kant.wie, id, begin, inwoner)
      : await kant.afspraken.zegAf(kant.wie, id, inwoner)
  if (uit !== 'ok') return wijzigpagina(verzoek, kant, is, uit)
  const gedaan = wat === 'verzet' ? 'verzet' : 'afgezegd'
  return { soort: 'ga-naar', adres: adres(context.taal, 'balieBelafspraken', { gedaan }) }
}

/** As it stood on their page: what it became since is news still. */
async function zag(verzoek: Verzoek, { wie, afspraken }: Belkant, { id }: Belafspraak): Promise<Antwoord> {
  const { form, context } = verzoek
  const [begin, stand] = [new Date(form.get('begin') ?? ''), form.get('stand')]
  if (Number.isNaN(begin.getTime()) || (stand !== 'gemaakt' && stand !== 'afgezegd'))
    throw new PlatformError('verzoek-ongeldig')
  await afspraken.gezien(wie, id, { begin, stand })
  return { soort: 'ga-naar', adres: adres(context.taal, 'balieBelafspraken') }
}

/** It rings at the other organisation, about the same case. */
async function bel(verzoek: Verzoek, { wie, gesprekken }: Belkant, is: Belafspraak): Promise<Antwoord> {
  if (!isAanDeBeurt(is, verzoek.nu))
    return { soort: 'ga-naar', adres: adres(verzoek.context.taal, 'balieBelafspraken') }
  const organisatie = is.organisatie === wie.organisatie ? is.van : is.organisatie
  return naarGesprek(verzoek, await gesprekken.bel(wie, { organisatie, ketenzaak: is.ketenzaak }))
}
