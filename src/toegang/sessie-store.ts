import type { PersoonId } from '../domain/index.ts'
import type { Sessie, VoorKeuze } from './sessie.ts'

/** A session is found by the hash of its token; the token itself is kept nowhere. */
export interface SessieStore {
  /** Stores the new one and removes the one it takes the place of, together. */
  begin(hash: Buffer, sessie: Sessie, vorige: Buffer | undefined): Promise<void>
  vind(hash: Buffer): Promise<Sessie | undefined>
  /** Never back in time. */
  gebruikt(hash: Buffer, op: Date): Promise<void>
  /** False when the session is gone. */
  kies(hash: Buffer, voor: VoorKeuze): Promise<boolean>
  wis(hash: Buffer): Promise<void>
  /** Of one person, the last used first; also those that are over. */
  vanPersoon(persoon: PersoonId): Promise<readonly Sessie[]>
  wisVanPersoon(persoon: PersoonId, keuze: SessieKeuze): Promise<number>
}

/** One, or all but one. */
export type SessieKeuze = { readonly id: string } | { readonly behalve: string }
