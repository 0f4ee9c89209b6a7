import type { Zegel } from '../audit/index.ts'

/** A note as it is kept: everything that somebody wrote is under the seal. */
export interface Notitierij extends Zegel {
  readonly gesprek: string
  readonly nr: number
  readonly begonnen: Date
  readonly ketenzaak?: string | undefined
  /** What is kept of the keys of browsers that may read it. */
  readonly ingangen: readonly string[]
}

export interface NotitieStore {
  readonly vind: (gesprek: string) => Promise<Notitierij | undefined>
  /** Of calls about that case, the first one first. */
  readonly vanZaak: (ketenzaak: string) => Promise<readonly Notitierij[]>
  readonly vindBijIngang: (ingang: string) => Promise<Notitierij | undefined>
  /** Of which of these calls somebody wrote something, or that there was nothing. */
  readonly geschreven: (gesprekken: readonly string[]) => Promise<ReadonlySet<string>>
  /** `ingehaald`: somebody wrote in between. */
  readonly bewaar: (rij: Notitierij) => Promise<'ok' | 'ingehaald'>
}
