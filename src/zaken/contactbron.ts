import type { RegisterUitkomst } from '../inwoner/index.ts'
import type { Zaakvraag } from './zaakbron.ts'
import type { BronId } from './zaakgegevens.ts'

/** Once that somebody and an organisation had to do with each other. Names of officials are not even read. */
export interface Contactmoment {
  readonly id: string
  /** Absent: the source does not say when. */
  readonly op?: Date
  /** In the words of the source: `telefoon`, `balie`, … */
  readonly kanaal: string
  readonly onderwerp: string
  readonly vraag?: string
  readonly antwoord?: string
  /** Cases at this source that it was about, by uuid. */
  readonly zaken: readonly string[]
}

export interface Contactlijst {
  /** The latest first; last of all what has no moment. */
  readonly contacten: readonly Contactmoment[]
  /** More pages than we read, or something that could not be shown to be theirs. */
  readonly isVolledig: boolean
}

/** What we write as the way of a question that was asked here: by it an answer to one is known. */
export const vraagkanaal = 'portaal'

/** A question of a resident, as it goes to the organisation. */
export interface NieuweVraag {
  /** The case it is about, by uuid at this source. */
  readonly zaak?: string
  /** At most 200 characters. */
  readonly onderwerp: string
  /** At most 1,000 characters. */
  readonly tekst: string
  /** Language that the asker reads, three letters (ISO 639-2/B). */
  readonly taal: 'nld' | 'eng' | 'pap'
  /** The same again is the same question. */
  readonly kenmerk: string
}

/** Contact moments and questions at one organisation. Throws nothing: what fails is an outcome. */
export interface Contactbron {
  readonly id: BronId
  readonly contacten: (vraag: Zaakvraag) => Promise<RegisterUitkomst<Contactlijst>>
  /** Gives the number under which the organisation knows the question. */
  readonly stelVraag: (
    vraag: Zaakvraag,
    nieuw: NieuweVraag,
  ) => Promise<RegisterUitkomst<{ readonly nummer: string }>>
}

/** Named limits of the standard (Klantinteracties 0.9.0: klantcontact.onderwerp and .inhoud). */
export const maxOnderwerp = 200
export const maxVraag = 1_000
