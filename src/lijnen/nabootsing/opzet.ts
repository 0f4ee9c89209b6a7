import type { Datum, OrganisatieId } from '../../domain/index.ts'
import type { Lijnteam } from '../lijnteam.ts'
import type { Lijnvraag } from '../passing.ts'

/** How the same people are divided. */
export type Vorm =
  /** Everybody in one queue: what most lines are now. */
  | { readonly soort: 'een-rij' }
  /** One pool, the lane first up to its cap (a part of everybody's time, from 0 to 1). */
  | { readonly soort: 'voorrang'; readonly plafond: number }
  /** So many of them answer the lane and nothing else, the others the public. */
  | { readonly soort: 'eigen-team'; readonly medewerkers: number }
  /**
   * Calls are about one of so many subjects, equally often; each person knows so many of them, the next one in the circle
   * too (W. Jordan and S. Graves, Management Science 41, 1995).
   */
  | {
      readonly soort: 'keten'
      readonly onderwerpen: number
      readonly perMedewerker: number
      readonly plafond: number
    }

/** One run. Times in minutes, shares from 0 to 1. */
export interface Opzet {
  /** A whole number; the same gives the same run. */
  readonly zaad: number
  readonly medewerkers: number
  /** Of both kinds together, by chance (Poisson). */
  readonly perMinuut: number
  /** On average; exponential. */
  readonly behandelMinuten: number
  /** Who waits longer hangs up; on average, exponential. Absent: nobody does. */
  readonly geduldMinuten?: number
  /** Of the calls. */
  readonly aandeelLijn: number
  readonly vorm: Vorm
  /** So many are counted, after so many that are not: it begins with nobody in the queue. */
  readonly oproepen: number
  readonly opwarm: number
}

export type Opzetfout =
  | 'zaad'
  | 'medewerkers'
  | 'per-minuut'
  | 'behandeltijd'
  | 'geduld'
  | 'aandeel'
  | 'vorm'
  | 'oproepen'

/** Named limits of one run. */
export const HOOGSTENS_MEDEWERKERS = 500
export const HOOGSTENS_OPROEPEN = 5_000_000
export const HOOGSTENS_ONDERWERPEN = 50

/** Every number that makes no sense, at once. */
export function keurOpzet(opzet: Opzet): readonly Opzetfout[] {
  const { medewerkers, geduldMinuten, aandeelLijn } = opzet
  const fouten: readonly (readonly [boolean, Opzetfout])[] = [
    [Number.isSafeInteger(opzet.zaad), 'zaad'],
    [isGeheel(medewerkers, 1, HOOGSTENS_MEDEWERKERS), 'medewerkers'],
    [ligtTussen(opzet.perMinuut, 1e-3, 1e4), 'per-minuut'],
    [ligtTussen(opzet.behandelMinuten, 0.05, 600), 'behandeltijd'],
    [geduldMinuten === undefined || ligtTussen(geduldMinuten, 0.05, 1e4), 'geduld'],
    [ligtTussen(aandeelLijn, 0, 1), 'aandeel'],
    [kloptVorm(opzet.vorm, medewerkers), 'vorm'],
    [
      isGeheel(opzet.oproepen, 1, HOOGSTENS_OPROEPEN) && isGeheel(opzet.opwarm, 0, HOOGSTENS_OPROEPEN),
      'oproepen',
    ],
  ]
  return fouten.flatMap(([klopt, fout]) => (klopt ? [] : [fout]))
}

function kloptVorm(vorm: Vorm, medewerkers: number): boolean {
  switch (vorm.soort) {
    case 'een-rij':
      return true
    case 'voorrang':
      return ligtTussen(vorm.plafond, 0, 0.99)
    case 'eigen-team':
      return isGeheel(vorm.medewerkers, 1, medewerkers - 1)
    case 'keten':
      return (
        isGeheel(vorm.onderwerpen, 1, HOOGSTENS_ONDERWERPEN) &&
        isGeheel(vorm.perMedewerker, 1, vorm.onderwerpen) &&
        ligtTussen(vorm.plafond, 0, 0.99)
      )
    default:
      return vorm satisfies never
  }
}

const isGeheel = (getal: number, van: number, tot: number): boolean =>
  Number.isInteger(getal) && getal >= van && getal <= tot

const ligtTussen = (getal: number, van: number, tot: number): boolean => getal >= van && getal <= tot

/** The world of a run: teams as the guide has them, who answers for which, and what each call is about. */
export interface Wereld {
  readonly teams: ReadonlyMap<string, Lijnteam>
  readonly teamsVan: (medewerker: number) => readonly string[]
  /** `deel`: by chance, from 0 up to and without 1. */
  readonly vraagVan: (isLijn: boolean, deel: number) => Lijnvraag
  readonly plafond: number
}

export function maakWereld({ vorm, medewerkers }: Opzet): Wereld {
  if (vorm.soort === 'eigen-team') {
    const vragen = { lijn: vraagOver('lijn'), publiek: vraagOver('publiek') }
    return {
      teams: gids(['lijn', 'publiek'], medewerkers),
      teamsVan: (n) => [n < vorm.medewerkers ? 'lijn' : 'publiek'],
      vraagVan: (isLijn) => (isLijn ? vragen.lijn : vragen.publiek),
      plafond: 0,
    }
  }
  const aantal = vorm.soort === 'keten' ? vorm.onderwerpen : 1
  const kent = vorm.soort === 'keten' ? vorm.perMedewerker : 1
  const namen = Array.from({ length: aantal }, (_, n) => `onderwerp-${n}`)
  const vragen = namen.map(vraagOver)
  return {
    teams: gids(namen, medewerkers),
    teamsVan: (n) => Array.from({ length: kent }, (_, i) => `onderwerp-${(n + i) % aantal}`),
    vraagVan: (_, deel) => vragen[Math.floor(deel * aantal)] ?? vraagOver('onderwerp-0'),
    plafond: vorm.soort === 'een-rij' ? 0 : vorm.plafond,
  }
}

function vraagOver(id: string): Lijnvraag {
  return { onderwerp: { soort: 'regeling', id }, nodig: 'uitleggen', taal: 'nl' }
}

function gids(namen: readonly string[], capaciteit: number): ReadonlyMap<string, Lijnteam> {
  return new Map(
    namen.map((id): [string, Lijnteam] => [
      id,
      {
        id,
        organisatie: 'nabootsing' as OrganisatieId, // of nobody: it never leaves the run
        naam: id,
        kan: [{ onderwerp: { soort: 'regeling', id }, bevoegdheid: 'uitleggen' }],
        gebied: { soort: 'heel-het-land', ook: [] },
        talen: ['nl'],
        niveau: 'specialist',
        rooster: { soort: 'altijd', zone: 'Europe/Amsterdam' },
        capaciteit,
        bevestigdOp: '1970-01-01' as Datum, // the day on which the clock of a run begins
      },
    ]),
  )
}
