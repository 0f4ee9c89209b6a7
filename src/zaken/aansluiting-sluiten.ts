import type { Aansluitingen } from './aansluitingen.ts'
import type { Bronnenbeheer } from './bronnenbeheer.ts'
import type { BronId } from './zaakgegevens.ts'

export interface Ingreepdelen {
  readonly aansluitingen: Pick<Aansluitingen, 'vind' | 'bewaar'>
  /** Of the index: everything about this connection. */
  readonly vergeetBron: (bron: BronId) => Promise<void>
  /** After another key, where we run: it holds here at once, and our subscription there gets it. */
  readonly naNieuweSleutel?: ((bron: BronId) => Promise<unknown>) | undefined
}

/** What can be done to a connection that stands there. `undefined`: there is none. */
export function maakIngrepen({
  aansluitingen,
  vergeetBron,
  naNieuweSleutel = async () => {},
}: Ingreepdelen): Pick<Bronnenbeheer, 'sluit' | 'nieuweSleutel'> {
  return {
    async sluit(bron, wijziging) {
      const oud = await aansluitingen.vind(bron)
      if (oud === undefined) return undefined
      const { aansluiting } = oud
      const uitkomst = await aansluitingen.bewaar({
        ...wijziging,
        invoer: { ...aansluiting, stand: 'gesloten' },
        geheimen: {},
      })
      // What comes in late from who was asking is removed by the next round (app-zaakindex.ts).
      if (uitkomst.status === 'ok') await vergeetBron(bron)
      return uitkomst
    },

    async nieuweSleutel(bron, wijziging) {
      const oud = await aansluitingen.vind(bron)
      if (oud === undefined) return undefined
      const uitkomst = await aansluitingen.bewaar({
        ...wijziging,
        invoer: oud.aansluiting,
        geheimen: {},
        nieuweBerichtsleutel: true,
      })
      if (uitkomst.status === 'ok') await naNieuweSleutel(bron)
      return uitkomst
    },
  }
}
