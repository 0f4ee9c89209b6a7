import type { Verwerkingsbewijs, VerzegeldBewijs } from '../audit/index.ts'
import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { BerichtRij, BijlageRij } from './bericht-store.ts'
import type { Herstelaar, Hersteltaak, Herstelvrager, OpenHersteltaak, Taakplaats } from './hersteltaak.ts'
import type { Verzendkanaal } from './verzendweg.ts'
import type { Voorkeurrijen } from './voorkeur-store.ts'
import type { Zending } from './zending.ts'

/** What a worker needs to send the items that it holds, and of nobody else. */
export interface Verzendgegevens {
  readonly berichten: ReadonlyMap<string, BerichtRij>
  readonly voorkeuren: ReadonlyMap<PersoonId, Voorkeurrijen>
}

/** Made in the same transaction as what it follows from; the same channel twice for one message is once. */
export type NieuweZending = Pick<
  Zending,
  | 'id'
  | 'persoon'
  | 'bericht'
  | 'organisatie'
  | 'kanaal'
  | 'beurt'
  | 'gemaakt'
  | 'daarna'
  | 'uiterlijk'
  | 'alleenSnel'
>

/** One change of one item with everything that follows from it: all of it or nothing. */
export interface Boeking {
  /** As it was; when it is not so any more, nothing of this is written. */
  readonly was: Zending
  readonly wordt: Zending
  readonly nieuw: readonly NieuweZending[]
  readonly taken: readonly OpenHersteltaak[]
  readonly bewijzen: readonly VerzegeldBewijs[]
  /** What is known now of the address that was used: something arrived there, or came back. */
  readonly adres?: {
    readonly id: string
    readonly kwamAan: boolean
    /** Made when it failed so often that nothing goes there any more. */
    readonly taak: OpenHersteltaak
  }
  /** Of the inbox: by when a notice must be out; `undefined` in it: none is owed. */
  readonly meldtermijn?: { readonly uiterlijk: Date | undefined }
}

/** What follows from an outcome of work by a human; all of it or nothing. */
export interface Afronding {
  readonly isAf: boolean
  readonly op: Date
  readonly pogingen: number
  /** They know of the message now. */
  readonly isVerteld: boolean
  readonly boeking?: Boeking | undefined
  readonly taken: Boeking['taken']
  readonly bewijzen: Boeking['bewijzen']
}

/** Of a message in the inbox of which no notice went out. */
export interface Onbemeld {
  readonly persoon: PersoonId
  readonly bericht: string
  readonly verstuurd: Date
  readonly organisatie: OrganisatieId | undefined
  /** The last warning given, in hours; 0: none. */
  readonly alarm: number
}

export interface Zendingstanden {
  /** Waiting and due, per channel. */
  readonly wachtend: number
  readonly oudste: Date | undefined
  /** Messages whose notice is overdue or nearly so. */
  readonly alarmen: number
  readonly hersteltaken: number
  /** Of those: by when somebody had to be told is over. */
  readonly teLaat: number
}

