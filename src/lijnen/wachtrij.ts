/**
 * The queue of people who answer together: lane and public in one pool. Plain values that go through JSON unchanged, so
 * that a store can keep it and any node can decide on it; moments are milliseconds since 1970.
 */
import type { Lijnvraag, Passing, Stap } from './passing.ts'

/** `publiek` came in over the number for residents, `lijn` over that for professionals. */
export type Klasse = 'lijn' | 'publiek'

/** For whom a professional calls: the resident who sits there now, or themselves. */
export type Namens = 'inwoner' | 'zelf'

/**
 * Who goes first; within one, who came first. 0: a callback whose promised time has come. 1: a resident at the desk.
 * 2: a colleague for themselves. 3: the public, and lane calls above the cap; also there a resident at the desk goes
 * before a colleague who waits for the same team (`voorlaten.ts`).
 */
export type Rang = 0 | 1 | 2 | 3

/**
 * A time that was promised. When nobody has called by `uiterlijkMs`: `toezegging-gemist`, with a new time; whoever runs
 * the team is told, and the caller goes before everybody until it is kept.
 */
export interface Toezegging {
  readonly team: string
  readonly beginMs: number
  readonly uiterlijkMs: number
  /** 1 for the first promise; one more each time that it was missed. */
  readonly keer: number
  /** When they were promised a call that nobody made, the last time. */
  readonly gemistMs?: number
}

/** Another pool that may help, from that step of looking further on. */
export interface Ruimer {
  readonly pool: string
  readonly vanafStap: 1 | 2
  /** Of its teams, who fit best. */
  readonly teams: readonly string[]
}

export interface Beller {
  readonly id: string
  readonly klasse: Klasse
  readonly namens: Namens
  readonly vraag: Lijnvraag
  /** As it was when they called: what the guide says later does not change whom they wait for. */
  readonly passend: readonly Passing[]
  /** The number of their own shift, when they are on duty themselves. */
  readonly eigenPlek?: string
  readonly aankomstMs: number
  /** Whose place they have, as the moment at which that one came; absent: their own. See `voorlaten.ts`. */
  readonly plaatsMs?: number
  readonly stap: Stap
  readonly rang: Rang
  /** What was taken from the credit of the lane for this call, in milliseconds of work. */
  readonly kostMs: number
  /** Other pools that are asked as well when their own does not manage, in that order; absent: none. */
  readonly ruimer?: readonly Ruimer[]
  /** Asked along from the queue of that pool, where their place stays, and where a time is promised. */
  readonly van?: string
  /** It rings for them elsewhere: they keep their place, and nobody else is put through. */
  readonly isElders?: true
  /** A time that is kept free for them while they wait; theirs when they say so. */
  readonly aanbod?: Toezegging
  readonly toezegging?: Toezegging
}

/** `nawerk`: writing down what the call was about. `bezet`: at work on something else. */
export const plekstanden = ['vrij', 'in-gesprek', 'nawerk', 'bezet', 'pauze'] as const
export type Plekstand = (typeof plekstanden)[number]

/** Somebody who answers, by a number of this shift: no name, no person. */
export interface Plek {
  readonly id: string
  readonly teams: readonly string[]
  readonly stand: Plekstand
  /** Since when that stand. */
  readonly sindsMs: number
  readonly aangemeldMs: number
  /** Time in calls and their notes so far, without the stand of now. */
  readonly bezigMs: number
  readonly pauzeMs: number
  readonly gesprek?: Gesprek
}

export interface Gesprek {
  readonly beller: Beller
  readonly team: string
  readonly beginMs: number
}

/** Chosen per queue by who runs it; the defaults stand in `gewoneInstellingen`. */
export interface Wachtrijinstellingen {
  /** The part of everybody's time that the lane may take with precedence, from 0 to 1. 0: one queue for all. */
  readonly plafond: number
  /** A call and its notes, until enough were held to know better. */
  readonly behandelMs: number
  /** After so long a neighbour, a generalist, the offer of a callback. */
  readonly buurNaMs: number
  readonly generalistNaMs: number
  readonly terugbellenNaMs: number
}

