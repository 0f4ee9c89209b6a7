/** Who saw what of a case, for its owner: whoever is not logged in asks it at a desk. */
import type { Audit } from '../audit/index.ts'
import { isUuid7 } from '../domain/index.ts'
import { kijkerVanCode } from './bekijken.ts'
import { speelAf } from './evolve.ts'
import type { KetenzaakStore } from './ketenzaak-store.ts'
import type { Gezien, Loketvrager } from './loket.ts'
import { feitenVan, lezerVan, magVan, persoonIn, type Toegangsdelen, verwerking } from './vrager.ts'

export interface Wiezagdelen extends Toegangsdelen {
  readonly store: Pick<KetenzaakStore, 'laad' | 'wieZag' | 'wieZagZonderPersoon'>
  readonly audit: Pick<Audit, 'metVerwerking'>
}

/** Nothing for who does not own it. */
export async function wieZagVoorRegie(
  delen: Wiezagdelen,
  vrager: Loketvrager,
  ketenzaak: string,
  hoogstens: number,
): Promise<readonly Gezien[]> {
  const { subject } = vrager
  if (subject.soort !== 'medewerker' || !isUuid7(ketenzaak)) return []
  const { store, audit } = delen
  const { voorvallen } = await store.laad(lezerVan(vrager), ketenzaak)
  const stand = speelAf(ketenzaak, voorvallen)
  if (stand?.regie.organisatie !== subject.organisatie) return []
  if (!magVan(delen, vrager, 'bekijken', feitenVan(stand))) return []
  const persoon = persoonIn(stand)
  const rijen =
    persoon === undefined
      ? await store.wieZagZonderPersoon(ketenzaak, hoogstens)
      : await audit.metVerwerking(verwerking(delen, vrager, persoon, stand.nummer), (bewijs) =>
          store.wieZag(persoon, ketenzaak, bewijs, hoogstens),
        )
  return rijen.map(({ wie, dag, onderdelen }) => ({ wie: kijkerVanCode(wie), dag, onderdelen }))
}
