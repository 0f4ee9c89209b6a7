/** Who saw what of a case: for whoever it is about, and for its owner, of whom somebody who is not logged in asks it at a desk. */
import type { Audit } from '../audit/index.ts'
import { isUuid7 } from '../domain/index.ts'
import type { Datum } from '../kalender/index.ts'
import { persoonVan } from '../toegang/index.ts'
import { kijkerVanCode } from './bekijken.ts'
import { speelAf } from './evolve.ts'
import type { Gezienrij, Gezienvraag, KetenzaakStore } from './ketenzaak-store.ts'
import type { Gezienblad, Loketvrager } from './loket.ts'
import { feitenVan, lezerVan, magVan, persoonIn, type Toegangsdelen, verwerking } from './vrager.ts'

export interface Wiezagdelen extends Toegangsdelen {
  readonly store: Pick<KetenzaakStore, 'laad' | 'wieZag' | 'wieZagZonderPersoon'>
  readonly audit: Pick<Audit, 'metVerwerking'>
}

/** Named limit: so many lines on a page; more than there can be of one day. */
export const GEZIEN_PER_BLAD = 200

export async function wieZag(
  delen: Wiezagdelen,
  vrager: Loketvrager,
  ketenzaak: string,
  voor?: Datum,
): Promise<Gezienblad> {
  if (!isUuid7(ketenzaak)) return { rijen: [] }
  const welke = { hoogstens: GEZIEN_PER_BLAD, ...(voor !== undefined && { voor }) }
  const rijen = await (vrager.subject.soort === 'medewerker'
    ? leesVoorRegie(delen, vrager, ketenzaak, welke)
    : leesVoorHen(delen, vrager, ketenzaak, welke))
  return inHeleDagen(rijen)
}

async function leesVoorHen(
  { store, audit, ...delen }: Wiezagdelen,
  vrager: Loketvrager,
  ketenzaak: string,
  welke: Gezienvraag,
): Promise<readonly Gezienrij[]> {
  const { subject, voor } = vrager
  if (subject.soort !== 'inwoner') return []
  const persoon = persoonVan(subject, voor)
  if (!magVan(delen, vrager, 'bekijken', { eigenaar: persoon })) return []
  return audit.metVerwerking(verwerking(delen, vrager, persoon, '-'), (bewijs) =>
    store.wieZag(persoon, ketenzaak, bewijs, welke),
  )
}

/** Nothing for who does not own it. */
async function leesVoorRegie(
  { store, audit, ...delen }: Wiezagdelen,
  vrager: Loketvrager,
  ketenzaak: string,
  welke: Gezienvraag,
): Promise<readonly Gezienrij[]> {
  const { subject } = vrager
  const { voorvallen } = await store.laad(lezerVan(vrager), ketenzaak)
  const stand = speelAf(ketenzaak, voorvallen)
  if (subject.soort !== 'medewerker' || stand?.regie.organisatie !== subject.organisatie) return []
  if (!magVan(delen, vrager, 'bekijken', feitenVan(stand))) return []
  const persoon = persoonIn(stand)
  return persoon === undefined
    ? store.wieZagZonderPersoon(ketenzaak, welke)
    : audit.metVerwerking(verwerking(delen, vrager, persoon, stand.nummer), (bewijs) =>
        store.wieZag(persoon, ketenzaak, bewijs, welke),
      )
}

/** A day that did not fit whole is on the next page: nothing falls between two. */
function inHeleDagen(rijen: readonly Gezienrij[]): Gezienblad {
  const laatste = rijen.length < GEZIEN_PER_BLAD ? undefined : rijen.at(-1)?.dag
  const heel = laatste === undefined ? rijen : rijen.filter(({ dag }) => dag > laatste)
  const past = heel.length > 0 ? heel : rijen
  const eerder = laatste && past.at(-1)?.dag
  return {
    rijen: past.map(({ wie, dag, onderdelen }) => ({ wie: kijkerVanCode(wie), dag, onderdelen })),
    ...(eerder !== undefined && { eerder }),
  }
}
