import type { OrganisatieId } from '../domain/index.ts'

/** Of each telephone exchange what it told last: of two reports that overtake each other the later one holds. */
export interface CentraleStore {
  /**
   * One report of an organisation at a time, on all nodes together. `oud`: a later one came in already. `bezig`: an earlier
   * one is looked at now; of a node that fell over meanwhile for `CENTRALE_BEZIG_MS`.
   */
  readonly neem: (organisatie: OrganisatieId, volgnummer: number) => Promise<'ok' | 'oud' | 'bezig'>
  readonly laatLos: (organisatie: OrganisatieId, volgnummer: number) => Promise<void>
}

/** Named limit: so long is worked on one report; what was not reached by then is to be sent again. */
export const CENTRALE_BEZIG_MS = 20_000
