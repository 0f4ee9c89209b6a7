import type { VerzegeldBewijs } from '../../audit/index.ts'
import type { PersoonId } from '../../domain/index.ts'
import type { Melding } from './gebeurtenis.ts'

/** What a source said, with the name by which it knows whom it is about. */
export interface Binnengekomen {
  readonly melding: Melding
  readonly wie: string
}

export interface Ontvangsttelling {
  /** Kept now. */
  readonly nieuw: number
  /** Kept before: nothing is done again. */
  readonly dubbel: number
  /** About somebody who does not take part, or of a kind that we do nothing with: nothing of it is kept. */
  readonly onbekend: number
}

export interface LevensloopStore {
  /**
   * All of it, its evidence and the counts, or nothing; whom it is about comes on the worklist in the same act. `extra`
   * is counted as unknown.
   */
  readonly ontvang: (opdracht: {
    readonly bron: string
    readonly binnen: readonly Binnengekomen[]
    readonly extra: number
    readonly op: Date
    readonly bewijsVan: (persoon: PersoonId, melding: Melding) => VerzegeldBewijs
  }) => Promise<Ontvangsttelling>
  /** Per source, about nobody. */
  readonly tellingen: () => Promise<ReadonlyMap<string, Ontvangsttelling>>
}
