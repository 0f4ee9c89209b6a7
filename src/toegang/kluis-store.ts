import type { Kid, VerzegeldBewijs } from '../audit/index.ts'
import type { IdentificatieSoort, PersoonId } from '../domain/index.ts'

/** An identifier as the vault keeps it: nothing in it can be read without the ring. */
export interface KluisRij {
  readonly id: string
  readonly persoon: PersoonId
  readonly soort: IdentificatieSoort
  /** Look-up: a keyed hash of the value, and under which key. */
  readonly zoekKid: Kid
  readonly zoek: Buffer
  readonly kid: Kid
  readonly cijfer: Buffer
}

export interface Zoekwaarde {
  readonly kid: Kid
  readonly hash: Buffer
}

/**
 * The store of the vault. The database holds the list of keys in use, and says which is for new rows, so that nodes
 * with different settings can never keep one identifier twice.
 */
export interface KluisStore {
  /** Keys in use, the newest last. */
  sleutels(): Promise<readonly Kid[]>
  /** Puts a key in use. Waits for every `vindOfMaak` that does not know of it yet. */
  neemInGebruik(kid: Kid): Promise<void>
  /** Takes a key out of use, if no row needs it any more. */
  neemUitGebruik(kid: Kid): Promise<boolean>
  /**
   * Finds who has these identifiers, under any key in use, or stores the rows that `maak` gives; in the same order. Of
   * two at the same time one makes and both get the same person. `hash` is asked for each key in use, in the same
   * transaction. The same identifier twice is one person.
   */
  vindOfMaak(opdrachten: readonly VindOfMaak[]): Promise<readonly PersoonId[]>
  /** Without making anybody. */
  vind(soort: IdentificatieSoort, hash: (kid: Kid) => Buffer): Promise<PersoonId | undefined>
  /** What this person is known by. */
  vanPersoon(persoon: PersoonId): Promise<readonly KluisRij[]>
  /** Rows with another key than this, in order of id, after `na`. */
  teWisselen(kid: Kid, na: string | undefined, max: number): Promise<readonly KluisRij[]>
  /** Writes seals and look-ups anew, each only when the row still has the key it was read with. */
  wissel(rijen: readonly { readonly oud: KluisRij; readonly nieuw: KluisRij }[]): Promise<number>
  /** Stores the link and its evidence together; false when it was there already. */
  verbind(verband: Verband, bewijzen: readonly VerzegeldBewijs[]): Promise<boolean>
  /** Directly linked, not the links of links. */
  verbonden(persoon: PersoonId): Promise<readonly PersoonId[]>
}

export interface VindOfMaak {
  readonly soort: IdentificatieSoort
  readonly hash: (kid: Kid) => Buffer
  readonly maak: (kid: Kid) => { readonly rij: KluisRij; readonly tijd: Date }
}

export interface Verband {
  readonly een: PersoonId
  readonly ander: PersoonId
  readonly sinds: Date
  /** A code: `zelfde-bsn-gekregen`, `dubbel-ingeschreven`. */
  readonly reden: string
}
