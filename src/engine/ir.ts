/**
 * The typed intermediate form of a plan: what every back-end (explaining evaluator, generated
 * JavaScript) starts from. Numbers are whole numbers with a scale fixed at compile time; `lo` and `hi`
 * are proven limits, so a back-end knows which nodes fit in a double (|w| < 2^53) and which need BigInt.
 */
import type { Eenheid } from './eenheid.ts'
import type { FeitBij } from './types.ts'
import type { Feit } from './vocabulaire.ts'
import type { ParamDef, RegelDef } from './wet-vorm.ts'

/** Who a fact is about: the applicant, the home, the business, or a loop variable (0 and up). */
export const AANVRAGER = -1
export const WONING = -2
export const ONDERNEMING = -3
export type Wie = number

export type Afronding = 'omlaag' | 'omhoog' | 'half'
export type Dagfunctie =
  | 'verjaardag'
  | 'plus_maanden'
  | 'plus_dagen'
  | 'leeftijd'
  | 'maanden_tussen'
  | 'begin_maand'
  | 'begin_kwartaal'
  | 'begin_jaar'

interface Maat {
  readonly schaal: number
  readonly lo: bigint
  readonly hi: bigint
  readonly eenheid: Eenheid
}

export type GetalKnoop = Maat &
  (
    | { readonly t: 'c'; readonly w: bigint; readonly nul?: true }
    | { readonly t: 'peil' }
    | { readonly t: 'feit'; readonly wie: Wie; readonly feit: Feit }
    | {
        readonly t: 'param'
        readonly def: ParamDef
        readonly w: bigint | undefined
        readonly begrensd: boolean
      }
    | { readonly t: 'regel'; readonly i: number }
    | { readonly t: 'pregel'; readonly i: number; readonly wie: Wie }
    | {
        readonly t: 'op'
        readonly op: '+' | '-' | '*' | 'min' | 'max'
        readonly a: GetalKnoop
        readonly b: GetalKnoop
      }
    | { readonly t: 'schaal'; readonly a: GetalKnoop; readonly f: bigint }
    /** a / f, rounded to a whole number. */
    | { readonly t: 'rond'; readonly hoe: Afronding; readonly a: GetalKnoop; readonly f: bigint }
    /** a · f / b, rounded to a whole number. */
    | {
        readonly t: 'deel'
        readonly hoe: Afronding
        readonly a: GetalKnoop
        readonly b: GetalKnoop
        readonly f: bigint
      }
    | { readonly t: 'als'; readonly c: JaNeeKnoop; readonly a: GetalKnoop; readonly b: GetalKnoop }
    | { readonly t: 'som'; readonly l: LijstKnoop; readonly v: number; readonly x: GetalKnoop }
    | { readonly t: 'tel'; readonly l: LijstKnoop }
    | {
        readonly t: 'uiterste'
        readonly hoe: 'min' | 'max'
        readonly l: LijstKnoop
        readonly v: number
        readonly x: GetalKnoop
        readonly leeg: GetalKnoop
      }
    | {
        readonly t: 'zoek'
        readonly def: ParamDef
        readonly x: GetalKnoop
        readonly grenzen: readonly bigint[]
        readonly waarden: readonly bigint[]
      }
    | {
        readonly t: 'dag'
        readonly fn: Dagfunctie
        readonly a: GetalKnoop
        readonly b: GetalKnoop | undefined
      }
    | { readonly t: 'gegeven'; readonly wie: Wie; readonly feit: Feit; readonly anders: GetalKnoop }
  )

export type JaNeeKnoop =
  | { readonly t: 'b'; readonly w: boolean }
  | { readonly t: 'bfeit'; readonly wie: Wie; readonly feit: Feit }
  | { readonly t: 'bparam'; readonly def: ParamDef; readonly w: boolean | undefined }
  | { readonly t: 'bregel'; readonly i: number }
  | { readonly t: 'bpregel'; readonly i: number; readonly wie: Wie }
  | { readonly t: 'vgl'; readonly op: '<' | '<=' | '='; readonly a: GetalKnoop; readonly b: GetalKnoop }
  | { readonly t: 'en' | 'of'; readonly a: JaNeeKnoop; readonly b: JaNeeKnoop }
  | { readonly t: 'niet'; readonly a: JaNeeKnoop }
  | { readonly t: 'bals'; readonly c: JaNeeKnoop; readonly a: JaNeeKnoop; readonly b: JaNeeKnoop }
  | {
      readonly t: 'kwantor'
      readonly soort: 'some' | 'every'
      readonly l: LijstKnoop
      readonly v: number
      readonly x: JaNeeKnoop
    }
  | { readonly t: 'bgegeven'; readonly wie: Wie; readonly feit: Feit; readonly anders: JaNeeKnoop }

interface Leden {
  readonly wie: readonly FeitBij[]
  readonly max: number
}

export type LijstKnoop = Leden &
  (
    | { readonly t: 'leden'; readonly bron: 'aanvrager' | 'partner' | 'kinderen' | 'medebewoners' }
    | { readonly t: 'opvang'; readonly v: Wie }
    | { readonly t: 'filter'; readonly l: LijstKnoop; readonly v: number; readonly x: JaNeeKnoop }
    | { readonly t: 'samen'; readonly delen: readonly LijstKnoop[] }
    | { readonly t: 'eerste'; readonly l: LijstKnoop; readonly sleutels: readonly number[] }
    | { readonly t: 'lregel'; readonly i: number }
  )

export type Knoop = GetalKnoop | JaNeeKnoop | LijstKnoop

/** A rule with its checked formula. `v` is the loop variable `dit` of a rule per person. */
export interface PlanRegel {
  readonly def: RegelDef
  readonly soort: 'getal' | 'ja-nee' | 'personen'
  readonly knoop: Knoop
  readonly v: number | undefined
}

export function isGetal(k: Knoop): k is GetalKnoop {
  return 'schaal' in k
}

export function isLijst(k: Knoop): k is LijstKnoop {
  return 'max' in k && 'wie' in k
}

/** Largest whole number that a double holds without gaps, with room for one addition. */
const VEILIG = 2n ** 53n - 1n

export function isGroot(k: { readonly lo: bigint; readonly hi: bigint }): boolean {
  return k.lo < -VEILIG || k.hi > VEILIG
}
