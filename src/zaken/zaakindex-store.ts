import type { PersoonId } from '../domain/index.ts'
import type { BronId, Zaakref } from './zaakgegevens.ts'

/** Who somebody is in the index, and nowhere else: see toegang/pseudoniem.ts. `<kid>.<value>`: see indexnaam.ts. */
export type Indexpseudoniem = string & { readonly [merk]: 'Indexpseudoniem' }
declare const merk: unique symbol

/**
 * Where people have cases: a pseudonym, a connection, a uuid and times, and nothing of what the case is about. Holds
 * only who takes part (logged in and did not refuse). The same deliveries in any order, any number of times, give the
 * same rows.
 *
 * `op` is the begin of the question that was answered. Two answers whose questions overlapped in time can contradict
 * each other, and which is newer nobody knows: such a case goes into the inbox, to be read once more.
 */
export interface ZaakindexStore {
  /**
   * Takes part from now on; the second time only how long ago they were here changes. Without `zegel` (verzegelNaam)
   * nothing is asked on schedule about them.
   */
  readonly neemOp: (wie: Indexpseudoniem, op: Date, zegel?: Buffer) => Promise<void>
  /** Refused, or asked to be forgotten: everything about them goes, and they are remembered as refusing by nobody. */
  readonly vergeet: (wie: Indexpseudoniem) => Promise<void>
  /** Of these, who takes part, and what is known of each. */
  readonly deelnemers: (wie: readonly Indexpseudoniem[]) => Promise<ReadonlyMap<Indexpseudoniem, Deelnemer>>
  /** What connections answered to a question about this person, each of them once: all of it or nothing. */
  readonly bevestig: (wie: Indexpseudoniem, antwoorden: readonly Bronantwoord[]) => Promise<void>
  /** A hint about one case, verified at its source, asked at `op`: theirs, or not (any more). */
  readonly merk: (wie: Indexpseudoniem, ref: Zaakref, isVanHen: boolean, op: Date) => Promise<void>
  /** The case is gone at its source: so is every trace of it. */
  readonly verwijder: (ref: Zaakref, op: Date) => Promise<void>
  /** Of these, who takes part: so that nothing is kept about who does not. */
  readonly deelnemersOnder: (wie: readonly Indexpseudoniem[]) => Promise<readonly Indexpseudoniem[]>
}

/** The whole of what one connection said, to a question that began at `op`. */
export interface Bronantwoord {
  readonly bron: BronId
  readonly uuids: readonly string[]
  readonly op: Date
}

export interface Deelnemer {
  readonly sinds: Date
  /** When they were last here, as far as that was written down: see `bezoek` in zaakindex.ts. */
  readonly gezien: Date
  /** Per connection: when it last answered about this person, and which cases it has of them. */
  readonly bronnen: readonly {
    readonly bron: BronId
    readonly bevestigdOp?: Date
    readonly zaken: readonly string[]
  }[]
}

/** Somebody in the index, with the seal on who it is. */
export interface Genoemd {
  readonly wie: Indexpseudoniem
  readonly zegel: Buffer | undefined
}

/** What keeps the index in order, besides people themselves. */
export interface ZaakindexwerkStore {
  readonly heeftDeelnemers: () => Promise<boolean>
  /**
   * Who has this case, as far as the index knows. Notes first that cases were read at this source until `gelezenOp`:
   * an answer about somebody that comes in later sees that.
   */
  readonly houders: (ref: Zaakref, gelezenOp: Date) => Promise<readonly Genoemd[]>
  /** About whom which connection must be asked again; nobody else gets the same pair before `pauzeMs` is over. */
  readonly teVragen: (opdracht: Vraagopdracht) => Promise<readonly (Genoemd & { readonly bron: BronId })[]>
  /**
   * About whom is to be looked whether a case takes too long: who has cases at a connection, where nobody looked since
   * `bekekenVoor`. Nobody else gets the same pair before that moment has come again.
   */
  readonly teBekijken: (opdracht: Bekijkopdracht) => Promise<readonly (Genoemd & { readonly bron: BronId })[]>
  /** Counts as looked at then, so that somebody looks again sooner; nothing where the pair is not there any more. */
  readonly zetBekeken: (wie: Indexpseudoniem, bron: BronId, op: Date) => Promise<void>
  /** Names made with another key than this; `na` for the next page. */
  readonly metAndereSleutel: (
    kid: string,
    na: Indexpseudoniem | undefined,
    max: number,
  ) => Promise<readonly Genoemd[]>
  /** The same person under a newer name. When that one is there already, the old one goes. */
  readonly hernoem: (oud: Indexpseudoniem, nieuw: Indexpseudoniem, zegel: Buffer) => Promise<void>
  readonly vergeet: (wie: Indexpseudoniem) => Promise<void>
  /** Of a connection that was closed: where anybody has cases there, and what it said about cases. */
  readonly vergeetBron: (bron: BronId) => Promise<void>
}

export interface Vraagopdracht {
  /** All connections; for each, what was confirmed before this moment is too long ago. */
  readonly bronnen: readonly { readonly bron: BronId; readonly bevestigdVoor: Date }[]
  readonly nu: Date
  /** What was asked less than this ago is left alone. */
  readonly pauzeMs: number
  readonly aantal: number
}

export interface Bekijkopdracht {
  readonly bronnen: readonly BronId[]
  readonly nu: Date
  readonly bekekenVoor: Date
  readonly aantal: number
}

/** The choice not to be in the index: a row that only the person themselves can read. */
export interface ZaakweigeringStore {
  readonly weigert: (persoon: PersoonId) => Promise<boolean>
  readonly zet: (persoon: PersoonId, weigert: boolean, op: Date) => Promise<void>
}
