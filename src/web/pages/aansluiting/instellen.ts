import { parseOrganisatieId } from '../../../domain/index.ts'
import { html, PlatformError } from '../../../platform/index.ts'
import {
  type Aangezet,
  type Aansluitfout,
  type BewaardeAansluiting,
  bewaarGetest,
  type Geheimsoort,
  geheimsoorten,
  gewoneAansluitgrenzen,
  isGesloten,
} from '../../../zaken/index.ts'
import { adres } from '../../routes.ts'
import type { Context } from '../../ui/context.ts'
import { foutregel, foutSamenvatting, type Veldfout } from '../../ui/formulier.ts'
import type { Antwoord, Verzoek } from '../../verzoek.ts'
import { aansluitingPagina, eisBeheer, eisBron, naamVan, wijzigerVan } from './kader.ts'
import { testpagina } from './test.ts'
import {
  adresvelden,
  geheimveld,
  grensvelden,
  invoerUit,
  laterevelden,
  naamVanVeld,
  standvelden,
  type Velden,
  veldenUit,
  veldenVan,
  veldVan,
  wegvelden,
} from './velden.ts'

export async function nieuw(verzoek: Verzoek): Promise<Antwoord> {
  eisBeheer(verzoek)
  return { soort: 'pagina', pagina: await vormPagina(verzoek, undefined, legeVelden(), []) }
}

export async function maak(verzoek: Verzoek): Promise<Antwoord> {
  const { beheer, werker, mag } = eisBeheer(verzoek)
  const velden = veldenUit(verzoek.form)
  const id = parseOrganisatieId(velden.organisatie)
  // What is there already is changed at its own page, where its version is known.
  const bestaat = id !== undefined && (await beheer.aansluitingen.vind(id)) !== undefined
  if (id !== undefined && (bestaat || !mag('aansluiten', id)))
    return opnieuw(verzoek, undefined, velden, [{ veld: 'organisatie', code: 'onbekende-organisatie' }])
  const uitkomst = await bewaarGetest(beheer, {
    invoer: invoerUit(velden, undefined, true),
    geheimen: geheimenUit(verzoek.form),
    door: wijzigerVan(werker),
    vanVersie: 0,
  })
  return na(verzoek, undefined, velden, uitkomst)
}

export async function vorm(verzoek: Verzoek): Promise<Antwoord> {
  const { bron } = await eisOpen(verzoek)
  return { soort: 'pagina', pagina: await vormPagina(verzoek, bron, veldenVan(bron.aansluiting), []) }
}

/** What was closed is connected once more by who connects. */
async function eisOpen(verzoek: Verzoek): ReturnType<typeof eisBron> {
  const gevonden = await eisBron(verzoek, 'beheren')
  return isGesloten(gevonden.bron.aansluiting) ? eisBron(verzoek, 'aansluiten') : gevonden
}

/** What this person may not change stays as it is, whatever the form says. */
export async function stel(verzoek: Verzoek): Promise<Antwoord> {
  const { beheer, bron, werker, mag } = await eisOpen(verzoek)
  const { aansluiting } = bron
  const magAansluiten = mag('aansluiten', aansluiting.organisatie)
  const velden = magAansluiten
    ? veldenUit(verzoek.form)
    : { ...veldenVan(aansluiting), ...eigenVelden(veldenUit(verzoek.form)) }
  const uitkomst = await bewaarGetest(beheer, {
    invoer: invoerUit(velden, aansluiting, magAansluiten),
    geheimen: geheimenUit(verzoek.form),
    door: wijzigerVan(werker),
    vanVersie: Number(verzoek.form.get('versie') ?? Number.NaN),
  })
  return na(verzoek, bron, velden, uitkomst)
}

function eigenVelden(velden: Velden): Partial<Velden> {
  const { verbindMs, totaalMs, tegelijk, stand, proefpersonen, proefpersonenWeg } = velden
  return { verbindMs, totaalMs, tegelijk, stand, proefpersonen, proefpersonenWeg }
}

function na(
  verzoek: Verzoek,
  bron: BewaardeAansluiting | undefined,
  velden: Velden,
  { uitkomst, gezakt }: Aangezet,
): Antwoord | Promise<Antwoord> {
  if (uitkomst.status === 'ongeldig') return opnieuw(verzoek, bron, velden, uitkomst.fouten)
  if (uitkomst.status === 'ingehaald') return opnieuw(verzoek, bron, velden, [], true)
  const id = bron?.aansluiting.organisatie ?? velden.organisatie
  if (gezakt !== undefined) return nietAan(verzoek, id, gezakt)
  const gedaan = uitkomst.wat.length === 0 ? 'niets' : 'bewaard'
  return { soort: 'ga-naar', adres: adres(verzoek.context.taal, 'balieBron', { bron: id, gedaan }) }
}

/** Kept, and on trial: what the test said stands on the page that answers. */
async function nietAan(
  verzoek: Verzoek,
  getypt: string,
  gezakt: NonNullable<Aangezet['gezakt']>,
): Promise<Antwoord> {
  const { beheer } = eisBeheer(verzoek)
  const id = parseOrganisatieId(getypt)
  const bewaard = id && (await beheer.aansluitingen.vind(id))
  if (bewaard === undefined) throw new PlatformError('niet-gevonden')
  const verslag = gezakt === 'niet-te-testen' ? undefined : gezakt
  return { soort: 'pagina', pagina: testpagina(verzoek, bewaard, { verslag, isNietAan: true }) }
}

