import type { OrganisatieId } from '../domain/index.ts'
import type { Tekst } from '../engine/index.ts'

/** Ways in which a message leaves this house; ids as everywhere. `berichtenbox` is our own inbox. */
export const verzendkanalen = ['berichtenbox', 'email', 'sms', 'brief', 'telefoon'] as const
export type Verzendkanaal = (typeof verzendkanalen)[number]

/** Where to; what a way needs and nothing more. */
export type Adres =
  | { readonly soort: 'email'; readonly waarde: string }
  | { readonly soort: 'telefoon'; readonly nummer: string }
  /** As it stands on an envelope, two to seven lines, the last the place or country. */
  | { readonly soort: 'post'; readonly regels: readonly string[] }

/** On paper: how it is set. Braille and audio are made by people or a service, from the same text. */
export const lettervormen = ['gewoon', 'groot', 'braille', 'audio'] as const
export type Lettervorm = (typeof lettervormen)[number]

/** A letter before it is set: what to do stands first, in a box (look.md). */
export interface Briefinhoud {
  readonly onderwerp: string
  /** What the reader must do and by when. */
  readonly doen?: string
  /** Nothing is asked, and that is said; without either the letter says nothing of it. */
  readonly niets?: boolean
  readonly alineas: readonly string[]
  /** The same number everywhere. */
  readonly kenmerk?: string
  readonly datum: string
  readonly afzender: { readonly naam: string; readonly team?: string; readonly telefoon?: string }
  /** In words, with the address where one types it; `qr` is what a camera reads, with the signature of who sent it. */
  readonly controlecode?: { readonly code: string; readonly adres: string; readonly qr: string }
  /** The whole of it again in other languages, each behind the one before and no shorter. */
  readonly ookIn?: readonly Briefvertaling[]
}

/** What a letter says in one more language; what is the same in all of them stands in the first. */
export interface Briefvertaling
  extends Pick<Briefinhoud, 'onderwerp' | 'doen' | 'niets' | 'alineas' | 'controlecode'> {
  readonly taal: keyof Tekst & string
}

export interface Taaltekst {
  readonly taal: keyof Tekst & string
  readonly tekst: string
}

/** What is carried, made ready for one way. E-mail and SMS say nothing about the person (Awb 2:9). */
export type Opgemaakt =
  | { readonly soort: 'tekst'; readonly onderwerp: string; readonly tekst: string; readonly html?: string }
  | { readonly soort: 'brief'; readonly brief: Briefinhoud }
  | {
      readonly soort: 'belbriefje'
      readonly tekst: string
      /** The same again, in the other languages that were asked and in which all of it exists. */
      readonly ookIn?: readonly Taaltekst[]
    }

/** One item for one way. `zending` is the same at each try: what carries it must do the same once. */
export interface Verzendstuk {
  readonly zending: string
  /** 1 as long as it is certain that the other side never saw it. */
  readonly poging: number
  readonly adres: Adres
  readonly taal: keyof Tekst & string
  readonly vorm: Lettervorm
  readonly inhoud: Opgemaakt
  /** Whoever keeps it a while asks this once more before it leaves (`kijkNa`). */
  readonly kijk?: Kijkvraag
}

/** What is asked about a message before it leaves: its kind, for who answers. */
export interface Kijkvraag {
  readonly soort: string
  /** Of a copy for a helper: the message that it is of, and whom that is for. */
  readonly van?: { readonly persoon: string; readonly bericht: string }
}

/**
 * `kenmerk` is the number of the other side. What is temporary may be tried again, not before `nietVoor`. `hoever`:
 * nothing left this house, or nobody knows whether it was taken; absent: it was refused.
 */
export type Verzenduitslag =
  | { readonly soort: 'verzonden'; readonly kenmerk?: string }
  /** Kept, and still with us: that it left comes as a `Terugbericht`. */
  | { readonly soort: 'klaar' }
  | {
      readonly soort: 'tijdelijk'
      readonly reden: string
      readonly nietVoor?: Date
      readonly hoever?: 'niet-begonnen' | 'ongewis'
    }
  | { readonly soort: 'blijvend'; readonly reden: string }

/** Why an item did not leave this time, or never will. */
export type Nietverzonden = Extract<Verzenduitslag, { readonly reden: string }>

/** What became of an item: what lay ready left, or of what had left a receipt of delivery, a bounce, returned mail. */
export interface Terugbericht {
  readonly zending: string
  readonly uitkomst: 'verzonden' | 'bezorgd' | 'mislukt' | 'retour'
  readonly reden?: string
  readonly op: Date
}

/** A way out, one adapter per standard (`kanalen/email/`, `sms/`, `brief/`). What goes wrong is a value, never thrown. */
export interface Verzendweg {
  readonly kanaal: Exclude<Verzendkanaal, 'berichtenbox'>
  /** The longest that `verzend` takes; absent: half a minute. Until then nobody else takes the item up. */
  readonly langsteMs?: number
  /** Whether it does so for this body; absent: for all, and for this installation itself. */
  readonly bedient?: (organisatie: OrganisatieId | undefined) => boolean
  readonly verzend: (stuk: Verzendstuk) => Promise<Verzenduitslag>
  /** Where items lie ready: whether what is about to leave still may. What may not is taken away. */
  readonly kijkNa?: (oordeel: Ligoordeel) => Promise<void>
}

/** Of an item that lies ready, by its number. `weet-niet`: it stays where it is. */
export type Ligoordeel = (zending: string, kijk: Kijkvraag) => Promise<'juist' | 'weg' | 'weet-niet'>
