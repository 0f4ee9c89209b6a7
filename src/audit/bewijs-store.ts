import type { PersoonId } from '../domain/index.ts'
import type { Anker, Blad } from './anker.ts'
import type { Bewijsregel, VerzegeldBewijs, VerzegeldeInhoud } from './bewijsregel.ts'
import type { Kid } from './sleutelring.ts'
import type { Verwerkingsbewijs } from './verwerking.ts'

/** What evidence asks of the store. The adapter connects as the role that each method names. */
export interface BewijsStore {
  /**
   * As `bewijs`, which can only add. Gives back when it is safely written (acknowledged), all lines or none.
   * Each line goes to the end of the chain of its subject; writers of one subject wait for each other, others not.
   */
  schrijf(regels: readonly VerzegeldBewijs[], zekerheid?: Zekerheid): Promise<readonly Geschreven[]>
  /** As `app` in the context of this person: sees nothing of anybody else. */
  leesInzage(
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
    filter: InzageFilter,
  ): Promise<readonly InzageRij[]>
  /** As `bewijs`: gives `maak` the lines that no anchor holds yet and stores what it makes of them. */
  veranker(
    maak: (vorig: Anker | undefined, bladen: readonly Blad[]) => Anker,
    max: number,
  ): Promise<Anker | undefined>
}

/** As `app` in the context of this person. */
export interface KopLezer {
  /** What the record of this person can be narrowed to. */
  leesKeuzes(persoon: PersoonId, bewijs: Verwerkingsbewijs): Promise<Inzagekeuzes>
  /** The last line of the person's chain; absent when there is none. */
  leesKop(
    persoon: PersoonId,
    bewijs: Verwerkingsbewijs,
  ): Promise<{ readonly volgnummer: number; readonly hash: Buffer } | undefined>
}

/**
 * `blijvend`: it survives a power cut from the moment this gives back. `spoedig`: written, and on the disk within a
 * second; only a crash of the database itself can lose it, and then it was the last line of its chain.
 */
export type Zekerheid = 'blijvend' | 'spoedig'

export interface Geschreven {
  readonly onderwerp: string
  readonly volgnummer: number
}

/** In the order in which each came first, so that what comes later changes the place of none. */
export interface Inzagekeuzes {
  /** Also where the payload was erased. */
  readonly verwerkingen: readonly string[]
  /** Of professionals; as long as the payload is kept. */
  readonly organisaties: readonly string[]
}

export interface InzageFilter {
  readonly verwerking?: string
  readonly organisatie?: string
  /** Only lines of residents and programs, whose payload is kept. */
  readonly zonderOrganisatie?: boolean
  readonly vanaf?: Date
  /** Not included. */
  readonly tot?: Date
  /** Only lines with a lower number: the next page. */
  readonly voorVolgnummer?: number
  readonly max: number
}

export interface InzageRij {
  readonly regel: Bewijsregel
  /** Absent when it was erased. */
  readonly inhoud: VerzegeldeInhoud | undefined
  /** The line that says how it ended; absent when nothing says so. */
  readonly afloop: { readonly codes: string; readonly tijd: Date } | undefined
}

/** For the verifier: everything, subject by subject. */
export interface BewijsLezer {
  /** Every subject that has a line, a head or a leaf, in order. */
  onderwerpen(): Promise<readonly string[]>
  keten(onderwerp: string): Promise<Keten>
  ankers(): Promise<readonly Anker[]>
  bladen(anker: number): Promise<readonly Blad[]>
  /** With which keys the payloads are sealed that are still there. */
  sleutels(): Promise<readonly Kid[]>
}

export interface Keten {
  /** In order of number. */
  readonly regels: readonly Bewijsregel[]
  readonly inhouden: ReadonlyMap<number, VerzegeldeInhoud>
  /** What the database remembers as the end of the chain. */
  readonly kop: { readonly volgnummer: number; readonly hash: Buffer } | undefined
  /** Anchored hash per number. */
  readonly bladen: ReadonlyMap<number, Buffer>
}

/** As `bewaring`: the only role that can erase. */
export interface BewaringStore {
  /**
   * Erases payloads of an activity recorded before `grens`, at most `max`, and in the same transaction writes on the
   * chain of each subject which numbers went (`maakRegel`). Gives how many.
   */
  wisInhoud(opdracht: WisOpdracht): Promise<number>
}

export interface WisOpdracht {
  readonly verwerking: string
  readonly grens: Date
  readonly max: number
  readonly maakRegel: (onderwerp: string, volgnummers: readonly number[]) => VerzegeldBewijs
}
