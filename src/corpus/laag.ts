import type { CorpusDocument, CorpusFout } from '../engine/index.ts'
import type { BestandSoort, BronBestand } from './bestand.ts'

/** `meegeleverd` must be right or nothing starts; in the other two a faulty file is refused alone. */
export type LaagSoort = 'meegeleverd' | 'toegevoegd' | 'gepubliceerd'

/** One source of files. Later layers come on top of earlier ones. */
export interface Laag {
  readonly naam: string
  readonly soort: LaagSoort
  readonly bestanden: readonly BronBestand[]
}

/** A file that takes part, with the layer it came from. */
export interface Deelnemer {
  readonly laag: Laag
  readonly soort: BestandSoort
  readonly bron: BronBestand
  readonly document: CorpusDocument
}

export interface Geweigerd {
  readonly laag: string
  readonly bestand: string
  readonly sha256: string
  readonly fouten: readonly CorpusFout[]
  /** What answers instead: an earlier text of this file, the same file of an earlier layer, or nothing. */
  readonly inPlaats: 'laatste-goede' | 'eerdere-laag' | 'niets'
}
