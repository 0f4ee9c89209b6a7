import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { GesteldeGrond, Kandidaat } from './grond.ts'

/** Whose ground: one session of one professional. The store shows no other (row-level security). */
export interface GrondVrager {
  readonly medewerker: string
  readonly organisatie: OrganisatieId
  readonly sessie: string
}

export interface GrondStore {
  /** Stores it in the place of what this session had. */
  stel(grond: GesteldeGrond): Promise<void>
  /** What holds for this session, if anything. Whether it is too old is for the table of access. */
  vind(vrager: GrondVrager): Promise<GesteldeGrond | undefined>
  /** Counts one question; false when there were too many, or the ground is over. */
  telPoging(vrager: GrondVrager, id: string, max: number): Promise<boolean>
  bewaarKandidaten(vrager: GrondVrager, id: string, kandidaten: readonly Kandidaat[]): Promise<void>
  /** Only where nobody stands yet: one ground is about one person. */
  kies(vrager: GrondVrager, id: string, wie: 'persoon' | 'ander', persoon: PersoonId): Promise<boolean>
  /** Gone, for the very next request. */
  beeindig(vrager: GrondVrager): Promise<void>
}
