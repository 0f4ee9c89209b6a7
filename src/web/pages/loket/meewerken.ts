/** An outside party: comes in with a code, signs confidentiality, sees its own step and answers for it. Nothing else. */
import type { PersoonId } from '../../../domain/index.ts'
import { type Aangemeld, isAf } from '../../../loket/index.ts'
import { type Html, html } from '../../../platform/index.ts'
import { meewerkRegel, zonderMeewerkRegel } from '../../bezoek/meewerkkoekje.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import { pagina } from '../../ui/pagina.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { gedaanUit } from '../mijn/kader.ts'
import { afscheidzin, wieNu } from './afscheid.ts'
import { kopVan, voerUit } from './doe.ts'
import { verborgen } from './kader.ts'
import { levendscript, levendvak } from './levend.ts'
import { eisLoket, type Ketenscherm, leesScherm, vragerVan } from './scherm.ts'
import { type Ingevuld, keurVelden, leesIngevuld, toonVelden, type Veld } from './velden.ts'
import { verloopdelen } from './verloop.ts'
import { type Gedaan, w } from './vorm.ts'
import { antwoordvelden, maakAntwoord } from './vormen-stap.ts'
import { aanspreekmerk, geschreven, organisatienaam, staptitel, weigertekst } from './woorden.ts'

const stijl = ['mijn.css', 'balie.css', 'loket.css']

const codevelden: readonly Veld[] = [
  { soort: 'regel', naam: 'code', label: 'loket.meewerken.code', hulp: 'loket.meewerken.code_hulp' },
  { soort: 'regel', naam: 'ondertekenaar', label: 'loket.meewerken.ondertekenaar' },
  { soort: 'vink', naam: 'geheim', label: 'loket.meewerken.teken' },
]

interface Codebeeld {
  readonly fouten?: readonly Veldfout[]
  readonly ingevuld?: Ingevuld
  readonly melding?: string | undefined
  /** Of who was in: how it ended. */
  readonly waarom?: Html | undefined
  /** Absent where nobody can log in for a company. */
  readonly login?: { readonly naar: string; readonly bedrijf: string | undefined } | undefined
}

/** Nobody is a resident here: the line about for whom one looks says nothing. */
const zonderStrip = (context: Context): Context => ({ ...context, zwijgtOver: new Set(['wie', 'plaats']) })

/** One form for code and signature: whoever tries codes learns nothing before they have signed. */
export function codevorm(
  context: Context,
  { fouten = [], ingevuld, melding, waarom, login }: Codebeeld = {},
): string {
  const { t } = context.spraak
  return pagina(zonderStrip(context), {
    titel: t('loket.meewerken.titel'),
    stijl,
    isFout: fouten.length > 0,
    inhoud: html`<h1>${t('loket.meewerken.titel')}</h1>
${melding !== undefined && html`<p class="vd-notice" role="status">${melding}</p>`}
${waarom}
${foutSamenvatting(t('vraag.fout.titel'), fouten)}
<p class="vd-lead">${t('loket.meewerken.inleiding')}</p>
${
  login &&
  html`<section class="vd-card vd-stack" aria-labelledby="eherkenning"><h2 id="eherkenning">${t('loket.meewerken.login_kop')}</h2>
${
  login.bedrijf === undefined
    ? html`<p>${t('loket.meewerken.login_uitleg')}</p><p><a class="utrecht-button utrecht-button--secondary-action" href="${login.naar}">${t('loket.meewerken.login')}</a></p>`
    : html`<p><strong>${t('loket.meewerken.ingelogd', { naam: login.bedrijf })}</strong></p>`
}</section>`
}
<form class="vd-form" method="post" action="${adres(context.taal, 'meewerkenCode')}">
${toonVelden({ context, ingevuld, fouten }, codevelden.slice(0, 1))}
<section class="vd-card vd-stack" aria-labelledby="geheimhouding"><h2 id="geheimhouding">${t('loket.meewerken.geheim_kop')}</h2>
<ul class="vd-list"><li>${t('loket.meewerken.geheim_1')}</li><li>${t('loket.meewerken.geheim_2')}</li><li>${t('loket.meewerken.geheim_3')}</li></ul></section>
${toonVelden({ context, ingevuld, fouten }, codevelden.slice(1))}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('loket.meewerken.knop')}</button></p></form>
<p class="vd-calm">${t('loket.meewerken.geen_code')}</p>`,
  })
}

