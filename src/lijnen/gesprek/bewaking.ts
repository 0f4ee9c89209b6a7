/**
 * What each node does again and again for calls: it says of those that it holds a browser or a telephone of that somebody is
 * there, and ends on behalf of every node what time ends. So a node that fell over leaves nothing open.
 */
import { maakGehoor } from '../gehoor.ts'
import type { Gesprekken } from '../gesprekken.ts'
import { voorIeder } from '../ieder.ts'
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

/**
 * One round; throws what went wrong in it, and the next one tries again. What cannot be read of one call keeps no other from
 * being heard.
 */
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
    let magStil = false
    await voorIeder(
      [
        brug.houdVast,
        seinpost.ruimVertrokken,
        async () => {
          await store.hoort(seinpost.lopend())
          magStil = gehoordMs() >= STIL_MS
        },
        async () =>
          voorIeder(await store.opTijd(nu(), magStil), ({ id, isStil }) =>
            isStil ? gesprekken.sluitStil(id) : gesprekken.naTijd(id),
          ),
      ],
      (doe) => doe(),
    )
  }
}
