import { eisBewijs, eisZoekbewijs, type Verwerkingsbewijs } from '../audit/index.ts'
import type { Bsn, PersoonId } from '../domain/index.ts'

/** Proof that the line in the log stands. What hands it on to the vault leaves the check to the vault. */
export { eisBewijs, eisZoekbewijs, type Verwerkingsbewijs }

export type MetBsnUitkomst<T> =
  | { readonly status: 'ok'; readonly uitkomst: T }
  | { readonly status: 'geen-bsn' }

/** The way to a BSN for adapters on the list: gives it for as long as `fn` runs, and records it. Nobody keeps it. */
export type MetBsn = <T>(
  persoon: PersoonId,
  bewijs: Verwerkingsbewijs,
  fn: (bsn: Bsn) => Promise<T>,
) => Promise<MetBsnUitkomst<T>>

/** Who has this number; a new person when nobody has. For children, so that a parent can act for them. */
export type PersoonBij = (bsn: Bsn) => Promise<PersoonId>

/** Records that data are fetched from a source about a person, then runs `fn` with the proof of it. */
export type Verwerk = <T>(bron: BronId, fn: (bewijs: Verwerkingsbewijs) => Promise<T>) => Promise<T>

/** The registers that hold data about a resident. */
export const bronIds = ['brp', 'inkomen'] as const
export type BronId = (typeof bronIds)[number]