export async function begin(verzoek: Verzoek): Promise<Antwoord> {
  const { context, zoek } = verzoek
  const gedaan = gedaanUit(zoek, ['uit'])
  const melding = gedaan && context.spraak.t('loket.meewerken.uit')
  return { soort: 'pagina', pagina: codevorm(context, { melding, login: loginVan(verzoek) }) }
}

/** Wrong, used, over, or of nobody: one answer, with the same status. */
export async function meld(verzoek: Verzoek): Promise<Antwoord> {
  const { form, context, post } = verzoek
  const loket = eisLoket(verzoek)
  const bedrijf = bedrijfVan(verzoek)
  const ingevuld = leesIngevuld(form)
  const fouten = keurVelden(context, codevelden, ingevuld)
  const opnieuw = (welke: readonly Veldfout[], metWat: Ingevuld): Antwoord => ({
    soort: 'pagina',
    pagina: codevorm(context, { fouten: welke, ingevuld: metWat, login: loginVan(verzoek) }),
    status: 400,
  })
  // Nothing was tried yet: sixteen characters are not typed twice because of a tick.
  if (fouten.length > 0) return opnieuw(fouten, ingevuld)
  const aangemeld = await loket.meldAan(
    {
      ...{ code: ingevuld.tekst('code'), ondertekenaar: ingevuld.tekst('ondertekenaar') },
      ...(bedrijf && { bedrijf: bedrijf.persoon }),
    },
    loket.nieuwId(),
  )
  if (aangemeld.status !== 'ok')
    return opnieuw([{ veld: 'code', tekst: waaromNiet(context, aangemeld) }], zonderCode(ingevuld))
  return {
    soort: 'ga-naar',
    adres: adres(context.taal, 'meewerkenStap'),
    koekjes: [meewerkRegel(aangemeld.sleutel, post.isHttps)],
  }
}

/** Of a code that works, and asks for a login as well, is said which: who has it may know that. Of any other nothing. */
function waaromNiet({ spraak: { t } }: Context, { weigering }: Extract<Aangemeld, { status: 'geweigerd' }>) {
  const { reden } = weigering
  return t(
    reden === 'bedrijf-nodig' || reden === 'ander-bedrijf'
      ? `loket.meewerken.${reden}`
      : 'loket.meewerken.fout',
  )
}

/** For the whole of a company; who may act for one branch alone does not act for the company. */
function bedrijfVan({ wie }: Verzoek): { readonly persoon: PersoonId; readonly naam: string } | undefined {
  if (wie?.voor.soort !== 'bedrijf' || wie.voor.vestiging !== undefined) return undefined
  return { persoon: wie.persoon, naam: wie.naam ?? '' }
}

/** Logging in comes before the code: a code that was typed is kept nowhere meanwhile. */
function loginVan(verzoek: Verzoek): Codebeeld['login'] {
  if (verzoek.mijn?.inlog.middelen.includes('eherkenning') !== true) return undefined
  const { taal } = verzoek.context
  const naar = adres(taal, 'inlogStart', { filter: { middel: 'eherkenning', naar: 'meewerken' } })
  return { naar, bedrijf: bedrijfVan(verzoek)?.naam }
}

/** A code that did not fit is not given back: on a shared screen it may be one that will. */
function zonderCode(in_: Ingevuld): Ingevuld {
  return { ...in_, tekst: (naam) => (naam === 'code' ? '' : in_.tekst(naam)) }
}

