/**
 * How often a right is not used, as published, and why, as far as anybody knows. Figures come from other people, other
 * years and other ways of counting: they may not be put beside each other on one axis.
 */
import type { Groep } from './klassen.ts'
import type { Zekerheid } from './marges.ts'

/** `gelezen-bij-anderen`: the study itself was not read, but news about it was. */
export type Cijfervertrouwen = 'gelezen-bij-anderen'

export interface Gebruikcijfer {
  readonly regeling: string
  /** Of the households with a right, those that do not use it: 0 to 1. */
  readonly deel: number
  /** What was published as a range; the same twice where it was one number. */
  readonly van: number
  readonly tot: number
  readonly jaar: string
  readonly bron: string
  readonly vertrouwen: Cijfervertrouwen
  /** The same for groups of which it was published. */
  readonly groepen: Readonly<Partial<Record<Exclude<Groep, 'overig'>, number>>>
}

const CPB = 'CPB, maart 2025, gelezen via gemeente.nu en taxlive'
/** Of who gets bijstand, 1 to 2 in a hundred do not apply for one of the three allowances (CPB). */
const BIJSTAND = 0.015

export const GEBRUIKCIJFERS: readonly Gebruikcijfer[] = [
  {
    ...{ regeling: 'huurtoeslag', deel: 0.12, van: 0.12, tot: 0.12, jaar: '2021', bron: CPB },
    vertrouwen: 'gelezen-bij-anderen',
    groepen: { bijstand: BIJSTAND, 'pas-aow': 0.2, ondernemer: 0.25 },
  },
  {
    ...{ regeling: 'zorgtoeslag', deel: 0.12, van: 0.12, tot: 0.13, jaar: '2021', bron: CPB },
    vertrouwen: 'gelezen-bij-anderen',
    groepen: { bijstand: BIJSTAND, 'pas-aow': 1 / 6, ondernemer: 0.2 },
  },
  {
    ...{ regeling: 'kindgebonden-budget', deel: 0.085, van: 0.085, tot: 0.085, jaar: '2021', bron: CPB },
    vertrouwen: 'gelezen-bij-anderen',
    groepen: { bijstand: BIJSTAND, ondernemer: 0.13 },
  },
  {
    ...{ regeling: 'bijstand', deel: 0.35, van: 1 / 3, tot: 0.35, jaar: '2018' },
    bron: 'Inspectie SZW, 30 april 2021, gelezen via ESB en Trouw',
    ...{ vertrouwen: 'gelezen-bij-anderen', groepen: {} },
  },
  {
    ...{ regeling: 'aio', deel: 0.52, van: 0.48, tot: 0.56, jaar: '2019' },
    bron: 'Algemene Rekenkamer, 2019, gelezen bij anderen',
    ...{ vertrouwen: 'gelezen-bij-anderen', groepen: {} },
  },
  {
    ...{ regeling: 'kwijtschelding-gemeente', deel: 0.45, van: 0.45, tot: 0.45, jaar: '2003' },
    bron: 'SCP, 2007, gelezen bij anderen',
    ...{ vertrouwen: 'gelezen-bij-anderen', groepen: {} },
  },
]

export function gebruikcijfer(regeling: string): Gebruikcijfer | undefined {
  return GEBRUIKCIJFERS.find((c) => c.regeling === regeling)
}

/**
 * The three allowances together left more than a billion in 2021 (CPB). Not put in: what comes out of the model can be
 * held against it.
 */
export const TOETS = {
  regelingen: ['huurtoeslag', 'zorgtoeslag', 'kindgebonden-budget'],
  centen: 100_000_000_000,
  jaar: '2021',
  bron: CPB,
} as const

export const OORZAKEN = [
  'weet-niet',
  'kan-niet',
  'durft-niet',
  'vindt-te-weinig',
  'bang-voor-terugbetalen',
  'wil-niet',
] as const
export type Oorzaak = (typeof OORZAKEN)[number]

export interface Aanname<T> {
  readonly waarde: T
  readonly zekerheid: Zekerheid
  readonly bron: string
}

/**
 * Shares of the causes, of those who do not use a right. That these causes exist is published; how many have which is
 * not, so all shares are ours.
 */
export const OORZAAKDELEN: Readonly<
  Record<'toeslag' | 'bijstand' | 'overig', Aanname<Readonly<Record<Oorzaak, number>>>>
> = {
  toeslag: {
    zekerheid: 'aangenomen',
    bron: 'verdeling van ons; dat angst voor terugbetalen en een laag bedrag meespelen, vond het CPB (2019 en 2025)',
    waarde: {
      'weet-niet': 0.35,
      'kan-niet': 0.15,
      'durft-niet': 0.05,
      'vindt-te-weinig': 0.15,
      'bang-voor-terugbetalen': 0.25,
      'wil-niet': 0.05,
    },
  },
  bijstand: {
    zekerheid: 'aangenomen',
    bron: 'verdeling van ons; dat onbekendheid en opzien tegen de aanvraag meespelen, noemt de Inspectie SZW (2021)',
    waarde: {
      'weet-niet': 0.3,
      'kan-niet': 0.2,
      'durft-niet': 0.25,
      'vindt-te-weinig': 0.08,
      'bang-voor-terugbetalen': 0.07,
      'wil-niet': 0.1,
    },
  },
  overig: {
    zekerheid: 'aangenomen',
    bron: 'verdeling van ons',
    waarde: {
      'weet-niet': 0.5,
      'kan-niet': 0.2,
      'durft-niet': 0.1,
      'vindt-te-weinig': 0.1,
      'bang-voor-terugbetalen': 0,
      'wil-niet': 0.1,
    },
  },
}

export function oorzaaksoort(regeling: string): keyof typeof OORZAAKDELEN {
  if (regeling === 'bijstand' || regeling === 'aio') return 'bijstand'
  return (TOETS.regelingen as readonly string[]).includes(regeling) ? 'toeslag' : 'overig'
}

/** With at most 50 euros a month non-use is highest of all (CPB, 2025); how much higher was not published. */
export const KLEIN_BEDRAG: Aanname<{ readonly niet: number; readonly teWeinig: number }> = {
  zekerheid: 'aangenomen',
  bron: 'schatting van ons: bij ten hoogste 50 euro per maand twee keer zo vaak niet gebruikt, en drie keer zo vaak te weinig gevonden',
  waarde: { niet: 2, teWeinig: 3 },
}
