/** A household at one moment, as the evaluator sees it: people with rows of values, each known, between limits, or unknown. */
import type { Aanname, FeitBij, Verwijzing } from './types.ts'
import type { Feit } from './vocabulaire.ts'

/** A whole number between limits; the same at both ends is known. Doubles, or BigInt at nodes that need it. */
export interface Interval {
  readonly lo: number | bigint
  readonly hi: number | bigint
}

/** 0 no, 1 yes, 2 unknown (Kleene). */
export type JaNee = 0 | 1 | 2

/** Where a value comes from. */
export const ONBEKEND = 0
export const GEGEVEN = 1
export const AANNAME = 2
/** Given as a range or as explicitly unknown. */
export const BEREIK = 3

export interface Mens {
  /** Number within the household: the key of remembered values. */
  readonly nr: number
  readonly soort: FeitBij
  /** JSON Pointer into the request. */
  readonly pad: string
  /** Stands for any number of people of whom nothing is known. */
  readonly sjabloon: boolean
  /** Per fact slot: an Interval, or JaNee for a yes-or-no fact. */
  readonly waarden: (Interval | JaNee)[]
  readonly herkomst: number[]
  /** Per slot the reason why it is unknown, when one was given. */
  readonly reden: (string | undefined)[]
  /** Per slot the fact as an explanation last told it; holds as long as the value is the same. */
  readonly verteld: (VerteldFeit | undefined)[]
  opvang: Lijst
}

export interface VerteldFeit {
  readonly x: Interval | JaNee | undefined
  readonly verwijzing: Verwijzing & { soort: 'feit' }
  readonly aanname: Aanname | undefined
}

export interface Lid {
  readonly m: Mens
  min: number
  max: number
}

/**
 * People of whom each is there between `min` and `max` times. With `een`, exactly one of them is
 * there (or none, with `leegKan`), but we do not know which.
 */
export interface Lijst {
  readonly leden: readonly Lid[]
  readonly een: boolean
  readonly leegKan: boolean
}

export interface Gezin {
  readonly aanvrager: Mens
  readonly woning: Mens
  readonly onderneming: Mens
  readonly zelf: Lijst
  readonly partner: Lijst
  readonly kinderen: Lijst
  readonly medebewoners: Lijst
  readonly mensen: readonly Mens[]
  readonly peildatum: number
  /** The municipality is not known, or it has several water boards and the address decides. */
  readonly gemeenteOpen: boolean
  readonly waterschapOpen: boolean
}

export const LEEG: Lijst = { leden: [], een: false, leegKan: false }

export function bekend(w: Interval | JaNee): boolean {
  return typeof w === 'number' ? w !== 2 : w.lo === w.hi
}

/** The value of a fact that nothing is known of: its whole domain. */
export function onbekendeWaarde(f: Feit): Interval | JaNee {
  return f.type === 'ja-nee' ? 2 : { lo: f.van, hi: f.tot }
}
