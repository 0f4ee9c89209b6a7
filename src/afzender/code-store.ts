import type { Kid } from '../audit/index.ts'
import type { Onderwerp } from '../corpus/index.ts'
import { type Datum, type OrganisatieId, parseOrganisatieId } from '../domain/index.ts'
import type { Sleutelregel } from './sleutellog.ts'

/** Of a message of which nobody says what it is about: the group of messages it belongs to. */
export const berichtonderwerpen = ['besluiten', 'zaken', 'taken', 'afspraken', 'kansen', 'toegang'] as const
/** A class, and never what it says. */
export type Codeonderwerp = Onderwerp | (typeof berichtonderwerpen)[number]

/** Who sends what comes from this installation itself; no organisation of the corpus has this name (a test). */
export const eigenAfzender: OrganisatieId = eisId('voordeur')

/** What is kept of a code: what anybody who has it may know, and nothing of whom it was sent to or what it said. */
export interface Coderij {
  /** Of the code, under a key: the table alone gives no codes. */
  readonly hash: Buffer
  readonly kid: Kid
  readonly organisatie: OrganisatieId
  readonly datum: Datum
  readonly onderwerp: Codeonderwerp
  /** Id of the message, for the addressee; whether it is theirs is asked where messages are. */
  readonly bericht: string | undefined
  readonly gemaakt: Date
}

export type Berichtcoderij = Coderij & { readonly bericht: string }

export interface CodeStore {
  /**
   * Of each of these messages the code that it has: what is brought, where there was none. By message. One that is not
   * in the answer got none: its code belongs to something else, or another node is writing it down just now.
   */
  readonly perBericht: (
    rijen: readonly Berichtcoderij[],
  ) => Promise<ReadonlyMap<string, Pick<Coderij, 'hash' | 'kid'>>>
  /** One query, whatever there is; a code that was taken back is not given. */
  readonly vind: (hashes: readonly Buffer[]) => Promise<Coderij | undefined>
  readonly trekIn: (hashes: readonly Buffer[], op: Date) => Promise<boolean>
}

export interface SleutellogStore {
  /** In order. */
  readonly regels: () => Promise<readonly Sleutelregel[]>
  /** `false`: another line has this number already. */
  readonly voegToe: (regel: Sleutelregel) => Promise<boolean>
}

function eisId(naam: string): OrganisatieId {
  const id = parseOrganisatieId(naam)
  if (id === undefined) throw new Error('een naam die niet kan')
  return id
}
