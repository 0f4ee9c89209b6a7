/** What is known of each municipality: from the table beside it, read once. */
import { GEMEENTECIJFERS } from './gemeentecijfers.ts'
import type { Zekerheid } from './marges.ts'

export interface Gemeentecijfer {
  readonly inwoners: number
  /** People in a private household, on average. */
  readonly grootte: number
  /** Of all homes, the rented ones: 0 to 1. */
  readonly huur: number
  /** Place on the map of tiles, from the north-west. */
  readonly kolom: number
  readonly rij: number
  readonly zekerheid: Zekerheid
}

const CIJFERS: ReadonlyMap<string, Gemeentecijfer> = new Map(
  GEMEENTECIJFERS.trim()
    .split('\n')
    .map((regel) => {
      const [code = '', ...getallen] = regel.split(' ')
      const [inwoners = 0, grootte = 0, huur = 0, kolom = 0, rij = 0] = getallen.map(Number)
      return [code, { inwoners, grootte, huur: huur / 100, kolom, rij, zekerheid: 'vastgesteld' }]
    }),
)

/** `undefined` for a municipality that is newer than the table. */
export function gemeentecijfer(code: string): Gemeentecijfer | undefined {
  return CIJFERS.get(code)
}

export function gemeentecijfers(): ReadonlyMap<string, Gemeentecijfer> {
  return CIJFERS
}
