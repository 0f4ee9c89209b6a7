import type { Terugbericht, Verzenduitslag, Verzendweg } from '../index.ts'
import { type Briefopmaak, type Briefwoorden, gewoonVenster } from './brief.ts'
import { maakMappen, mappenIn, namenIn } from './mappen.ts'
import { kijkNa } from './nakijken.ts'
import {
  bevestigTerugbericht,
  controleerStapel,
  drukOpnieuw,
  leesTerugberichten,
  meldRetour,
  zoekBrief,
} from './nazorg.ts'
import { sluitStapel } from './sluiten.ts'
import { type Drukomgeving, legNeer, neerlegVan } from './stapel.ts'
import type { Stuk } from './stuk.ts'
import { meldGesloten, wachtOpDruk } from './vertrek.ts'
import { createZetter, type Zetter } from './zetter.ts'

export interface Drukinstelling {
  /** Where the pile lies; made when it is not there. The same for every process of an installation. */
  readonly map: string
  readonly woorden: Briefwoorden
  readonly nu: () => Date
  readonly opmaak?: Partial<Briefopmaak>
  readonly zet?: Zetter
}

/** Letters for the printer of an organisation itself: a pile that somebody closes, prints and posts. */
export interface Drukkerij {
  readonly weg: Verzendweg
  /** What left with a batch, and what came back by post: each is handed to `neem`, and once taken not again. */
  readonly terugberichten: (neem: (bericht: Terugbericht) => Promise<void>) => Promise<number>
  /** Waits so long for who says which letters may still leave; absent: half a minute. */
  readonly sluit: (geduldMs?: number) => ReturnType<typeof sluitStapel>
  readonly open: () => Promise<number>
  /** So long waits what was laid down first; 0: nothing waits. */
  readonly wachtMs: () => Promise<number>
  readonly controleer: (nummer: number) => ReturnType<typeof controleerStapel>
  /** By number of the sending, control code or reference. */
  readonly zoek: (gezocht: string) => ReturnType<typeof zoekBrief>
  readonly drukOpnieuw: (stuk: Stuk) => ReturnType<typeof drukOpnieuw>
  readonly retour: (stuk: Stuk, reden?: string) => ReturnType<typeof meldRetour>
}

/** Named limit. */
const gewoonGeduldMs = 30_000

export function openDrukkerij({ map, woorden, nu, opmaak, zet = createZetter() }: Drukinstelling): Drukkerij {
  const mappen = mappenIn(map)
  maakMappen(mappen)
  const omgeving: Drukomgeving = {
    mappen,
    zet,
    woorden,
    opmaak: { venster: gewoonVenster, ...opmaak },
    nu,
  }
  return {
    weg: {
      kanaal: 'brief',
      verzend: (stuk) => verzend(omgeving, stuk),
      kijkNa: (oordeel) => kijkNa(mappen, oordeel),
    },
    async terugberichten(neem) {
      const vertrokken = await meldGesloten(mappen, neem)
      const alle = await leesTerugberichten(mappen)
      for (const { naam, bericht } of alle) {
        await neem(bericht)
        await bevestigTerugbericht(mappen, naam)
      }
      return vertrokken + alle.length
    },
    sluit: (geduldMs = gewoonGeduldMs) => sluitStapel(omgeving, geduldMs),
    open: async () => (await namenIn(mappen.open)).length,
    wachtMs: () => wachtOpDruk(omgeving),
    controleer: (nummer) => controleerStapel(mappen, nummer),
    zoek: (gezocht) => zoekBrief(mappen, gezocht),
    drukOpnieuw: (stuk) => drukOpnieuw(omgeving, stuk),
    retour: (stuk, reden) => meldRetour(omgeving, stuk, reden),
  }
}

/** It lies on the pile and will not get lost. It leaves with the batch that somebody closes (Awb 2:19). */
async function verzend(
  omgeving: Drukomgeving,
  stuk: Parameters<Verzendweg['verzend']>[0],
): Promise<Verzenduitslag> {
  const wat = neerlegVan(stuk)
  if (typeof wat === 'string') return { soort: 'blijvend', reden: wat }
  try {
    const uitslag = await legNeer(omgeving, wat)
    switch (uitslag.soort) {
      case 'ligt':
      case 'lag-er-al':
        return { soort: 'klaar' }
      case 'geweigerd':
        return { soort: 'blijvend', reden: uitslag.reden }
      case 'geen-zetter':
        return { soort: 'tijdelijk', reden: 'geen-zetter' }
    }
  } catch {
    // A full or absent disk: nothing was laid down, and later it may be.
    return { soort: 'tijdelijk', reden: 'schijf' }
  }
}
