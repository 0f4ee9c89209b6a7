/**
 * What each node does again and again for calls: it says of those that it holds a browser or a telephone of that somebody is
 * there, and ends on behalf of every node what time ends. So a node that fell over leaves nothing open.
 */
import { maakGehoor } from '../gehoor.ts'
import type { Gesprekken } from '../gesprekken.ts'
import { STIL_MS, TELEFOON_MS } from './belgesprek.ts'
import type { GesprekStore } from './gesprek-store.ts'
import type { Mediabrug } from './mediabrug.ts'
import type { Seinpost } from './seinpost.ts'

/** Named limit: so often; six times before a telephone of which nothing is heard is gone. */
export const BEWAAK_MS = TELEFOON_MS / 6

export interface Bewaakdelen {
  readonly store: Pick<GesprekStore, 'hoort' | 'opTijd'>
  readonly gesprekken: Pick<Gesprekken, 'naTijd' | 'sluitStil'>
  readonly seinpost: Pick<Seinpost, 'lopend' | 'ruimVertrokken'>
  readonly brug: Pick<Mediabrug, 'houdVast'>
  readonly nu: () => Date
  /** Goes up whatever happens to the clock: `performance.now`. */
  readonly tik: () => number
}

/** One round; throws when the database was not reached, and then the next one tries again. */
export function maakBewaking({
  store,
  gesprekken,
  seinpost,
  brug,
  nu,
  tik,
}: Bewaakdelen): () => Promise<void> {
  const gehoordMs = maakGehoor(tik, 3 * BEWAAK_MS)
  return async () => {
    await brug.houdVast()
    await seinpost.ruimVertrokken()
    await store.hoort(seinpost.lopend())
    const magStil = gehoordMs() >= STIL_MS
    for (const { id, isStil } of await store.opTijd(nu())) {
      if (isStil && magStil) await gesprekken.sluitStil(id)
      else await gesprekken.naTijd(id)
    }
  }
}
