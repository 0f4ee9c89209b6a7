import type { OrganisatieId } from '../domain/index.ts'
import type { Vergelijkstuk } from './bevolking/vergelijkopdracht.ts'
import type { Vergelijkuitslag } from './bevolking/vergelijkuitslag.ts'

export const vergelijkstanden = ['wacht', 'loopt', 'gestopt', 'klaar', 'mislukt'] as const
export type Vergelijkstand = (typeof vergelijkstanden)[number]

/** What is compared with the law as it holds: a text that somebody wrote, or the scheme as it is on another day. */
export type Vergelijkwens =
  | { readonly soort: 'tekst'; readonly bestand: string; readonly tekst: string }
  | { readonly soort: 'versie'; readonly datum: string }

export interface Vergelijkaanvraag {
  readonly id: string
  readonly organisatie: OrganisatieId
  readonly regeling: string
  /** What they call it themselves. */
  readonly naam: string
  readonly wens: Vergelijkwens
  /** `YYYY-MM-DD`: the law as it is now, and the age of people, are those of this day. */
  readonly peildatum: string
  readonly zaad: number
  /** The whole country without it. */
  readonly huishoudens?: number | undefined
}

export interface Vergelijking extends Vergelijkaanvraag {
  readonly stand: Vergelijkstand
  /** Pieces. */
  readonly gedaan: number
  readonly stukken: number
  /** Milliseconds that were left at the last piece. */
  readonly nogMs: number | undefined
  readonly gevraagd: Date
}

/** A comparison in hand: the number of the turn says whose it is, so that a node that was thought dead writes nothing more. */
export interface Vergelijkbeurt {
  readonly vergelijking: Vergelijking
  readonly beurt: number
}

export interface Vergelijkvoortgang {
  readonly gedaan: number
  readonly stukken: number
  readonly nogMs: number | undefined
}

/** `kwijt`: another node has it, or it is there no longer. */
export type Vergelijkgeschreven = 'ok' | 'stop' | 'kwijt'

/** Everything about comparisons stays with the organisation that asked: a text may be a plan that nobody knows of. */
export interface VergelijkStore {
  /** `vol`: so many wait or run already, of this organisation. */
  vraag(aanvraag: Vergelijkaanvraag, hoogstens: number, nu: Date): Promise<'ok' | 'vol'>
  /** The newest first, without texts. */
  lijst(organisatie: OrganisatieId, hoogstens: number): Promise<readonly Vergelijking[]>
  vind(organisatie: OrganisatieId, id: string): Promise<Vergelijking | undefined>
  uitslag(organisatie: OrganisatieId, id: string): Promise<Vergelijkuitslag | undefined>
  /** Asks one to stop; one that waits is stopped at once. */
  stop(organisatie: OrganisatieId, id: string, nu: Date): Promise<boolean>
  /** Takes up one that was stopped or failed. */
  hervat(organisatie: OrganisatieId, id: string, nu: Date): Promise<boolean>
  wis(organisatie: OrganisatieId, id: string): Promise<boolean>
  /** One that waits, or of which nothing was heard since `stil`; one at a time over all nodes. */
  neem(nu: Date, stil: Date): Promise<Vergelijkbeurt | undefined>
  /** Forgets the pieces when they are of another mark: the law changed meanwhile. */
  begin(beurt: Vergelijkbeurt, merk: string, stukken: number, nu: Date): Promise<Vergelijkgeschreven>
  gedaan(beurt: Vergelijkbeurt): Promise<readonly Vergelijkstuk[]>
  bewaar(
    beurt: Vergelijkbeurt,
    uit: Vergelijkstuk,
    stand: Vergelijkvoortgang,
    nu: Date,
  ): Promise<Vergelijkgeschreven>
  /** The outcome stays; the pieces go. */
  rondAf(beurt: Vergelijkbeurt, uitslag: Vergelijkuitslag, nu: Date): Promise<Vergelijkgeschreven>
  zet(beurt: Vergelijkbeurt, stand: 'gestopt' | 'mislukt', nu: Date): Promise<void>
}
