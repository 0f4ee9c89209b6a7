import {
  eisBewijs,
  eisZoekbewijs,
  type Meegekomen,
  type Relatie,
  type Verwerkingsbewijs,
} from '../audit/index.ts'
import type { Bsn, Eilandnummer, PersoonId } from '../domain/index.ts'

/** Proof that the line in the log stands. What hands it on to the vault leaves the check to the vault. */
export { eisBewijs, eisZoekbewijs, type Relatie, type Verwerkingsbewijs }

export type MetBsnUitkomst<T> =
  | { readonly status: 'ok'; readonly uitkomst: T }
  | { readonly status: 'geen-bsn' }

/** The way to a BSN for adapters on the list: gives it for as long as `fn` runs, and records it. Nobody keeps it. */
export type MetBsn = <T>(
  persoon: PersoonId,
  bewijs: Verwerkingsbewijs,
  fn: (bsn: Bsn) => Promise<T>,
) => Promise<MetBsnUitkomst<T>>

/** Who have these numbers, in the same order; a new person where nobody has one. All in one go. */
export type PersonenBij = (bsns: readonly Bsn[]) => Promise<readonly PersoonId[]>

/** A line on the record of each whose data came along, before anything of them is handed on. */
export type SchrijfMeegekomen = (bewijs: Verwerkingsbewijs, mee: Meegekomen) => Promise<void>

/** The activity under which that is written. Why the other was looked at, only a partner at the same address reads. */
export const meegekomenDoel = 'meegekomen-gegevens'

/** Who has this island number, or nobody. Makes nobody. */
export type PersoonBekend = (eilandnummer: Eilandnummer) => Promise<PersoonId | undefined>

/** Records that data are fetched from a source about a person, then runs `fn` with the proof of it. */
export type Verwerk = <T>(bron: BronId, fn: (bewijs: Verwerkingsbewijs) => Promise<T>) => Promise<T>

/** The registers that hold data about a resident. */
export const bronIds = ['brp', 'inkomen'] as const
export type BronId = (typeof bronIds)[number]