export interface ZendingStore {
  /** Of each channel, in this order, whether anything is due. Changes nothing, so that a quiet second costs next to nothing. */
  readonly erIsWerk: (kanalen: readonly Verzendkanaal[], nu: Date) => Promise<readonly boolean[]>
  /** Takes what is due, for so long; what another worker holds is passed over. */
  readonly pak: (vraag: {
    readonly kanaal: Verzendkanaal
    readonly nu: Date
    readonly tot: Date
    readonly hoogstens: number
  }) => Promise<readonly Zending[]>
  /** Of what is held, while it is held. */
  readonly lees: (zendingen: readonly Zending[], bewijs: Verwerkingsbewijs) => Promise<Verzendgegevens>
  /** Gives how many had effect. */
  readonly boek: (boekingen: readonly Boeking[]) => Promise<number>
  /** One item, and nothing of its message. */
  readonly zoek: (id: string) => Promise<Zending | undefined>
  /** One item, locked; what it became is decided by the caller. */
  readonly wijzig: (
    id: string,
    maak: (was: Zending) => Boeking | undefined,
  ) => Promise<'gewijzigd' | 'was-er-al' | 'onbekend'>
  /** All items of one message, for the moment of sending and the extract of its owner. */
  readonly vanBericht: (
    persoon: PersoonId,
    bericht: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<readonly Zending[]>
  /** A letter of their own message; `false`: it was asked for at the same moment already. */
  readonly vraagBrief: (zending: NieuweZending, bewijzen: readonly VerzegeldBewijs[]) => Promise<boolean>
  /** Of a code for an address, which is no item: it did not arrive. `false`: no address waits for it. */
  readonly codeMislukt: (zending: string, op: Date) => Promise<boolean>
  /** Sent before one of these moments, without a notice and without that warning. */
  readonly onbemeld: (
    grenzen: readonly { readonly uren: number; readonly verstuurdVoor: Date }[],
    hoogstens: number,
  ) => Promise<readonly Onbemeld[]>
  /** `false`: another node was first, or a notice went out meanwhile. */
  readonly waarschuw: (
    wat: Onbemeld,
    uren: number,
    taken: readonly OpenHersteltaak[],
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<boolean>
  /**
   * Left before `voor` and after `vanaf`, without a word; the longest first. Who gets them asks, and nobody else does so
   * for a moment.
   */
  readonly zonderBericht: (vraag: {
    readonly kanalen: readonly Verzendkanaal[]
    readonly voor: Date
    readonly vanaf: Date
    /** So long after `voor` the next one may ask, of what nobody answered. */
    readonly rustMs: number
    readonly hoogstens: number
  }) => Promise<readonly Pick<Zending, 'id' | 'kanaal'>[]>
  /** The service answered that it does not know yet: the next time is twice as long after it left. */
  readonly stelNavraagUit: (id: string, op: Date) => Promise<void>
  readonly standen: (nu: Date) => Promise<Zendingstanden>
  /** Work of no body that has a desk here, the oldest term first; nothing of whom it is about. */
  readonly herstelZonder: () => Promise<readonly Hersteltaak[]>
  /** Of their own body, the oldest term first, behind this one; nothing of whom it is about. */
  readonly herstelwerk: (
    wie: Herstelvrager,
    na: Taakplaats | undefined,
    hoogstens: number,
  ) => Promise<readonly Hersteltaak[]>
  /** With a proof that is about nobody yet. */
  readonly herstelWie: (
    wie: Herstelvrager,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<PersoonId | undefined>
  /** With the message, what became of it until now, and how its reader is reached. */
  readonly herstelOpen: (
    wie: Herstelaar,
    id: string,
    bewijs: Verwerkingsbewijs,
  ) => Promise<
    | {
        readonly taak: OpenHersteltaak
        readonly rij: BerichtRij
        readonly voorkeuren: Voorkeurrijen
        readonly zendingen: readonly Zending[]
      }
    | undefined
  >
  /** A file of the message of a task that is a letter. */
  readonly herstelBijlage: (
    wie: Herstelaar,
    id: string,
    nummer: number,
    bewijs: Verwerkingsbewijs,
  ) => Promise<BijlageRij | undefined>
  /**
   * One task, locked with all items of its message, and of a call the item that waits for one; `false`: it was done
   * already, or nothing follows.
   */
  readonly rondAf: (
    id: string,
    maak: (taak: OpenHersteltaak, zending: Zending | undefined) => Afronding | undefined,
  ) => Promise<boolean>
  /** Of no body until now, to this one; `false`: somebody did or gave it already. */
  readonly geefTaak: (
    id: string,
    aan: OrganisatieId,
    bewijs: (taak: OpenHersteltaak) => VerzegeldBewijs,
  ) => Promise<boolean>
  /** Items of the phone that nobody called about by then. */
  readonly verlopenBellen: (nu: Date, hoogstens: number) => Promise<readonly string[]>
}
