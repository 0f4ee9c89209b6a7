import type { BronBestand } from './bestand.ts'
import type { GepubliceerdBestand } from './laden.ts'

/** What the database says is published: the number rises with every activation. */
export interface Publicatie {
  readonly nummer: number
  readonly bestanden: readonly GepubliceerdBestand[]
}

/** The port to the database; `store` has the adapter. Texts that were once in force are never lost. */
export interface CorpusArchief {
  /** Cheap: asked every few seconds. */
  nummer(): Promise<number>
  gepubliceerd(): Promise<Publicatie>
  /** Keeps the texts that take part; known ones are left as they are. */
  bewaar(bestanden: readonly BronBestand[]): Promise<void>
  /** Of each path the text that was kept last. */
  laatste(paden: readonly string[]): Promise<readonly GepubliceerdBestand[]>
  teksten(hashes: readonly string[]): Promise<readonly GepubliceerdBestand[]>
}
