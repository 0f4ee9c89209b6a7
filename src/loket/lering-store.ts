import type { Datum, OrganisatieId } from '../domain/index.ts'
import type { Leerrij } from './lering-uitkomst.ts'

/** Who looks: of one organisation, what it was one of the two of; of the installation, all of it. */
export type Leerkijker =
  | { readonly soort: 'organisatie'; readonly medewerker: string; readonly organisatie: OrganisatieId }
  | { readonly soort: 'installatie' }

export interface LeringStore {
  /** Counts from this month on; written with the events themselves (`KetenzaakStore.voegToe`). */
  readonly lering: (kijker: Leerkijker, vanaf: Datum) => Promise<readonly Leerrij[]>
}
