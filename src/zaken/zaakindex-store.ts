import type { BronId, Zaakref } from './zaakgegevens.ts'

/** Who somebody is in the index, and nowhere else: see toegang/pseudoniem.ts. */
export type Indexpseudoniem = string & { readonly [merk]: 'Indexpseudoniem' }
declare const merk: unique symbol

/**
 * Where people have cases: a pseudonym, a connection, a uuid and times, and nothing of what the case is about. Holds
 * only who takes part (logged in and did not refuse). The same deliveries in any order, any number of times, give the
 * same rows.
 */
export interface ZaakindexStore {
  /** Takes part from now on; the second time nothing changes. */
  readonly neemOp: (wie: Indexpseudoniem, op: Date) => Promise<void>
  /** Refused, or asked to be forgotten: everything about them goes, and they are remembered as refusing by nobody. */
  readonly vergeet: (wie: Indexpseudoniem) => Promise<void>
  readonly deelnemer: (wie: Indexpseudoniem) => Promise<Deelnemer | undefined>
  /** What this connection answered to a question about this person: the whole of it, known at `op`. */
  readonly bevestig: (wie: Indexpseudoniem, bron: BronId, uuids: readonly string[], op: Date) => Promise<void>
  /** A hint about one case, verified at its source at `op`: theirs, or not (any more). */
  readonly merk: (wie: Indexpseudoniem, ref: Zaakref, isVanHen: boolean, op: Date) => Promise<void>
  /** The case is gone at its source: so is every trace of it. */
  readonly verwijder: (ref: Zaakref, op: Date) => Promise<void>
  /** Of these, who takes part: so that nothing is kept about who does not. */
  readonly deelnemersOnder: (wie: readonly Indexpseudoniem[]) => Promise<readonly Indexpseudoniem[]>
}

export interface Deelnemer {
  readonly sinds: Date
  /** Per connection: when it last answered about this person, and which cases it has of them. */
  readonly bronnen: readonly {
    readonly bron: BronId
    readonly bevestigdOp?: Date
    readonly zaken: readonly string[]
  }[]
}
