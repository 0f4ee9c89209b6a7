import type { PersoonId } from '../domain/index.ts'

/** Whose inbox, and who reads in it: they themselves, or who acts for them. */
export interface Lezer {
  readonly persoon: PersoonId
  readonly lezer: PersoonId
  /** A company opens nothing itself: who acts for it reads as the company. */
  readonly isBedrijf?: boolean
}

/** Does what this reader opens count as opened by whom it is for? */
export function isGeadresseerde({ persoon, lezer, isBedrijf = false }: Lezer): boolean {
  return lezer === persoon || isBedrijf
}
