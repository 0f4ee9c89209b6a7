/** Telling of what happened in cases: a case of which it fails is told of later, and keeps no other from being told. */
import { ketenbericht, type MeldKeten } from './ketenbericht.ts'
import type { KetenzaakStore, Ongemeld } from './ketenzaak-store.ts'

export interface Meldrondedelen {
  readonly store: Pick<KetenzaakStore, 'meld'>
  readonly meld: MeldKeten
  /** Who sends the events, as a URI. */
  readonly source: string
  readonly nu: () => Date
  /** Hears of a case of which nobody could be told: its id and the fault, no words. */
  readonly meldFout: (ketenzaak: string, fout: unknown, wat: 'melden') => void
}

/** Named limits: so many events in one round; a case of which it failed is left alone for so long. */
const maxRonde = 100
const laterMs = 60_000

/** One round of events that nobody was told of yet. Gives how many were told. */
export function maakMeldronde({ store, meld, source, nu, meldFout }: Meldrondedelen): () => Promise<number> {
  const later = new Map<string, number>()
  const vertel = (rij: readonly Ongemeld[]) => meld(rij.map((een) => ketenbericht(source, een)))
  return async () => {
    const moment = nu()
    for (const [id, tot] of later) if (tot <= moment.getTime()) later.delete(id)
    return store.meld(moment, { hoogstens: maxRonde, zonder: [...later.keys()] }, async (rij) => {
      const gelukt = await vertel(rij).then(
        () => true,
        () => false,
      )
      if (gelukt) return rij
      const verteld: Ongemeld[] = []
      // Which one it is shows when each goes alone; of one case all of them, in their order.
      for (const [ketenzaak, van] of Map.groupBy(rij, (een) => een.ketenzaak))
        try {
          await vertel(van)
          verteld.push(...van)
        } catch (fout) {
          later.set(ketenzaak, moment.getTime() + laterMs)
          meldFout(ketenzaak, fout, 'melden')
        }
      return verteld
    })
  }
}
