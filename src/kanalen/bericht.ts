import { createHash } from 'node:crypto'
import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Tekst } from '../engine/index.ts'
import type { Datum } from '../kalender/index.ts'
import type { Berichtsoort } from './berichtsoort.ts'
import type { Bijlage, Bijlagekop } from './bijlage.ts'
import type { Adres } from './verzendweg.ts'

/** Where in this house one can go on. */
export type Verwijzing =
  | Zaakverwijzing
  | { readonly soort: 'afspraak'; readonly id: string }
  | { readonly soort: 'ketenzaak'; readonly id: string }
  /** What changed in what they may have a right to, all of it. */
  | { readonly soort: 'kansen' }
  | { readonly soort: 'hulpaanbod'; readonly id: string }

export interface Zaakverwijzing {
  readonly soort: 'zaak'
  readonly bron: OrganisatieId
  readonly uuid: string
}

/** `register`: they gave no address themselves, so that a letter goes where they are registered. */
export type OudAdres = Adres | { readonly soort: 'register' }

/** Every text in every language of the house: what was sent stays as it was, also when somebody changes language. */
export interface Berichtinhoud {
  readonly onderwerp: Tekst
  /** What the reader must do, in words. */
  readonly doen?: Tekst
  readonly alineas: readonly Tekst[]
  /** Absent: from this installation itself. */
  readonly van?: OrganisatieId
  /** Whose matter it is, where somebody else tells of it. Absent: of the sender. */
  readonly over?: OrganisatieId
  readonly verwijzing?: Verwijzing
  /** What the reader must do, as our own list of tasks knows it. */
  readonly taak?: string
  /** The last day on which what is asked can still be done. */
  readonly uiterlijk?: Datum
  /** A change of where they are reached: told there first where they were reached until now. */
  readonly oudAdres?: OudAdres
  /** A letter would come too late: it is told of at once or not at all, and lies in the inbox anyhow. */
  readonly alleenSnel?: true
  /** Of what is told at once or not at all: from this moment (ISO) on it is of no use any more. */
  readonly nutTot?: string
  /** Until this moment (ISO) it must be known, and a letter takes longer: whom only a letter reaches is called too. */
  readonly belVoor?: string
  /** Files that come with it, without what is in them. */
  readonly bijlagen?: readonly Bijlagekop[]
  /** Sent on to the reader by whom it was for. */
  readonly doorgestuurdVan?: PersoonId
  /** Nobody chose to send this one on: it goes as the message itself goes, which is this one of theirs. */
  readonly kopieVan?: { readonly id: string; readonly soort: Berichtsoort }
}

export interface NieuwBericht {
  readonly persoon: PersoonId
  readonly soort: Berichtsoort
  /** The same person and the same mark is the same message, however often it is sent. */
  readonly kenmerk: string
  readonly inhoud: Berichtinhoud
  readonly bijlagen?: readonly Bijlage[]
  /** The message that this one puts right (Awb 2:12); it stays as it was. Theirs, or it is refused. */
  readonly corrigeert?: string
}

/** Once sent a message never changes; a correction is a new message that says so (Awb 2:12). */
export interface Bericht extends Omit<NieuwBericht, 'kenmerk' | 'bijlagen'> {
  readonly id: string
  /** Time of sending in a portal is when the addressee can get at it (Awb 2:19). */
  readonly verstuurd: Date
  readonly geopend?: Date
  /** Of the message that came later and puts this one right. */
  readonly gecorrigeerdDoor?: string
  /** As this reader left it: opened and not marked as new again. */
  readonly isGelezen: boolean
  readonly isGearchiveerd: boolean
}

/** Whose rules of choice, whose mandate and whose repair: the organisation that it is about, whoever tells it. */
export function organisatieVan({
  over,
  van,
}: Pick<Berichtinhoud, 'over' | 'van'>): OrganisatieId | undefined {
  return over ?? van
}

/** What is kept of a mark: enough to know it again, and nothing of what it is about. */
export function kenmerkhash({ persoon, kenmerk }: Pick<NieuwBericht, 'persoon' | 'kenmerk'>): Buffer {
  return createHash('sha256').update(`voordeur bericht|${persoon}|${kenmerk}`).digest()
}