export async function toon(verzoek: Verzoek): Promise<Antwoord> {
  const scherm = await leesScherm(verzoek, 'partij')
  // The case was closed, or they were taken out of it: nothing is shown any more.
  if (scherm === undefined) return voorbij(verzoek)
  return { soort: 'pagina', pagina: stappagina(scherm, {}) }
}

/** Why, on which day, and whom to call: what they may know. */
async function voorbij(verzoek: Verzoek): Promise<Antwoord> {
  const { context, post, genodigde } = verzoek
  const einde =
    genodigde && (await eisLoket(verzoek).afscheid(vragerVan(verzoek, 'partij'), genodigde.ketenzaak))
  const melding = context.spraak.t('loket.meewerken.voorbij')
  const waarom = einde && html`<p class="vd-lead">${afscheidzin(verzoek, einde)}</p>${wieNu(verzoek, einde)}`
  return {
    soort: 'pagina',
    status: 410,
    pagina: codevorm(context, { melding, waarom, login: loginVan(verzoek) }),
    koekjes: [zonderMeewerkRegel(post.isHttps)],
  }
}

/** What was copied of the key from this device opens nothing any more. */
export async function uit(verzoek: Verzoek): Promise<Antwoord> {
  const { context, post, genodigde } = verzoek
  if (genodigde !== undefined) {
    const loket = eisLoket(verzoek)
    const kop = { id: loket.nieuwId(), ketenzaak: genodigde.ketenzaak, verwacht: 1 }
    await loket.doe(vragerVan(verzoek, 'partij'), kop, { soort: 'beeindig-toegang' })
  }
  return {
    soort: 'ga-naar',
    adres: adres(context.taal, 'meewerken', { gedaan: 'uit' }),
    koekjes: [zonderMeewerkRegel(post.isHttps)],
  }
}

const berichtveld: Veld = { soort: 'tekst', naam: 'tekst', label: 'loket.meewerken.bericht' }

export async function doe(verzoek: Verzoek): Promise<Antwoord> {
  const scherm = await leesScherm(verzoek, 'partij')
  if (scherm === undefined) return voorbij(verzoek)
  const { form, context } = verzoek
  const over = form.get('over') ?? ''
  const ingevuld = leesIngevuld(form)
  const velden = over === '' ? [berichtveld] : antwoordvelden(scherm, over)
  const opnieuw = (meer: Stapbeeld, status: number): Antwoord => ({
    soort: 'pagina',
    pagina: stappagina(scherm, { over, ingevuld, ...meer }),
    status,
  })
  const fouten = keurVelden(context, velden, ingevuld)
  if (fouten.length > 0) return opnieuw({ fouten }, 400)
  const gedaan: Gedaan | Veldfout =
    over === ''
      ? { opdracht: { soort: 'voeg-toe', wat: 'bericht', tekst: w(ingevuld.tekst('tekst')) } }
      : maakAntwoord(ingevuld, scherm, over)
  if (!('opdracht' in gedaan)) return opnieuw({ fouten: [gedaan] }, 400)
  const uitslag = await voerUit(scherm, kopVan(scherm), gedaan)
  if (uitslag.status === 'ok')
    return { soort: 'ga-naar', adres: adres(context.taal, 'meewerkenStap', { gedaan: 'ok' }) }
  const melding =
    uitslag.status === 'conflict'
      ? html`<p>${context.spraak.t('loket.conflict.uitleg')}</p><ul class="vd-plain vd-verloop">${verloopdelen(scherm, uitslag.anderen)}</ul>`
      : html`<p>${weigertekst(scherm, uitslag.weigering)}</p>`
  return opnieuw({ melding }, 409)
}

interface Stapbeeld {
  readonly over?: string
  readonly ingevuld?: Ingevuld
  readonly fouten?: readonly Veldfout[]
  readonly melding?: Html
}

