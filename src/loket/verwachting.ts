import type { Datum } from '../domain/index.ts'
import type { Stapeigenaar } from './begrippen.ts'

/** How long such steps took before, in whole days. Unknown is not zero. */
export type Stapduur =
  | { readonly soort: 'onbekend'; readonly aantal: number }
  | {
      readonly soort: 'bekend'
      readonly aantal: number
      readonly mediaan: number
      /** A quarter was quicker than `kwart`, a quarter slower than `driekwart`. */
      readonly kwart: number
      readonly driekwart: number
    }

/** Named limit: from fewer than so many a forecast says more about chance than about the step. */
export const MINSTENS_WAARNEMINGEN = 10

/** When something is done. `termijn`: nobody can say, and by then it has to be. */
export type Verwachting =
  | { readonly soort: 'verwacht'; readonly dag: Datum; readonly vanaf: Datum; readonly tot: Datum }
  | { readonly soort: 'termijn'; readonly dag: Datum }

/** What the sentence is made of: «Dit ligt nu bij de SVB. Daarna kan de gemeente beslissen, verwacht 12 maart.» */
export interface Ketenzin {
  /** Steps that can go on now, the critical one first. */
  readonly nu: readonly Zinstap[]
  /** What comes after the first of these on the longest way to the end. */
  readonly daarna: readonly Zinstap[]
  /** When the whole plan is done; absent: there is nothing left to do. */
  readonly einde?: Verwachting
  /** Ids along the longest way, from now to the end. */
  readonly kritiek: readonly string[]
  /** Who waits for whom. */
  readonly wachten: readonly { readonly stap: string; readonly wie: Stapeigenaar; readonly op: Zinstap }[]
}

export interface Zinstap {
  readonly stap: string
  readonly wie: Stapeigenaar
  readonly klaar: Verwachting
  readonly isTeLaat: boolean
}
