import type { OrganisatieId } from '../domain/index.ts'
import type { Ketenlezer } from './ketenzaak-store.ts'

type Medewerker = Extract<Ketenlezer, { readonly soort: 'medewerker' }>

/** Which cases of an organisation: what can be answered from the row of a case. */
export interface Lijstvraag {
  readonly nummer?: string
  /** Of which owner. */
  readonly organisaties?: readonly OrganisatieId[]
  readonly geopendVan?: Date
  /** Exclusive, as each end. */
  readonly geopendTot?: Date
  readonly isOpen?: boolean
  readonly gesloten?: { readonly van?: Date; readonly tot?: Date }
  readonly orde: 'oudste' | 'nieuwste' | 'nummer' | 'nummer-af'
  readonly vanaf: number
  readonly aantal: number
  /** The last case before these: nothing up to and with it is read. `vanaf` then only says how many there were. */
  readonly na?: Lijstplek
}

/** Where a case stands in each of the orders. */
export interface Lijstplek {
  readonly geopend: Date
  readonly id: string
  readonly nummer: string
}

/** Named limits: so far is counted how many there are; so far is a page found by its number alone. */
export const LIJST_GETELD = 500
export const LIJST_DIEPST = 5_000

/** Cases that an organisation takes part in, a page at a time: along an index, and no further than the page. */
export interface KetenlijstStore {
  /**
   * `aantal` is all of them up to `LIJST_GETELD`. When there are more it is that, or one more than what was read up to
   * and with this page: so that there is a next page exactly when there is more.
   */
  readonly lijst: (
    lezer: Medewerker,
    vraag: Lijstvraag,
  ) => Promise<{
    readonly aantal: number
    readonly zaken: readonly string[]
    readonly laatste?: Lijstplek
  }>
  /** Those with an id between these, both included; a handful at most. */
  readonly tussen: (lezer: Medewerker, van: string, tot: string) => Promise<readonly string[]>
  /** Of which cases this command is; one at most. */
  readonly vanOpdracht: (lezer: Medewerker, opdracht: string) => Promise<readonly string[]>
}
