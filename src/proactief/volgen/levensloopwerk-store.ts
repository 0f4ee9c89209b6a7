import type { VerzegeldBewijs } from '../../audit/index.ts'
import type { PersoonId } from '../../domain/index.ts'
import type { Plaatsing } from '../../kanalen/index.ts'
import type { DossierRij, VolgvoorkeurRij } from './dossier-store.ts'
import type { Melding } from './gebeurtenis.ts'
import type { SignaalRij } from './signaal-store.ts'

/** Somebody about whom there is something to work out, in the hands of whoever asked. Everything of theirs is sealed. */
export interface Levensloopwerk {
  readonly persoon: PersoonId
  /** In whose hands: who lost it to another, or to the person who changed something, writes nothing. */
  readonly hand: string
  readonly dossier: DossierRij
  readonly voorkeur: VolgvoorkeurRij | undefined
  /** What is new since it was worked out last, with what that takes back or is taken back by, and every death and move. */
  readonly meldingen: readonly Melding[]
  readonly nieuw: readonly Pick<Melding, 'bron' | 'id'>[]
  /** Signals that run, or of which something still has to be told. */
  readonly signalen: readonly SignaalRij[]
}

/** What came of it, written in one act or not at all. */
export interface Boeking {
  readonly werk: Pick<Levensloopwerk, 'persoon' | 'hand' | 'nieuw'>
  /** With the answers as they were and what was worked out now; its version is one higher. */
  readonly dossier: DossierRij
  readonly corpus: string
  /** When it must be looked at again without any event. */
  readonly op: Date
  /** New ones and changed ones. */
  readonly signalen: readonly SignaalRij[]
  /** At most one message, with its way to whom it is for. */
  readonly bericht: Plaatsing | undefined
  readonly bewijzen: readonly VerzegeldBewijs[]
}

export interface Werkstand {
  /** About so many there is something to look at now, and since when the first waits. */
  readonly wachtend: number
  readonly sinds: Date | undefined
  /** So many could not be worked out, and wait for somebody who looks, an event, or another corpus. */
  readonly opzij: number
}

export interface LevensloopwerkStore {
  /**
   * Whose day has come, the longest waiting first. After `tot` another may take them. What whoever had them before began
   * and left is ended in the same act: `maakEinde` gives the line of that span.
   */
  readonly pak: (
    nu: Date,
    tot: Date,
    aantal: number,
    maakEinde?: (persoon: PersoonId, span: string) => VerzegeldBewijs,
  ) => Promise<readonly Levensloopwerk[]>
  /** Gives for whom it was written: not for who stopped meanwhile, or who is in other hands. */
  readonly boek: (boekingen: readonly Boeking[]) => Promise<ReadonlySet<PersoonId>>
  /** It cannot be worked out now: again at `weer`, and after so many times it is put aside. Others go on. */
  readonly mislukt: (
    werk: readonly Pick<Levensloopwerk, 'persoon' | 'hand'>[],
    weer: Date,
    opzij: { readonly na: number; readonly op: Date },
  ) => Promise<void>
  /** Nothing is wrong with it, and it has to wait for somebody who does not answer. */
  readonly later: (werk: readonly Pick<Levensloopwerk, 'persoon' | 'hand'>[], weer: Date) => Promise<void>
  /** Whoever was worked out with other texts of the law comes on the list, and who was aside as well: then, or a day after. Gives how many. */
  readonly andereTeksten: (corpus: string, op: Date) => Promise<number>
  readonly stand: (nu: Date) => Promise<Werkstand>
}
