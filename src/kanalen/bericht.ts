import { createHash } from 'node:crypto'
import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Tekst } from '../engine/index.ts'

/** What a message is about; people will choose how they get each kind. */
export const berichtsoorten = [
  'zaak-te-laat',
  'zaak-stil',
  'post-ontvangen',
  'post-doorgezonden',
  'post-verkeerde-weg',
  'post-geweigerd',
] as const
export type Berichtsoort = (typeof berichtsoorten)[number]

/** Where in this house one can go on. */
export interface Verwijzing {
  readonly soort: 'zaak'
  readonly bron: OrganisatieId
  readonly uuid: string
}

/** Every text in every language of the house: what was sent stays as it was, also when somebody changes language. */
export interface Berichtinhoud {
  readonly onderwerp: Tekst
  readonly alineas: readonly Tekst[]
  /** Absent: from this installation itself. */
  readonly van?: OrganisatieId
  readonly verwijzing?: Verwijzing
}

export interface NieuwBericht {
  readonly persoon: PersoonId
  readonly soort: Berichtsoort
  /** The same person and the same mark is the same message, however often it is sent. */
  readonly kenmerk: string
  readonly inhoud: Berichtinhoud
}

/** Once sent a message never changes; a correction is a new message that says so (Awb 2:12). */
export interface Bericht extends Omit<NieuwBericht, 'kenmerk'> {
  readonly id: string
  /** Time of sending in a portal is when the addressee can get at it (Awb 2:19). */
  readonly verstuurd: Date
  readonly geopend?: Date
}

/** What is kept of a mark: enough to know it again, and nothing of what it is about. */
export function kenmerkhash({ persoon, kenmerk }: Pick<NieuwBericht, 'persoon' | 'kenmerk'>): Buffer {
  return createHash('sha256').update(`voordeur bericht|${persoon}|${kenmerk}`).digest()
}
