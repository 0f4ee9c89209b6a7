import type { Bsn, PersoonId } from '../domain/index.ts'

/**
 * Why something is fetched: the record of the processing, made before the fetch. Adapters hand it on to the vault
 * unread, but for the trace, which goes along to the source.
 */
export interface Doel {
  /** Id in the register of processing activities. */
  readonly doel: string
  readonly traceparent?: string
  /** Kinds of data in that register that this is about; a source is asked for no others. */
  readonly gegevens?: readonly string[]
}

export type MetBsnUitkomst<T> =
  | { readonly status: 'ok'; readonly uitkomst: T }
  | { readonly status: 'geen-bsn' }

/**
 * The way to a BSN for adapters on the list: gives it for as long as `fn` runs, and records it. Nobody keeps it.
 * Taken from a method, so that a vault which asks for a stricter purpose than `Doel` still fits.
 */
export type MetBsn = {
  leen<T>(persoon: PersoonId, doel: Doel, fn: (bsn: Bsn) => Promise<T>): Promise<MetBsnUitkomst<T>>
}['leen']

/** Who has this number; a new person when nobody has. For children, so that a parent can act for them. */
export type PersoonBij = (bsn: Bsn) => Promise<PersoonId>

/** Records that data are fetched from a source about a person, then runs `fn` with the proof of it. */
export type Verwerk = <T>(bron: BronId, fn: (doel: Doel) => Promise<T>) => Promise<T>

/** The registers that hold data about a resident. */
export const bronIds = ['brp', 'inkomen'] as const
export type BronId = (typeof bronIds)[number]
