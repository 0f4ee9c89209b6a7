import { isUuid7 } from '../domain/index.ts'
import { eigenNr } from './eigen-beeld.ts'
import { speelAf } from './evolve.ts'
import type { KetenzaakStore } from './ketenzaak-store.ts'
import type { Loketvrager } from './loket.ts'
import { feitenVan, kijkerVan, lezerVan, magVan, type Toegangsdelen } from './vrager.ts'
import { zicht } from './zicht.ts'

/**
 * At which number a case stands, as far as whoever may see something of it now notices; nothing of what is in it, so that nothing is
 * written down as seen. `undefined`: there is no such case, or not for them.
 */
export async function volg(
  delen: Toegangsdelen & { readonly store: Pick<KetenzaakStore, 'laad'> },
  vrager: Loketvrager,
  ketenzaak: string,
): Promise<number | undefined> {
  const kijker = kijkerVan(vrager)
  if (kijker === undefined || !isUuid7(ketenzaak)) return undefined
  const { voorvallen } = await delen.store.laad(lezerVan(vrager), ketenzaak)
  const stand = speelAf(ketenzaak, voorvallen)
  if (stand === undefined || !magVan(delen, vrager, 'bekijken', feitenVan(stand))) return undefined
  const ziet = zicht(stand, kijker, delen.nu())
  return ziet && eigenNr({ stand, kijker, ziet }, voorvallen)
}
