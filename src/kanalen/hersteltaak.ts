import type { OrganisatieId, PersoonId } from '../domain/index.ts'

/** What a human does when no channel reached somebody (Awb 2:11 lid 2): call, write, or find a right address. */
export const herstelsoorten = ['bellen', 'brief', 'adres'] as const
export type Herstelsoort = (typeof herstelsoorten)[number]

/** For the list of an organisation: nothing of whom it is about. */
export interface Hersteltaak {
  readonly id: string
  /** Absent: of this installation itself. */
  readonly organisatie?: OrganisatieId
  readonly soort: Herstelsoort
  readonly reden: string
  readonly gemaakt: Date
}

/** For who takes it up. */
export interface OpenHersteltaak extends Hersteltaak {
  readonly persoon: PersoonId
  readonly bericht: string
}
