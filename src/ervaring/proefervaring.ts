/** For tests: counters and sentences in a map, as the tables hold them, and forms that were used. */

import type { ErvaringStore, Keuze, Kijker, Weektelling } from './ervaring-store.ts'
import type { Plek, Telling, Zin } from './telling.ts'
import { maandagVan } from './uitkomst.ts'

export interface Geheugenervaring extends ErvaringStore {
  /** What the tables would hold, in the order of their keys. */
  readonly rijen: () => { readonly tellingen: readonly Telling[]; readonly zinnen: readonly Zin[] }
}

export function geheugenErvaring(): Geheugenervaring {
  const tellingen = new Map<string, Telling>()
  const zinnen = new Map<string, Zin>()
  const gebruikt = new Set<string>()
  const bij = <T extends { readonly aantal: number }>(waar: Map<string, T>, een: T): void => {
    const sleutel = JSON.stringify({ ...een, aantal: 0 })
    const was = waar.get(sleutel)
    waar.set(sleutel, was === undefined ? een : { ...was, aantal: was.aantal + een.aantal })
  }
  const opSleutel = <T>(waar: Map<string, T>): readonly T[] =>
    [...waar].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, een]) => een)
  const ziet = (kijker: Kijker, keuze: Keuze, een: Plek, ookHuis: boolean): boolean =>
    (kijker.soort === 'installatie' ||
      (een.organisatie === undefined ? ookHuis : een.organisatie === kijker.organisatie)) &&
    een.dag >= keuze.van &&
    een.dag < keuze.tot &&
    (keuze.kanaal === undefined || een.kanaal === keuze.kanaal) &&
    (keuze.taal === undefined || een.taal === keuze.taal) &&
    (keuze.organisatie === undefined ||
      (keuze.organisatie === 'eigen-huis'
        ? een.organisatie === undefined
        : een.organisatie === keuze.organisatie))
  return {
    rijen: () => ({ tellingen: opSleutel(tellingen), zinnen: opSleutel(zinnen) }),
    schrijf: async (nieuw, geschreven) => {
      for (const een of nieuw) bij(tellingen, een)
      for (const een of geschreven) bij(zinnen, een)
    },
    verbruik: async (merk) => {
      const sleutel = merk.toString('hex')
      const isNieuw = !gebruikt.has(sleutel)
      gebruikt.add(sleutel)
      return isNieuw
    },
    weken: async (kijker, keuze) => {
      const weken = new Map<string, Weektelling>()
      for (const een of tellingen.values()) {
        const { dag, stap, kanaal, soort, aantal } = een
        if (ziet(kijker, keuze, een, true)) bij(weken, { week: maandagVan(dag), stap, kanaal, soort, aantal })
      }
      return [...weken.values()]
    },
    organisaties: async (kijker, keuze) => [
      ...new Set(
        [...tellingen.values()]
          .filter((een) => ziet(kijker, keuze, een, true))
          .flatMap(({ organisatie }) => organisatie ?? []),
      ),
    ],
    zinnen: async (kijker, keuze, hoogstens) =>
      [...zinnen.values()].filter((een) => ziet(kijker, keuze, een, false)).slice(0, hoogstens),
  }
}
