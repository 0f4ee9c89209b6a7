import { deelname, zetDeelname } from './deelname.ts'
import { kijk, leesVooruit, opnieuw, ververs } from './overzicht.ts'
import { Plekken } from './plekken.ts'
import { Vraagbaak } from './vraagbaak.ts'
import { document, openZaak, voegToe } from './zaak-openen.ts'
import { contacten, lever, stelVraag, taak, taken, vulIn } from './zaakcontact.ts'
import type { Zaakref } from './zaakgegevens.ts'
import type { Kijker, Zaken } from './zaken.ts'
import { levend, type ZakenOnderdelen, type Zakenomgeving } from './zakenomgeving.ts'

export interface GemaakteZaken extends Zaken {
  /** At the end of the program: nothing stays, no timer either. */
  readonly sluit: () => void
}

/** MijnZaken over these connections. What was fetched is in memory alone, see `Plekken`. */
export function createZaken(onderdelen: ZakenOnderdelen): GemaakteZaken {
  const omgeving: Zakenomgeving = {
    ...onderdelen,
    plekken: new Plekken(onderdelen.wekker, onderdelen.grenzen),
    zone: onderdelen.zone ?? (() => 'Europe/Amsterdam'),
    vraagbaak: new Vraagbaak(onderdelen),
  }
  const enVervers = async <T extends { readonly status: string }>(
    kijker: Kijker,
    { bron }: Zaakref,
    gedaan: Promise<T>,
  ): Promise<T> => {
    const uitkomst = await gedaan
    if (uitkomst.status === 'ok') await ververs(omgeving, kijker, bron)
    return uitkomst
  }
  // What came in under other settings may hold what is not to be shown any more.
  const stop = onderdelen.bijWissel?.((bronnen) => {
    const er = new Set(levend(omgeving).map(({ bron }) => bron.id))
    for (const bron of bronnen) omgeving.plekken.laatVallen(bron, er.has(bron))
  })
  return {
    leesVooruit: (kijker) => leesVooruit(omgeving, kijker),
    kijk: (kijker, hoogstensMs) => kijk(omgeving, kijker, hoogstensMs),
    opnieuw: (kijker, bron) => opnieuw(omgeving, kijker, bron),
    open: (kijker, ref) => openZaak(omgeving, kijker, ref),
    document: (kijker, ref, uuid) => document(omgeving, kijker, ref, uuid),
    voegToe: (kijker, ref, nieuw) => enVervers(kijker, ref, voegToe(omgeving, kijker, ref, nieuw)),
    contacten: (kijker, ref) => contacten(omgeving, kijker, ref),
    stelVraag: (kijker, ref, nieuw) => stelVraag(omgeving, kijker, ref, nieuw),
    taken: (kijker, ref) => taken(omgeving, kijker, ref),
    taak: (kijker, ref, uuid) => taak(omgeving, kijker, ref, uuid),
    lever: (kijker, ref, uuid, bestanden) =>
      enVervers(kijker, ref, lever(omgeving, kijker, ref, uuid, bestanden)),
    vulIn: (kijker, ref, uuid, ingevuld) =>
      enVervers(kijker, ref, vulIn(omgeving, kijker, ref, uuid, ingevuld)),
    deelname: (kijker) => deelname(omgeving, kijker),
    zetDeelname: (kijker, meedoen) => zetDeelname(omgeving, kijker, meedoen),
    vergeet: (plek) => omgeving.plekken.vergeet(plek),
    sluit: () => {
      stop?.()
      omgeving.plekken.vergeetAlles()
    },
  }
}
