import type { Handeling, VoorwerpSoort } from '../toegang/index.ts'

/**
 * Who may open an address, as data: what is done there to what, for which purpose. The table of access in `toegang/`
 * decides; a page adds nothing to it.
 */
export type Toegangseis = { readonly soort: 'openbaar' } | Inwonereis

export interface Inwonereis {
  readonly soort: 'inwoner'
  readonly handeling: Handeling
  readonly voorwerp: VoorwerpSoort
  readonly doel: string
  /** About whoever is logged in, also while they act for somebody else: their sessions, for whom they act. */
  readonly alsZelf?: boolean
}

export const voorIedereen: Toegangseis = { soort: 'openbaar' }

export function inwoner(handeling: Handeling, voorwerp: VoorwerpSoort, doel: string): Inwonereis {
  return { soort: 'inwoner', handeling, voorwerp, doel }
}

/** Of the person who is logged in, whoever they act for. */
export function inwonerZelf(handeling: Handeling, voorwerp: VoorwerpSoort, doel: string): Inwonereis {
  return { ...inwoner(handeling, voorwerp, doel), alsZelf: true }
}
