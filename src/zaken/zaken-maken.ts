import { deelname, zetDeelname } from './deelname.ts'
import { kijk, opnieuw } from './overzicht.ts'
import { Plekken } from './plekken.ts'
import { Vraagbaak } from './vraagbaak.ts'
import { document, openZaak, voegToe } from './zaak-openen.ts'
import type { Zaken } from './zaken.ts'
import type { ZakenOnderdelen, Zakenomgeving } from './zakenomgeving.ts'

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
  return {
    kijk: (kijker, hoogstensMs) => kijk(omgeving, kijker, hoogstensMs),
    opnieuw: (kijker, bron) => opnieuw(omgeving, kijker, bron),
    open: (kijker, ref) => openZaak(omgeving, kijker, ref),
    document: (kijker, ref, uuid) => document(omgeving, kijker, ref, uuid),
    voegToe: (kijker, ref, nieuw) => voegToe(omgeving, kijker, ref, nieuw),
    deelname: (kijker) => deelname(omgeving, kijker),
    zetDeelname: (kijker, meedoen) => zetDeelname(omgeving, kijker, meedoen),
    vergeet: (plek) => omgeving.plekken.vergeet(plek),
    sluit: () => omgeving.plekken.vergeetAlles(),
  }
}
