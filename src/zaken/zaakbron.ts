import type { Datum, PersoonId, Vestigingsnummer } from '../domain/index.ts'
import type { RegisterUitkomst, Verwerkingsbewijs } from './register.ts'
import type { Toonregels } from './toonregel.ts'
import type { BronId, Zaakdetail, Zaakgegevens, Zaakref } from './zaakgegevens.ts'

/** About whom is asked. The proof stands before anything is asked; it is about this person and open. */
export interface Zaakvraag {
  readonly persoon: PersoonId
  readonly bewijs: Verwerkingsbewijs
  /** Of a company: its cases at this branch alone. */
  readonly vestiging?: Vestigingsnummer
  /** In the zone of the competent body. */
  readonly vandaag: Datum
  /** What an adapter may remember of this person at this source; gone with the session, and never of anybody else. */
  readonly geheugen?: Map<string, string>
}

export interface Zaaklijst {
  readonly zaken: readonly Zaakgegevens[]
  /** More pages than we read, or a case that could not be understood: the page says that there may be more. */
  readonly isVolledig: boolean
}

/**
 * One organisation's cases, over whichever standard. An implementation checks after every answer that this person
 * holds a role of their own in the case, applies `regels`, and throws nothing: what fails is an outcome.
 */
export interface Zaakbron {
  readonly id: BronId
  readonly zoek: (vraag: Zaakvraag) => Promise<RegisterUitkomst<Zaaklijst>>
  /** `onbekend`: not there, not theirs, or not shown. The three look alike on purpose. */
  readonly haal: (vraag: Zaakvraag, ref: Zaakref) => Promise<RegisterUitkomst<Zaakdetail>>
  readonly document: (vraag: Zaakvraag, ref: Zaakref, uuid: string) => Promise<RegisterUitkomst<Document>>
  readonly voegToe: (vraag: Zaakvraag, ref: Zaakref, nieuw: NieuwDocument) => Promise<RegisterUitkomst<void>>
}

/** For the index: whose case is it that a notification is about? */
export interface Zaakhouders {
  /** Of those who have a role of their own in it, whoever is known here. Others leave no trace. */
  readonly personen: readonly PersoonId[]
  /** By the rules for residents; false: as if it was not there. */
  readonly isZichtbaar: boolean
}

/** What a source that sends notifications can also tell: asked without a person, so that nobody need be looked up. */
export interface Zaakaanwijzer {
  readonly id: BronId
  /** `onbekend`: the case is gone. */
  readonly wieHeeft: (ref: Zaakref) => Promise<RegisterUitkomst<Zaakhouders>>
  /** A case at this connection, by its address there. */
  readonly refVan: (url: string) => Zaakref | undefined
}

export interface Document {
  readonly bestandsnaam: string
  /** Always offered as a download, never shown inside our pages. */
  readonly formaat: string
  readonly inhoud: Uint8Array
}

export interface NieuwDocument {
  readonly titel: string
  readonly bestandsnaam: string
  readonly formaat: string
  readonly inhoud: Uint8Array
  readonly datum: Datum
  /** The same again gives nothing new. */
  readonly kenmerk: string
  /** Who it is from, as it stands with the document; `Inwoner` when absent. */
  readonly auteur?: string
}

/** How we reach one organisation, as an operator wrote it down. Secrets stay with the adapter. */
export interface Zaakbroninstelling {
  readonly id: BronId
  /** Whose cases may come over this connection, by RSIN. */
  readonly rsins: readonly string[]
  readonly regels: Toonregels
  readonly isAan: boolean
}
