import type { VerzegeldBewijs } from '../audit/index.ts'
import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Verwerkingsbewijs } from './kluistoegang.ts'

/** As it is kept: only since when can be read. That the row is there is the consent. */
export interface HulpbehoefteRij {
  readonly sinds: Date
  readonly kid: string
  readonly cijfer: Buffer
}

/** The person themselves, or a professional about whom the ground is. */
export type HulpVrager =
  | { readonly soort: 'persoon'; readonly persoon: PersoonId }
  | {
      readonly soort: 'medewerker'
      readonly persoon: PersoonId
      readonly medewerker: string
      readonly organisatie: OrganisatieId
    }

/** Who writes it down: they themselves, or a professional to whom they said it, and how. */
export type HulpVastlegger =
  | Extract<HulpVrager, { soort: 'persoon' }>
  | (Extract<HulpVrager, { soort: 'medewerker' }> & { readonly wijze: 'balie' | 'telefoon' | 'brief' })

export interface HulpbehoefteStore {
  readonly haal: (vrager: HulpVrager, bewijs: Verwerkingsbewijs) => Promise<HulpbehoefteRij | undefined>
  /** In the place of what was there, with its evidence or neither. */
  readonly zet: (
    vrager: HulpVrager,
    rij: HulpbehoefteRij,
    bewijzen: readonly VerzegeldBewijs[],
  ) => Promise<void>
  /** `false`: there was nothing. */
  readonly trekIn: (vrager: HulpVrager, bewijzen: readonly VerzegeldBewijs[]) => Promise<boolean>
}
