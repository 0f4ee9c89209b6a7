import type { Opschaalfunctie } from './begrippen.ts'
import type { Ketenlezer } from './ketenzaak-store.ts'
import type { Werkgroep, Werkplek, Werkrij } from './loket.ts'

export interface WerkStore {
  /** Of each group a page, along the index; and how many lie there, counted up to `geteld`. */
  readonly werkbladen: (
    wie: Omit<Extract<Ketenlezer, { soort: 'medewerker' }>, 'soort'> & {
      readonly functies: readonly Opschaalfunctie[]
    },
    vraag: {
      readonly groepen: readonly Werkgroep[]
      readonly na?: Werkplek
      readonly aantal: number
      readonly geteld: number
    },
  ) => Promise<
    readonly { readonly groep: Werkgroep; readonly rijen: readonly Werkrij[]; readonly aantal: number }[]
  >
}
