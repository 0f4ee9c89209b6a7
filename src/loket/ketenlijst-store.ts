import type { OrganisatieId } from '../domain/index.ts'
import type { Datum } from '../kalender/index.ts'
import type { Ketenlezer } from './ketenzaak-store.ts'

type Medewerker = Extract<Ketenlezer, { readonly soort: 'medewerker' }>

/** Which cases of an organisation: what can be answered from the row of a case. */
export interface Lijstvraag {
  readonly nummer?: string
  /** Of which owner. */
  readonly organisaties?: readonly OrganisatieId[]
  readonly geopendVan?: Datum
  /** Exclusive. */
  readonly geopendTot?: Datum
  readonly isOpen?: boolean
  readonly gesloten?: { readonly van?: Datum; readonly tot?: Datum }
  readonly orde: 'oudste' | 'nieuwste' | 'nummer' | 'nummer-af'
  readonly vanaf: number
  readonly aantal: number
}

/** Cases that an organisation takes part in, a page at a time: the cost is that of the page. */
export interface KetenlijstStore {
  readonly lijst: (
    lezer: Medewerker,
    vraag: Lijstvraag,
  ) => Promise<{ readonly aantal: number; readonly zaken: readonly string[] }>
  /** Those with an id between these, both included; a handful at most. */
  readonly tussen: (lezer: Medewerker, van: string, tot: string) => Promise<readonly string[]>
  /** Of which cases this command is; one at most. */
  readonly vanOpdracht: (lezer: Medewerker, opdracht: string) => Promise<readonly string[]>
}
