import type { VerzegeldBewijs } from '../audit/index.ts'
import type { PersoonId } from '../domain/index.ts'
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

/** Somebody about whom there is something to work out, with everything that was said of them so far. */
export interface Levensloopwerk {
  readonly persoon: PersoonId
  readonly meldingen: readonly Melding[]
  /** What of it is new since it was worked out last. */
  readonly nieuw: readonly Pick<Melding, 'bron' | 'id'>[]
}

export interface LevensloopStore {
  /** Takes part: these sources know them by these names. The same again changes nothing. */
  readonly zetAbonnementen: (
    persoon: PersoonId,
    namen: readonly { readonly bron: string; readonly wie: string }[],
    op: Date,
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<void>
  /** Stops: every name goes, and everything that was said. What comes later is about nobody. */
  readonly wisAbonnementen: (persoon: PersoonId, bewijzen: readonly VerzegeldBewijs[]) => Promise<void>
  /** All of it, its evidence and the counts, or nothing. `extra` is counted as unknown. */
  readonly ontvang: (opdracht: {
    readonly bron: string
    readonly binnen: readonly Binnengekomen[]
    readonly extra: number
    readonly op: Date
    readonly bewijsVan: (persoon: PersoonId, melding: Melding) => VerzegeldBewijs
  }) => Promise<Ontvangsttelling>
  /** A person is in one pair of hands; after `tot` another may take them. However much was said, they come once. */
  readonly pak: (nu: Date, tot: Date, aantal: number) => Promise<readonly Levensloopwerk[]>
  /** Worked out with these. What came in meanwhile waits for the next round. */
  readonly klaar: (werk: Levensloopwerk) => Promise<void>
  /** Per source, about nobody. */
  readonly tellingen: () => Promise<ReadonlyMap<string, Ontvangsttelling>>
}
