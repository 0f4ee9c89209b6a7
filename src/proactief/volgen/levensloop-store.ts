import type { VerzegeldBewijs } from '../../audit/index.ts'
import type { PersoonId } from '../../domain/index.ts'
import { levensloopsoorten, type Melding } from './gebeurtenis.ts'

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
  /** Too many of one kind about one person on one day: of these the last day stays, and that there were more. */
  readonly samen: number
  /** About somebody who does not take part, or of a kind that we do nothing with: nothing of it is kept. */
  readonly onbekend: number
}

/**
 * Named limit: of one source, about one person, of one kind, in a day. A source that was away for a while does not come
 * near it. What is more costs everybody, and says nothing that is not known yet: it happened, and the register says what.
 */
export const hoogstensPerDag = 25

/**
 * Named limit: corrections of one source about one person in a day, of what did not come in yet; each may come before the
 * event that it takes back, and of those no more are kept in a day than this. A correction of what was kept counts always.
 */
export const hoogstensCorrecties = hoogstensPerDag * levensloopsoorten.length

export interface LevensloopStore {
  /**
   * All of it, its evidence and the counts, or nothing; whom it is about comes on the worklist in the same act. `extra`
   * is counted as unknown. Above `hoogstensPerDag` one of each kind stays, and they are looked at again all the same.
   */
  readonly ontvang: (opdracht: {
    readonly bron: string
    readonly binnen: readonly Binnengekomen[]
    readonly extra: number
    readonly op: Date
    readonly bewijsVan: (persoon: PersoonId, melding: Melding) => VerzegeldBewijs
    /** Of so many that were not kept each by itself. */
    readonly bewijsVanSamen: (persoon: PersoonId, aantal: number) => VerzegeldBewijs
  }) => Promise<Ontvangsttelling>
  /** Per source, about nobody. */
  readonly tellingen: () => Promise<ReadonlyMap<string, Ontvangsttelling>>
}
