import type { Sleutelring } from '../audit/index.ts'
import type { Toeval } from '../domain/index.ts'
import { indexnaam, kidVan, openNaam, verzegelNaam } from './indexnaam.ts'
import type { Indexpseudoniem, ZaakindexwerkStore } from './zaakindex-store.ts'

/** Named limit: so many names in one go. */
const perKeer = 200

/**
 * After a new key came: everybody under the newest name. What no key opens any more is forgotten: at the next visit
 * they are asked about anew. Running it again goes on where it stopped. Gives how many were renamed.
 */
export async function hernoemIndex({
  werk,
  ring,
  toeval,
}: {
  readonly werk: Pick<ZaakindexwerkStore, 'metAndereSleutel' | 'hernoem' | 'vergeet'>
  readonly ring: Sleutelring
  readonly toeval: Toeval
}): Promise<number> {
  let aantal = 0
  let na: Indexpseudoniem | undefined
  for (;;) {
    const oud = await werk.metAndereSleutel(ring.actief(), na, perKeer)
    for (const { wie, zegel } of oud) {
      if (!ring.heeft(kidVan(wie))) await werk.vergeet(wie)
      // Without a seal only the person themselves can say that it is theirs; see `meldAan`.
      else if (zegel !== undefined) {
        const persoon = openNaam(ring, wie, zegel)
        const nieuw = indexnaam(ring, persoon)
        await werk.hernoem(wie, nieuw, verzegelNaam(ring, nieuw, persoon, toeval))
        aantal += 1
      }
    }
    na = oud.at(-1)?.wie
    if (oud.length < perKeer) return aantal
  }
}