const minuut = 60_000

/**
 * Our choices. Eight percent keeps what the public waits longer below 8.7 % (`publiekGrens`), however busy it is; eight
 * minutes is the length in the model. The waits: a resident at the desk should hear within five minutes what happens.
 */
export const gewoneInstellingen: Wachtrijinstellingen = {
  plafond: 0.08,
  behandelMs: 8 * minuut,
  buurNaMs: minuut,
  generalistNaMs: 3 * minuut,
  terugbellenNaMs: 5 * minuut,
}

export interface Wachtrij {
  readonly id: string
  /** Events so far: who writes on an older one was overtaken. */
  readonly nr: number
  readonly instellingen: Wachtrijinstellingen
  /** By id. */
  readonly plekken: readonly Plek[]
  /** In the order in which it is their turn. */
  readonly wachtenden: readonly Beller[]
  /** Who will be called back, soonest first. */
  readonly afgesproken: readonly Beller[]
  /** See `plafond.ts`. */
  readonly tegoed: { readonly ms: number; readonly opMs: number }
  /** Running mean of a call and its notes. */
  readonly behandelMs: number
}

/** Named limits of one queue. */
export const HOOGSTENS_PLEKKEN = 2000
export const HOOGSTENS_WACHTENDEN = 5000

export function nieuweWachtrij(id: string, nu: Date, eigen: Partial<Wachtrijinstellingen> = {}): Wachtrij {
  const instellingen = { ...gewoneInstellingen, ...eigen }
  const { plafond, behandelMs, buurNaMs, generalistNaMs, terugbellenNaMs } = instellingen
  const opVolgorde = [0, buurNaMs, generalistNaMs, terugbellenNaMs]
  const klopt =
    plafond >= 0 &&
    plafond < 1 &&
    behandelMs > 0 &&
    opVolgorde.every((ms, i) => ms >= (opVolgorde[i - 1] ?? 0))
  if (!klopt) throw new Error(`instellingen van wachtrij ${id} kloppen niet`)
  return {
    id,
    nr: 0,
    instellingen,
    plekken: [],
    wachtenden: [],
    afgesproken: [],
    // A lane that just opened has room for two calls, or the first would wait for credit.
    tegoed: { ms: plafond === 0 ? 0 : 2 * behandelMs, opMs: nu.getTime() },
    behandelMs,
  }
}

/** At work for this queue: everybody but who has a break. */
export function isAanHetWerk({ stand }: Plek): boolean {
  return stand !== 'pauze'
}

/** From 0 to 1: the part of the time at work that went into calls and their notes. Unknown at the first moment: 0. */
export function bezettingVan(plek: Plek, nuMs: number): number {
  const loopt = nuMs - plek.sindsMs
  const isBezig = plek.stand === 'in-gesprek' || plek.stand === 'nawerk'
  const aanHetWerk = nuMs - plek.aangemeldMs - plek.pauzeMs - (isAanHetWerk(plek) ? 0 : loopt)
  return aanHetWerk <= 0 ? 0 : (plek.bezigMs + (isBezig ? loopt : 0)) / aanHetWerk
}

/** Who comes before whom; of two in the same millisecond, who was taken in first. */
export function volgorde(een: Beller, ander: Beller): number {
  return (
    een.rang - ander.rang ||
    (een.rang === 0 ? beloofdMs(een) - beloofdMs(ander) : 0) ||
    plaatsVan(een) - plaatsVan(ander)
  )
}

/** Who was promised a call that nobody made keeps the place of that promise, whatever the new time is. */
function beloofdMs({ toezegging }: Beller): number {
  return toezegging?.gemistMs ?? toezegging?.beginMs ?? 0
}

export function plaatsVan({ plaatsMs, aankomstMs }: Beller): number {
  return plaatsMs ?? aankomstMs
}
