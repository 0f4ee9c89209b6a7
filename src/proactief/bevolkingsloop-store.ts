import type { Stukuitkomst } from './bevolking/doorrekening.ts'
import type { Bevolkingsuitkomst } from './bevolking/gemeentetelling.ts'

export const loopstanden = ['wacht', 'loopt', 'gestopt', 'klaar', 'mislukt'] as const
export type Loopstand = (typeof loopstanden)[number]

/** What somebody asks to be worked out. */
export interface Loopvraag {
  readonly id: string
  readonly zaad: number
  /** YYYY-MM-DD: on which day ages and the law count. */
  readonly datum: string
  /** How many households; the whole country without it. */
  readonly huishoudens?: number | undefined
}

export interface Bevolkingsloop extends Loopvraag {
  readonly stand: Loopstand
  /** Somebody asked to stop it; it stops after the pieces in hand. */
  readonly isStopGevraagd: boolean
  /** Hash of law, date, seed and size: two runs with the same mark have the same outcome. */
  readonly merk: string | undefined
  /** Pieces. */
  readonly gedaan: number
  readonly stukken: number
  /** Milliseconds that were left at the last piece. */
  readonly nogMs: number | undefined
  readonly gevraagd: Date
  readonly bijgewerkt: Date
}

/** A run in hand: the number of the turn says whose it is, so that a node that was thought dead writes nothing more. */
export interface Loopbeurt {
  readonly loop: Bevolkingsloop
  readonly beurt: number
}

export interface Voortgangsregel {
  readonly gedaan: number
  readonly stukken: number
  readonly nogMs: number | undefined
}

/** `kwijt`: another node has it, or it is there no longer. */
export type Geschreven = 'ok' | 'stop' | 'kwijt'

export interface BevolkingsloopStore {
  /** One run at a time: `bezet` while another waits or runs. */
  vraag(vraag: Loopvraag, nu: Date): Promise<'ok' | 'bezet'>
  /** The newest first. */
  lijst(hoogstens: number): Promise<readonly Bevolkingsloop[]>
  /** A run that waits, or one of which nothing was heard since `stil`. */
  neem(nu: Date, stil: Date): Promise<Loopbeurt | undefined>
  /** Forgets the pieces when they are of another mark. */
  begin(beurt: Loopbeurt, merk: string, stukken: number, nu: Date): Promise<Geschreven>
  gedaan(beurt: Loopbeurt): Promise<readonly Stukuitkomst[]>
  bewaar(beurt: Loopbeurt, uit: Stukuitkomst, regel: Voortgangsregel, nu: Date): Promise<Geschreven>
  /** The outcome stays under its mark; the pieces go. */
  rondAf(beurt: Loopbeurt, uitkomst: Bevolkingsuitkomst, nu: Date): Promise<Geschreven>
  zet(beurt: Loopbeurt, stand: 'gestopt' | 'mislukt' | 'wacht', nu: Date): Promise<void>
  /** Asks a run to stop; `false` when it neither waits nor runs. */
  stop(id: string, nu: Date): Promise<boolean>
  /** Takes up one that was stopped or failed. */
  hervat(id: string, nu: Date): Promise<'ok' | 'bezet' | 'niet'>
  uitkomst(merk: string): Promise<Bevolkingsuitkomst | undefined>
}
