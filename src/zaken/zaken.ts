import type { Handelende } from '../audit/index.ts'
import type { PersoonId, Vestigingsnummer } from '../domain/index.ts'
import type { Registerfout, RegisterUitkomst } from '../inwoner/index.ts'
import type { Contactlijst, NieuweVraag } from './contactbron.ts'
import type { Inzending } from './inzending.ts'
import type { Ingevuld, Taak } from './taakbron.ts'
import type { Zaakbeeld, Zaakverhaal } from './zaakbeeld.ts'
import type { Document, NieuwDocument } from './zaakbron.ts'
import type { BronId, Zaakref } from './zaakgegevens.ts'
import type { Zicht } from './zicht.ts'

/**
 * Who looks, at whose cases. `plek` is the session (or the ground of a professional): what was fetched for one is
 * never shown at another, and is gone when it ends.
 */
export interface Kijker {
  readonly plek: string
  readonly persoon: PersoonId
  readonly door: Handelende
  /** In the register of processing activities; `zaken-tonen` for residents. */
  readonly doel: string
  readonly vestiging?: Vestigingsnummer
  /** Narrower than all their cases; absent: all. See `zicht.ts`. */
  readonly zicht?: Zicht
  /** Of somebody who does not take part in the index: ask these alone. */
  readonly bronnen?: readonly BronId[]
  /**
   * They look for something else, on a page that does not say that is remembered where they have cases: by this look
   * nobody begins to take part in the index.
   */
  readonly isTerloops?: true
  /** What is asked of them in it is not asked either: for who only looks which cases run. For a place of its own. */
  readonly isZonderTaken?: true
}

/** How it stands with one organisation. */
export type Bronstand =
  | { readonly soort: 'bezig' }
  | { readonly soort: 'geantwoord'; readonly op: Date; readonly isVolledig: boolean }
  | {
      readonly soort: 'mislukt'
      readonly waarom: Registerfout
      readonly sinds: Date
      /** When it last answered about this person; absent: never, or not kept. */
      readonly laatstGezien?: Date
      /** So many cases the index knows of there. */
      readonly bekend?: number
    }
  /** It knows people by a number that this person does not have. */
  | { readonly soort: 'kent-hen-niet' }

/** `niet-aangesloten`: this organisation has no such thing, or we have no connection to it. */
export type Contactuitkomst<T> = RegisterUitkomst<T> | { readonly status: 'niet-aangesloten' }

/** With what was sent for it by way of us, the newest first; absent where that is not kept. */
export type GevraagdeTaak = Taak & { readonly verstuurd?: readonly Inzending[] }

export interface GevraagdeTaken {
  readonly taken: readonly GevraagdeTaak[]
  /** Everything that was sent in this case, also for a task that is there no more; absent where that is not kept. */
  readonly verstuurd?: readonly Inzending[]
  /** There was more, that could not be read or not be shown: perhaps of this case, perhaps of none. */
  readonly isVolledig: boolean
}

/** What is known at this moment. */
export interface Zakenblik {
  /** Of every organisation that answered; open ones first, then by what happened last. */
  readonly zaken: readonly Zaakbeeld[]
  /** All that were asked. */
  readonly bronnen: readonly { readonly bron: BronId; readonly stand: Bronstand }[]
  /** Not asked: the index knows that they had no cases of this person, not long ago. */
  readonly overgeslagen?: readonly BronId[]
  /** Of these is not known what they ask of this person; their cases are there. */
  readonly takenOnbekend?: readonly BronId[]
  /** Asked of this person, and belonging to no case in the list. */
  readonly losseTaken?: readonly { readonly bron: BronId; readonly taak: Taak }[]
  /** Everything they are asked for or were asked for, also what is done; of a case that is not shown nothing. */
  readonly taken?: readonly { readonly bron: BronId; readonly taak: Taak }[]
  /** Nobody is still being asked. */
  readonly isKlaar: boolean
}

/** MijnZaken: every running case at every organisation. Everything here writes its line in the log first. */
export interface Zaken {
  /** Reads where they have cases, so that who looks next does not wait for it. Asks nobody, and never fails. */
  readonly leesVooruit: (kijker: Kijker) => void
  /** Begins to ask, or goes on with what was begun; waits no longer than this. */
  readonly kijk: (kijker: Kijker, hoogstensMs: number) => Promise<Zakenblik>
  /** Asks one organisation again; the others keep their answer. */
  readonly opnieuw: (kijker: Kijker, bron: BronId) => Promise<void>
  readonly open: (kijker: Kijker, ref: Zaakref) => Promise<RegisterUitkomst<Zaakverhaal>>
  readonly document: (kijker: Kijker, ref: Zaakref, uuid: string) => Promise<RegisterUitkomst<Document>>
  readonly voegToe: (kijker: Kijker, ref: Zaakref, nieuw: NieuwDocument) => Promise<RegisterUitkomst<void>>
  /** What this person and the organisation said to each other about a case. */
  readonly contacten: (kijker: Kijker, ref: Zaakref) => Promise<Contactuitkomst<Contactlijst>>
  readonly stelVraag: (
    kijker: Kijker,
    ref: Zaakref,
    nieuw: Omit<NieuweVraag, 'zaak'>,
  ) => Promise<Contactuitkomst<{ readonly nummer: string }>>
  /** What the organisation asks of this person in a case. */
  readonly taken: (kijker: Kijker, ref: Zaakref) => Promise<Contactuitkomst<GevraagdeTaken>>
  /** Anew from the source: also after somebody came back from doing it elsewhere. */
  readonly taak: (kijker: Kijker, ref: Zaakref, uuid: string) => Promise<Contactuitkomst<GevraagdeTaak>>
  readonly lever: (
    kijker: Kijker,
    ref: Zaakref,
    uuid: string,
    bestanden: readonly NieuwDocument[],
  ) => Promise<Contactuitkomst<Taak>>
  readonly vulIn: (
    kijker: Kijker,
    ref: Zaakref,
    uuid: string,
    ingevuld: Ingevuld,
  ) => Promise<Contactuitkomst<Taak>>
  /** Whether this person takes part in the index; refusing removes what is there. */
  readonly deelname: (kijker: Kijker) => Promise<'ja' | 'nee' | 'onbekend'>
  readonly zetDeelname: (kijker: Kijker, meedoen: boolean) => Promise<void>
  /** The session ended: what was fetched for it goes. */
  readonly vergeet: (plek: string) => void
}
