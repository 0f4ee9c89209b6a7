import type { Verwerkingsbewijs, VerzegeldBewijs } from '../audit/index.ts'
import type { PersoonId } from '../domain/index.ts'
import type { Vastlegger, Verklaring } from './bereikbaarheid.ts'
import type { Plaatsing } from './bericht-store.ts'

/** In whose name the rows are read or written: theirs, or a professional for one person. */
export interface Voorkeurhouder {
  readonly persoon: PersoonId
  readonly door: Vastlegger
}

/** An address as it is kept. */
export interface AdresRij {
  readonly id: string
  readonly persoon: PersoonId
  readonly soort: 'email' | 'telefoon' | 'post'
  readonly kid: string
  readonly cijfer: Buffer
  readonly vanaf: Date
  readonly door: Vastlegger
  readonly bevestigd: Date | undefined
  readonly mislukt: number
  readonly codeMislukt: Date | undefined
}

/** A choice as it is kept: for what and which is sealed, since it may say that somebody cannot see. */
export interface Regelrij {
  readonly persoon: PersoonId
  /** Knows the same reach again, and says nothing. */
  readonly sleutel: Buffer
  readonly kid: string
  readonly cijfer: Buffer
}

export interface Voorkeurrijen {
  readonly regels: readonly Regelrij[]
  /** Also those that were taken back. */
  readonly verklaringen: readonly Verklaring[]
  readonly adressen: readonly AdresRij[]
}

/** Everything that is written in one act. */
export interface Rijwijziging {
  /** Each in the place of what was said for the same reach. `belt`: they want to be called. */
  readonly regels: readonly (Regelrij & { readonly belt: boolean })[]
  /** Keys of rules that go. */
  readonly wis: readonly Buffer[]
  readonly verklaringen: readonly Verklaring[]
  /** Ids of statements that hold no more. */
  readonly trekIn: readonly string[]
  readonly op: Date
  readonly bewijzen: readonly VerzegeldBewijs[]
}

/** A code for one address: its keyed hash, until when, and the number under which it leaves. */
export interface Adrescode {
  readonly hash: Buffer
  readonly tot: Date
  readonly zending: string
}

export interface VoorkeurStore {
  readonly haal: (houder: Voorkeurhouder, bewijs: Verwerkingsbewijs) => Promise<Voorkeurrijen>
  /**
   * Decided on what stands there, and written, in one transaction: who changes something in two windows changes it one
   * after the other. `undefined`: nothing is written.
   */
  readonly wijzig: (
    houder: Voorkeurhouder,
    beslis: (rijen: Voorkeurrijen) => Rijwijziging | undefined,
    bewijs: Verwerkingsbewijs,
  ) => Promise<void>
  /** With the message that tells of it, or neither of both. `false`: too many of its kind. */
  readonly voegAdresToe: (
    houder: Voorkeurhouder,
    rij: AdresRij,
    hoogstens: number,
    bewijzen: readonly VerzegeldBewijs[],
    melding: Plaatsing | undefined,
  ) => Promise<boolean>
  readonly wisAdres: (
    houder: Voorkeurhouder,
    id: string,
    bewijzen: readonly VerzegeldBewijs[],
    melding: Plaatsing | undefined,
  ) => Promise<boolean>
  /** A new code in the place of the one before; `false`: no such address. */
  readonly zetCode: (houder: Voorkeurhouder, id: string, code: Adrescode) => Promise<boolean>
  /** It was refused at once; nothing when another code was sent since. */
  readonly codeMislukt: (houder: Voorkeurhouder, id: string, zending: string, op: Date) => Promise<void>
  /** Counts the try and looks, in one transaction: who tries two at once tries them one after the other. */
  readonly probeerCode: (
    houder: Voorkeurhouder,
    id: string,
    poging: { readonly hashes: readonly Buffer[]; readonly op: Date; readonly hoogstens: number },
    bewijzen: readonly VerzegeldBewijs[],
    melding: Plaatsing | undefined,
  ) => Promise<'bevestigd' | 'onjuist' | 'verlopen' | 'te-vaak'>
}