/** Empty: the one that is there stays. */
function geheimenUit(form: URLSearchParams): Partial<Record<Geheimsoort, string>> {
  const lees = (soort: Geheimsoort) => form.get(`geheim-${soort}`)?.trim() || undefined
  return Object.fromEntries(
    geheimsoorten.flatMap((soort) => {
      const waarde = lees(soort)
      return waarde === undefined ? [] : [[soort, waarde]]
    }),
  )
}

async function opnieuw(
  verzoek: Verzoek,
  bron: BewaardeAansluiting | undefined,
  velden: Velden,
  fouten: readonly Aansluitfout[],
  isIngehaald = false,
): Promise<Antwoord> {
  const { t } = verzoek.context.spraak
  const bij = fouten.map(({ veld, code, wat }): Veldfout => {
    const wie = parseOrganisatieId(wat)
    const naam = wie && naamVan(verzoek, wie)
    return { veld: veldVan(veld), tekst: t(`bronnen.fout.${code}`, naam === undefined ? {} : { naam }) }
  })
  const alle = isIngehaald ? [{ veld: 'versie', tekst: t('bronnen.vorm.ingehaald') }, ...bij] : bij
  return {
    soort: 'pagina',
    pagina: await vormPagina(verzoek, bron, velden, alle),
    status: isIngehaald ? 409 : 400,
  }
}

async function vormPagina(
  verzoek: Verzoek,
  bron: BewaardeAansluiting | undefined,
  velden: Velden,
  fouten: readonly Veldfout[],
): Promise<string> {
  const { mag, beheer } = eisBeheer(verzoek)
  const { context } = verzoek
  const { taal, spraak } = context
  const { t } = spraak
  const id = bron?.aansluiting.organisatie
  const delen = {
    context,
    velden,
    fouten,
    heeftGeheim: bron?.heeftGeheim ?? [],
    proefpersonen: bron?.aansluiting.proefpersonen ?? [],
  }
  const magAansluiten = id === undefined || mag('aansluiten', id)
  const kies = id === undefined ? await organisatiekeuze(verzoek, beheer, velden, fouten) : undefined
  const inhoud = html`${foutSamenvatting(t('vraag.fout.titel'), metNaam(spraak, fouten))}
<form class="vd-stack" method="post" action="${id === undefined ? adres(taal, 'balieBronMaak') : adres(taal, 'balieBronStel', { bron: id })}">
${bron && html`<input type="hidden" id="versie" name="versie" value="${bron.versie}">`}
${kies}
${magAansluiten ? adresvelden(delen) : html`<p>${t('bronnen.vorm.adressen_vast')}</p>`}
${geheimveld(delen, 'register')}
${magAansluiten && laterevelden(delen)}
${magAansluiten && wegvelden(delen)}
${standvelden(delen)}
${grensvelden(delen)}
<p class="vd-actions"><button class="utrecht-button utrecht-button--primary-action" type="submit">${t('bronnen.vorm.bewaar')}</button></p></form>`
  const titel =
    bron === undefined || id === undefined
      ? t('bronnen.nieuw.titel')
      : t('bronnen.instellen.titel', { naam: naamVan(verzoek, id) })
  return aansluitingPagina(verzoek, {
    titel,
    inhoud,
    isFout: fouten.length > 0,
    ...(id !== undefined && { bij: id }),
  })
}

/** In the list above the form, where the field itself is out of sight. */
function metNaam(spraak: Context['spraak'], fouten: readonly Veldfout[]): readonly Veldfout[] {
  return fouten.map(({ veld, tekst }) => {
    const naam = naamVanVeld(spraak, veld)
    return { veld, tekst: naam === undefined ? tekst : `${naam}: ${tekst}` }
  })
}

/** Organisations that have no connection yet; not «your municipality», which stands for many. */
async function organisatiekeuze(
  verzoek: Verzoek,
  beheer: ReturnType<typeof eisBeheer>['beheer'],
  velden: Velden,
  fouten: readonly Veldfout[],
) {
  const { t } = verzoek.context.spraak
  const aangesloten = new Set<string>(
    (await beheer.aansluitingen.alle()).map(({ aansluiting }) => aansluiting.organisatie),
  )
  const vrij = [...verzoek.bronnen.organisaties().values()]
    .filter(({ id, overheid }) => overheid && !verzamelnamen.includes(id) && !aangesloten.has(id))
    .toSorted((a, b) => a.naam.localeCompare(b.naam, 'nl'))
  const fout = fouten.find(({ veld }) => veld === 'organisatie')
  return html`<div class="utrecht-form-field vd-field"><label class="utrecht-form-label" for="organisatie">${t('bronnen.veld.organisatie')}</label>
${foutregel({ fout, foutWoord: t('algemeen.fout'), id: 'organisatie' })}
<select class="vd-select" id="organisatie" name="organisatie"><option value="">${t('bronnen.vorm.kies')}</option>${vrij.map(
    ({ id, naam }) =>
      id === velden.organisatie
        ? html`<option value="${id}" selected>${naam}</option>`
        : html`<option value="${id}">${naam}</option>`,
  )}</select></div>`
}

/** «Your municipality», «the court»: stand for all of a kind, and have no case register of their own. */
const verzamelnamen: readonly string[] = ['gemeente', 'provincie', 'waterschap', 'eiland', 'rechtbank']

function legeVelden(): Velden {
  return {
    ...veldenUit(new URLSearchParams()),
    soort: 'zgw-jwt',
    client: 'voordeur',
    verbindMs: String(gewoneAansluitgrenzen.verbindMs),
    totaalMs: String(gewoneAansluitgrenzen.totaalMs),
    tegelijk: String(gewoneAansluitgrenzen.tegelijk),
    stand: 'uit',
  }
}
