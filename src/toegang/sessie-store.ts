import type { Verwerkingsbewijs, VerzegeldBewijs } from '../audit/index.ts'
import type { PersoonId } from '../domain/index.ts'
import type { Helper, Sessie, VoorKeuze } from './sessie.ts'

/** What must stand in the evidence when this session ends; written together with the end, or neither. */
export type BijEinde = (sessie: Sessie) => readonly VerzegeldBewijs[]

/** A session is found by the hash of its token; the token itself is kept nowhere. */
export interface SessieStore {
  /** Stores the new one and removes the one it takes the place of, together. */
  begin(hash: Buffer, sessie: Sessie, vorige: Buffer | undefined, bijEinde: BijEinde): Promise<void>
  vind(hash: Buffer): Promise<Sessie | undefined>
  /** Never back in time. */
  gebruikt(hash: Buffer, op: Date): Promise<void>
  /** False when the session is gone, or does not remember `was` any more. */
  kies(hash: Buffer, voor: VoorKeuze, was?: VoorKeuze): Promise<boolean>
  /** Somebody sits down beside them, or leaves (`undefined`). False when the session is gone. */
  zetHelper(hash: Buffer, helper: Helper | undefined, bewijzen: readonly VerzegeldBewijs[]): Promise<boolean>
  wis(hash: Buffer, bijEinde: BijEinde): Promise<void>
  /** Of one person, the last used first; also those that are over. */
  vanPersoon(persoon: PersoonId, bewijs: Verwerkingsbewijs): Promise<readonly Sessie[]>
  wisVanPersoon(persoon: PersoonId, keuze: SessieKeuze, bijEinde: BijEinde): Promise<number>
  /** Sessions with a helper that are over by either of these moments. Gives how many went. */
  wisMetHelper(
    over: { readonly stilSinds: Date; readonly begonnenVoor: Date },
    bijEinde: BijEinde,
  ): Promise<number>
}

/** One, or all but one. */
export type SessieKeuze = { readonly id: string } | { readonly behalve: string }
