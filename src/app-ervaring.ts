import { randomBytes } from 'node:crypto'
import type { Sleutelring } from './audit/index.ts'
import { type Ervaring, openErvaring } from './ervaring/index.ts'
import { herhaal, type Klok, type Levensloop, type Log } from './platform/index.ts'
import { ervaringOpslag, type Opslag } from './store/index.ts'

/** Named limit: so long may a count be in memory alone; a process that is killed loses no more than this. */
const schrijfMs = 10_000

/** The part of the composition root that is about how steps of journeys go. */
export function openErvaringdeel(
  { klok, log }: { readonly klok: Klok; readonly log: Log },
  { opslag, ring }: { readonly opslag: Opslag; readonly ring: Sleutelring },
  levensloop: Levensloop,
): Ervaring {
  const ervaring = openErvaring({
    store: ervaringOpslag(opslag.databank),
    // The same on every node: a form that one made may come back at another.
    sleutel: ring.leid(ring.actief(), 'ervaring'),
    nu: klok.nu,
    toeval: randomBytes,
  })
  const meld = (fout: unknown) => log.waarschuwing('ervaring niet geteld', { fout })
  const stop = herhaal(schrijfMs, ervaring.schrijf, meld)
  levensloop.bijSluiten('ervaring', async () => {
    await stop()
    await ervaring.schrijf().catch(meld)
  })
  return ervaring
}
