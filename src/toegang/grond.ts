import type { Reden } from '../audit/index.ts'
import { type OrganisatieId, type PersoonId, parseBsn } from '../domain/index.ts'
import { maxGrondMinuten } from './beslis.ts'
import type { Grond } from './wie.ts'

/**
 * What a professional stated before they looked: for which purpose and why, for one person and for a limited time.
 * It belongs to one session, of which there is one at a time; a new one ends the one before.
 */
export interface GesteldeGrond {
  readonly id: string
  /** Id of the session; not its token. */
  readonly sessie: string
  readonly medewerker: string
  readonly organisatie: OrganisatieId
  /** As which of their roles. */
  readonly rol: string
  /** Activity of the register. */
  readonly doel: string
  readonly reden: Reden
  readonly kenmerk: string | undefined
  readonly gesteldOp: Date
  readonly persoon: PersoonId | undefined
  readonly ander: PersoonId | undefined
  /** Who was found last, each under a word that means nothing outside this ground. */
  readonly kandidaten: readonly Kandidaat[]
  readonly pogingen: number
}

export interface Kandidaat {
  readonly handvat: string
  readonly persoon: PersoonId
}

/** Named limit: who has not found somebody after so many questions states anew why they look. */
export const maxPogingen = 10

export type GrondFout = 'doel-ontbreekt' | 'reden-ontbreekt' | 'kenmerk-ontbreekt' | 'kenmerk-onjuist'

/**
 * A reference of their own organisation: letters, digits and a few signs, no spaces, so that no story and no name
 * fits in. What could be a BSN is refused as well, also with signs in between.
 */
export function isKenmerk(tekst: string): boolean {
  if (!/^[\w./-]{2,40}$/.test(tekst)) return false
  const cijfers = tekst.replace(/[./_-]/g, '').match(/\d+/g) ?? []
  return cijfers.every((reeks) => parseBsn(reeks) === undefined)
}

/** A running case is found again by its reference; of the other reasons it need not be there. */
export function kenmerkFout(reden: Reden, kenmerk: string | undefined): GrondFout | undefined {
  if (kenmerk === undefined) return reden === 'zaak' ? 'kenmerk-ontbreekt' : undefined
  return isKenmerk(kenmerk) ? undefined : 'kenmerk-onjuist'
}

/** As the table of access asks for it. */
export function grondVan({ doel, persoon, ander, gesteldOp }: GesteldeGrond): Grond {
  return { doel, gesteldOp, ...(persoon && { persoon }), ...(ander && { ander }) }
}

export function verlooptOp({ gesteldOp }: GesteldeGrond): Date {
  return new Date(gesteldOp.getTime() + maxGrondMinuten * 60_000)
}
