/**
 * How steps of journeys go, counted at the one place where every page passes. A request is looked at by itself: which
 * page, what came of it, and from which page of ours the browser says it came (`Referer`). Nothing of that is kept but
 * that a counter of today is one higher.
 */
import type { FastifyRequest } from 'fastify'
import { type OrganisatieId, parseOrganisatieId } from '../domain/index.ts'
import {
  type Ervaring,
  type GenoemdePagina,
  type GeplaatsteStap,
  type Stap,
  type StapId,
  stappen,
  type Voorval,
  vindStap,
} from '../ervaring/index.ts'
import { type Berichtgroep, berichtgroepen } from '../kanalen/index.ts'
import { paginaVan } from './padroute.ts'
import type { Beeld } from './pages/rechten/beeld.ts'
import { isBalie, type Routenaam, routes, taalVan } from './routes.ts'
import { type Gelukplek, leesStand } from './ui/gelukplek.ts'
import type { Antwoord, Verzoek } from './verzoek.ts'

export interface Meting {
  /** For the box on the page; absent where there is none. */
  readonly plek: (naam: Routenaam, verzoek: Verzoek) => Gelukplek | undefined
  /** What came of a request. */
  readonly na: (wat: Afloop) => void
}

export interface Afloop {
  readonly naam: Routenaam
  readonly verzoek: Verzoek
  readonly request: Pick<FastifyRequest, 'headers' | 'method'>
  /** Absent when it ended in an error that is shown. */
  readonly antwoord: Antwoord | undefined
}

// A page in the table of journeys that is none of ours does not compile.
const namen: readonly Routenaam[] = [] as readonly GenoemdePagina[]
void namen

const op = (deel: 'begin' | 'verder' | 'ook' | 'einde') => (naam: string) =>
  stappen.filter((stap: GeplaatsteStap) => (stap[deel] ?? []).includes(naam))

const [beginVan, verderVan, ookVan, eindeVan] = [op('begin'), op('verder'), op('ook'), op('einde')]

/** Of which step a page is; of a page that finishes one and begins another, the other. */
function eigenStap(naam: Routenaam): GeplaatsteStap | undefined {
  const vorm = routes[naam].methode === 'POST' ? verderVan(naam) : []
  return [...beginVan(naam), ...ookVan(naam), ...vorm, ...eindeVan(naam)][0]
}

export const stapVan: ReadonlyMap<Routenaam, GeplaatsteStap> = new Map(
  (Object.keys(routes) as Routenaam[]).flatMap((naam) => {
    const stap = eigenStap(naam)
    return stap === undefined ? [] : [[naam, stap] as const]
  }),
)

const verderBij: ReadonlyMap<Routenaam, readonly GeplaatsteStap[]> = new Map(
  (Object.keys(routes) as Routenaam[]).map((naam) => [naam, verderVan(naam)]),
)

export function maakMeting(ervaring: Ervaring | undefined): Meting {
  if (ervaring === undefined) return { plek: () => undefined, na: () => undefined }
  return {
    plek: (naam, verzoek) => plekVan(ervaring, naam, verzoek),
    na: (afloop) => {
      const { naam, verzoek, request, antwoord } = afloop
      if (!isBezoek(request)) return
      // Whoever comes back from answering the question itself was counted when they came.
      if (verzoek.zoek.has('gelukt') || isBalie(routes[naam].pad)) return
      if (antwoord?.soort === 'niet-gevonden') return
      const { taal } = verzoek.context
      const organisatie = organisatieVan(naam, verzoek)
      for (const { stap, voorval } of voorvallen(afloop))
        ervaring.tel({ stap: stap.id, kanaal: 'web', taal, organisatie }, voorval)
    },
  }
}

/** A browser that fetches ahead, or asks only what there is, is nobody who came. */
function isBezoek({ method, headers }: Afloop['request']): boolean {
  return method !== 'HEAD' && !String(headers['sec-purpose'] ?? headers.purpose ?? '').includes('prefetch')
}

interface Gebeurd {
  readonly stap: Stap
  readonly voorval: Voorval
}

function voorvallen({ naam, verzoek, request, antwoord }: Afloop): readonly Gebeurd[] {
  const eigen = stapVan.get(naam)
  const uit: Gebeurd[] = []
  if (!isGoed(naam, antwoord)) {
    if (eigen !== undefined && isFout(naam, antwoord)) uit.push({ stap: eigen, voorval: 'fout' })
    return uit
  }
  const isForm = routes[naam].methode === 'POST'
  const vorige = isForm ? undefined : vorigeStap(request, verzoek)
  if (eigen?.begin.includes(naam) && antwoord?.soort === 'pagina') {
    if (vorige?.reis === eigen.reis && vorige.nummer > eigen.nummer)
      uit.push({ stap: vorige, voorval: 'terug' })
    else if (vorige?.id !== eigen.id && !isVervolg(verzoek)) uit.push({ stap: eigen, voorval: 'begonnen' })
  }
  const afgerond = verderBij.get(naam) ?? []
  // A page that finishes several steps finishes the one that they came from; when no one says which, the first.
  const af = isForm || vorige === undefined ? afgerond[0] : afgerond.find(({ id }) => id === vorige.id)
  if (af !== undefined) uit.push({ stap: af, voorval: 'verder' })
  return uit
}

