import type { Verwerkingsbewijs, VerzegeldBewijs } from '../audit/index.ts'
import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Maatregel, Machtiging, NieuweMachtiging } from './machtiging.ts'

/** Who asks; the store shows and changes only what this one may (row-level security). */
export type MachtigingVrager =
  | { readonly soort: 'persoon'; readonly persoon: PersoonId }
  | {
      readonly soort: 'medewerker'
      readonly medewerker: string
      readonly organisatie: OrganisatieId
      /** For whom, after the ground was stated. */
      readonly persoon: PersoonId
    }

export interface MachtigingStore {
  /** The mandate and its evidence, or neither. */
  bewaar(
    vrager: MachtigingVrager,
    machtiging: Machtiging,
    bewijzen: readonly VerzegeldBewijs[],
  ): Promise<void>
  /** False when it was not there, not theirs, or already taken back. */
  trekIn(
    vrager: MachtigingVrager,
    id: string,
    op: Date,
    bewijzen: readonly VerzegeldBewijs[],
  ): Promise<boolean>
  vind(vrager: MachtigingVrager, id: string): Promise<Machtiging | undefined>
  /** The same one, between the same two and for the same days, stands and was not taken back. */
  staatEr(vrager: MachtigingVrager, nieuw: NieuweMachtiging): Promise<boolean>
  /** What a court decided about this person, who gives something now; also what ended or is still to come. */
  maatregelen(vrager: MachtigingVrager): Promise<readonly Maatregel[]>
  /** Given by them and given to them, the newest first. */
  alle(vrager: MachtigingVrager, bewijs: Verwerkingsbewijs): Promise<readonly Machtiging[]>
}
