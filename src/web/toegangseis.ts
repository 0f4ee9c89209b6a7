import type { Handeling, VoorwerpSoort } from '../toegang/index.ts'

/**
 * Who may open an address, as data: what is done there to what, for which purpose. The table of access in `toegang/`
 * decides; a page adds nothing to it.
 */
export type Toegangseis = { readonly soort: 'openbaar' } | Inwonereis | Medewerkereis | Genodigdeneis

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

export interface Medewerkereis {
  readonly soort: 'medewerker'
  readonly handeling: Handeling
  readonly voorwerp: VoorwerpSoort
  /** Activity of the register, or the one they stated; absent where nothing about a person is touched. */
  readonly doel?: string
}

/** In place of a purpose: the one that stands in their ground. */
export const vanGrond = 'van-grond'

export function medewerker(handeling: Handeling, voorwerp: VoorwerpSoort, doel?: string): Medewerkereis {
  return { soort: 'medewerker', handeling, voorwerp, ...(doel !== undefined && { doel }) }
}

/** An outside party that was invited into one chain case, and came in with its own key. */
export interface Genodigdeneis {
  readonly soort: 'genodigde'
  readonly handeling: Handeling
  readonly voorwerp: VoorwerpSoort
}

export function genodigde(handeling: Handeling, voorwerp: VoorwerpSoort): Genodigdeneis {
  return { soort: 'genodigde', handeling, voorwerp }
}
