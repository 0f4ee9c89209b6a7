/** A code that is shown once is made of its command: whoever sends that again, because nothing came back, gets it again. */
import type { Sleutelring } from '../audit/index.ts'
import { maakUitnodigingscode } from './code.ts'
import { speelAf } from './evolve.ts'
import type { Uitnodiging } from './ketenzaak.ts'
import type { KetenzaakStore } from './ketenzaak-store.ts'
import type { Opdrachtkop } from './loket.ts'
import type { Weigering } from './opdracht.ts'

/** With the key of now; and where that was another command, as one from before the key was changed looks. */
export async function metCode<U extends { readonly status: string; readonly weigering?: Weigering }>(
  ring: Sleutelring,
  kop: Pick<Opdrachtkop, 'id' | 'ketenzaak'>,
  doe: (code: string) => Promise<U>,
): Promise<U> {
  const [eerst = ring.actief(), ...eerder] = ring.kids()
  let uitslag = await doe(maakUitnodigingscode(ring, eerst, kop))
  for (const kid of eerder) {
    if (uitslag.weigering?.reden !== 'opdracht-anders') return uitslag
    uitslag = await doe(maakUitnodigingscode(ring, kid, kop))
  }
  return uitslag
}

/** Whether it still opens the door. */
export async function standVanCode(
  store: Pick<KetenzaakStore, 'laad'>,
  ketenzaak: string,
  codehash: string,
): Promise<Uitnodiging['stand']> {
  const { voorvallen } = await store.laad({ soort: 'taak' }, ketenzaak)
  const uitnodigingen = speelAf(ketenzaak, voorvallen)?.uitnodigingen.values() ?? []
  return [...uitnodigingen].find((een) => een.codehash === codehash)?.stand ?? 'ingetrokken'
}
