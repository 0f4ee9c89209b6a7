import type { OrganisatieId } from '../../domain/index.ts'
import type { Stukresultaat } from './doorrekening.ts'

export const loopsoorten = ['niet-gebruik', 'vergelijking'] as const
export type Loopsoort = (typeof loopsoorten)[number]

export const loopstanden = ['wacht', 'loopt', 'gestopt', 'klaar', 'mislukt'] as const
export type Loopstand = (typeof loopstanden)[number]

/** Whose runs, of which kind; without an owner they are of the whole installation. */
export interface Loopplek {
  readonly soort: Loopsoort
  readonly eigenaar: OrganisatieId | undefined
}

/** Flat, as the kind writes it and reads it again. */
export type Loopinvoer = Readonly<Record<string, unknown>>

export interface Loopaanvraag extends Loopplek {
  readonly id: string
  readonly invoer: Loopinvoer
  /** A long text that belongs to it; in a list it is left out. */
  readonly tekst?: string | undefined
}

export interface Loopvoortgang {
  /** Pieces. */
  readonly gedaan: number
  readonly stukken: number
  /** Milliseconds that were left at the last piece. */
  readonly nogMs: number | undefined
}

export interface Bevolkingsloop extends Loopaanvraag, Loopvoortgang {
  readonly stand: Loopstand
  /** Somebody asked to stop it; it stops after the pieces in hand. */
  readonly isStopGevraagd: boolean
  /** Hash of law, date, seed and size: two runs with the same mark have the same outcome. */
  readonly merk: string | undefined
  readonly gevraagd: Date
}

/** A run in hand: the number of the turn says whose it is, so that a node that was thought dead writes nothing more. */
export interface Loopbeurt {
  readonly loop: Bevolkingsloop
  readonly beurt: number
}

/** `kwijt`: another node has it, or it is there no longer. */
export type Geschreven = 'ok' | 'stop' | 'kwijt'

/** How many may wait or run of one place, and how many are kept of it in all. */
export interface Loopgrens {
  readonly wachtend: number
  readonly bewaard: number
}

/** Runs over the made-up population, of whatever kind. What is of an organisation stays with that organisation. */
export interface BevolkingsloopStore {
  /** `vol`: so many of that place wait or run already. What was asked long ago makes room. */
  vraag(aanvraag: Loopaanvraag, grens: Loopgrens, nu: Date): Promise<'ok' | 'vol'>
  /** The newest first, without texts. */
  lijst(plek: Loopplek, hoogstens: number): Promise<readonly Bevolkingsloop[]>
  vind(plek: Loopplek, id: string): Promise<Bevolkingsloop | undefined>
  /** As the kind counted it. */
  uitkomst(plek: Loopplek, id: string): Promise<unknown>
  /** Asks one to stop; one that waits is stopped at once. `false` when it neither waits nor runs. */
  stop(plek: Loopplek, id: string, nu: Date): Promise<boolean>
  /** Takes up one that was stopped or failed. */
  hervat(plek: Loopplek, id: string, wachtend: number, nu: Date): Promise<'ok' | 'vol' | 'niet'>
  wis(plek: Loopplek, id: string): Promise<boolean>
  /** The first that waits, of these kinds; none while any kind runs that was heard of since `stil`. */
  neem(soorten: readonly Loopsoort[], nu: Date, stil: Date): Promise<Loopbeurt | undefined>
  /** Forgets the pieces when they are of another mark: the law changed meanwhile. */
  begin(beurt: Loopbeurt, merk: string, stukken: number, nu: Date): Promise<Geschreven>
  /** What came out of another run of the same place with this mark. */
  eerder(beurt: Loopbeurt, merk: string): Promise<unknown>
  gedaan(beurt: Loopbeurt): Promise<readonly Stukresultaat[]>
  bewaar(beurt: Loopbeurt, uit: Stukresultaat, stand: Loopvoortgang, nu: Date): Promise<Geschreven>
  /** The outcome stays; the pieces go. */
  rondAf(beurt: Loopbeurt, uitkomst: unknown, nu: Date): Promise<Geschreven>
  zet(beurt: Loopbeurt, stand: 'gestopt' | 'mislukt' | 'wacht', nu: Date): Promise<void>
}