function stappagina(scherm: Ketenscherm, { over, ingevuld, fouten = [], melding }: Stapbeeld): string {
  const { context, zoek } = scherm.verzoek
  const { t, datum } = context.spraak
  const { zicht } = scherm.beeld
  const eigen = zicht.stappen.filter(
    ({ eigenaar, isAfgeschermd }) =>
      !isAfgeschermd && eigenaar.soort === 'partij' && eigenaar.deelnemer === zicht.deelnemer,
  )
  const gedeeld = zicht.onderdelen.filter(({ tekst }) => tekst !== undefined)
  const gedaan = gedaanUit(zoek, ['ok'])
  const bij = (van: string) => (over === van ? { context, ingevuld, fouten } : { context, fouten: [] })
  const actie = adres(context.taal, 'meewerkenDoe')
  return pagina(zonderStrip(context), {
    titel: t('loket.meewerken.stap_titel'),
    isVoorPartij: true,
    stijl,
    script: levendscript,
    isFout: fouten.length > 0,
    inhoud: html`<h1>${t('loket.meewerken.stap_titel')}</h1>
${levendvak(scherm)}
${gedaan && html`<p class="vd-notice" role="status">${t('loket.gedaan.ok')}</p>`}
${foutSamenvatting(t('vraag.fout.titel'), fouten)}
${melding && html`<div class="vd-note vd-note--alarm" role="alert"><h2>${t('loket.geweigerd')}</h2>${melding}</div>`}
<p>${t('loket.meewerken.voor', { wie: organisatienaam(scherm.verzoek, zicht.regie.organisatie).tekst })}</p>
${eigen.length === 0 && html`<p>${t('loket.meewerken.geen_stap')}</p>`}
${eigen.map(
  (
    stap,
  ) => html`<section class="vd-card vd-stack" data-deel="stap-${stap.stap}"><h2>${staptitel(scherm, stap).tekst}</h2>
<p class="vd-zinkop">${t(`loket.stand.${stap.stand}`)}. ${!isAf(stap.stand) && html`<span class="vd-term vd-term--term">${t('loket.stap.voor', { dag: datum(stap.termijn) })}</span>`}</p>
${stap.nodig !== undefined && html`<p>${t('loket.stap.nodig')} <span class="vd-tekst">${stap.nodig}</span></p>`}
${
  !isAf(stap.stand) &&
  stap.stand !== 'geweigerd' &&
  html`<form class="vd-form" method="post" action="${actie}">${verborgen(scherm, stap.stap)}${toonVelden(bij(stap.stap), antwoordvelden(scherm, stap.stap))}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('loket.vorm.antwoord.knop')}</button></p></form>`
}</section>`,
)}
<div data-deel="gedeeld">${gedeeld.length > 0 && html`<section class="vd-section"><h2>${t('loket.meewerken.gedeeld')}</h2><dl class="vd-facts">${gedeeld.map(({ soort, tekst }) => html`<div><dt>${t(`loket.onderdeel.${soort}`)}</dt><dd>${geschreven(context, tekst)}</dd></div>`)}</dl></section>`}</div>
<section class="vd-section"><h2>${t('loket.mijn.bel')}</h2><p class="vd-bel"><strong>${aanspreekmerk(scherm)}</strong></p></section>
<details class="vd-details vd-fold"${over === '' && fouten.length > 0 && html` open`}><summary>${t('loket.meewerken.schrijf')}</summary><div><form class="vd-form" method="post" action="${actie}">${verborgen(scherm, '')}${toonVelden(bij(''), [berichtveld])}
<p class="vd-actions"><button class="utrecht-button utrecht-button--secondary-action" type="submit">${t('loket.vorm.bericht.knop')}</button></p></form></div></details>
<form method="post" action="${adres(context.taal, 'meewerkenUit')}"><button class="utrecht-button utrecht-button--secondary-action" type="submit" name="uit" value="1">${t('loket.meewerken.stop')}</button></form>`,
  })
}