/** Through here one only goes: a page is what is shown when it went wrong. */
const doorgang: ReadonlySet<Routenaam> = new Set<Routenaam>(['inlogTerug'])

function isGoed(naam: Routenaam, antwoord: Antwoord | undefined): boolean {
  if (antwoord === undefined) return false
  if (antwoord.soort === 'bestand') return true
  if (antwoord.soort === 'ga-naar') return routes[naam].methode === 'POST' || doorgang.has(naam)
  return antwoord.soort === 'pagina' && (antwoord.status ?? 200) < 400 && !doorgang.has(naam)
}

function isFout(naam: Routenaam, antwoord: Antwoord | undefined): boolean {
  if (antwoord === undefined || doorgang.has(naam)) return true
  return antwoord.soort === 'pagina' && (antwoord.status ?? 200) >= 400
}

/** The second page of a list, or the second question: they had come already. */
function isVervolg({ zoek }: Verzoek): boolean {
  const n = zoek.get('n')
  return n !== null && n !== '1'
}

/** From which step of ours, as the browser says it. From elsewhere, or when it says nothing: none. */
function vorigeStap(
  { headers: { referer } }: Afloop['request'],
  { post }: Verzoek,
): GeplaatsteStap | undefined {
  if (referer === undefined || !URL.canParse(referer)) return undefined
  const url = new URL(referer)
  if (url.host !== new URL(post.basis).host) return undefined
  const naam = paginaVan(taalVan(url.pathname).pad)
  return naam && stapVan.get(naam)
}

/** Of which organisation a step is; absent for what is of the front door itself. */
export function organisatieVan(
  naam: Routenaam,
  { delen, zoek, form, bestandsformulier, beeld, mijn }: Verzoek,
): OrganisatieId | undefined {
  const velden = bestandsformulier?.formulier.velden ?? form
  const genoemd =
    delen.bron ??
    delen.organisatie ??
    (delen.stap !== undefined && delen.gebeurtenis !== undefined
      ? organisatieBij(beeld, delen.gebeurtenis, delen.stap)
      : undefined) ??
    (delen.regeling !== undefined ? beeld.regelingen.get(delen.regeling)?.uitvoerder : undefined) ??
    (naam === 'afspraakNieuw' || naam === 'afspraakMaak'
      ? mijn?.afspraken?.teams().find(({ id }) => id === (zoek.get('team') ?? form.get('team')))?.organisatie
      : undefined) ??
    (naam === 'post' ? zoek.get('organisatie') : naam === 'postStuur' ? velden.get('organisatie') : undefined)
  return kenOrganisatie(beeld, genoemd)
}

export function kenOrganisatie(
  { organisaties }: Pick<Beeld, 'organisaties'>,
  id: string | null | undefined,
): OrganisatieId | undefined {
  return id && organisaties.has(id) ? parseOrganisatieId(id) : undefined
}

function organisatieBij({ gebeurtenissen }: Beeld, gebeurtenis: string, stap: string): string | undefined {
  return gebeurtenissen.get(gebeurtenis)?.stappen.find(({ id }) => id === stap)?.organisatie
}

/** The step that a letter of this kind is about: beside what people answer on the website, and not mixed with it. */
const briefstappen: Readonly<Record<Berichtgroep, StapId>> = {
  besluiten: 'post-bewijs',
  zaken: 'zaken-zaak',
  taken: 'zaken-taak',
  afspraken: 'afspraken-afspraak',
  kansen: 'rechten-regeling',
  toegang: 'berichten-lezen',
}

function briefstap(groep: string | undefined): StapId | undefined {
  const gevonden = berichtgroepen.find((een) => een === groep)
  return gevonden && briefstappen[gevonden]
}

function plekVan(ervaring: Ervaring, naam: Routenaam, verzoek: Verzoek): Gelukplek | undefined {
  const { zoek, context } = verzoek
  const isDank = naam === 'gelukt'
  const isBrief = naam === 'geluktBrief'
  const stap = isDank
    ? vindStap(zoek.get('stap') ?? '')
    : isBrief
      ? vindStap(briefstap(verzoek.delen.groep) ?? '')
      : stapVan.get(naam)
  if (stap === undefined) return undefined
  const stand = leesStand(zoek.get('gelukt'))
  const organisatie = isDank
    ? kenOrganisatie(verzoek.beeld, zoek.get('organisatie'))
    : organisatieVan(naam, verzoek)
  const na = stand === 'deels' || stand === 'nee' ? stand : undefined
  return {
    stap: stap.id,
    ...(isBrief && { kanaal: 'brief' as const }),
    isEinde: isDank || isBrief || stap.einde.includes(naam),
    stand,
    stempel: ervaring.stempel(stap.id, organisatie, na),
    // What a form gave stands at no address: there is nothing to go back to.
    terug: verzoek.isForm || isDank ? undefined : `${context.pad}${context.zoekdeel}`,
  }
}
