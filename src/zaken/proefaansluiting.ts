import type { Zegel } from '../audit/index.ts'
import type { Geheimsoort } from './aansluiting.ts'
import type { AansluitingStore, NieuweVersie } from './aansluiting-store.ts'
import type { BronId } from './zaakgegevens.ts'

/** For tests: what an operator of a made-up municipality writes down. */
export function proefinvoer() {
  return {
    organisatie: 'gemeente-GM0599',
    rsins: ['999800103'],
    adressen: {
      zrc: 'https://zaken.example.nl/zaken/api/v1',
      ztc: 'https://zaken.example.nl/catalogi/api/v1',
      drc: 'https://zaken.example.nl/documenten/api/v1',
    },
    aanmelden: { soort: 'zgw-jwt', client: 'voordeur' },
  }
}

/** For tests: connections in memory, with every version. */
export function geheugenAansluitingen(): AansluitingStore {
  const versies: NieuweVersie[] = []
  const geheimen = new Map<BronId, Map<Geheimsoort, Zegel>>()
  const laatste = () => [...new Map(versies.map((versie) => [versie.bron, versie])).values()]
  return {
    nummer: async () => versies.length,
    alle: async () => ({
      nummer: versies.length,
      rijen: laatste().map(({ bron, vanVersie, instelling }) => ({
        bron,
        versie: vanVersie + 1,
        instelling: JSON.parse(JSON.stringify(instelling)),
        geheimen: geheimen.get(bron) ?? new Map(),
      })),
    }),
    versies: async (bron, hoogstens) =>
      versies
        .filter((versie) => versie.bron === bron)
        .map(({ vanVersie, op, door, wat, instelling }) => ({
          versie: vanVersie + 1,
          op,
          door,
          wat,
          instelling: JSON.parse(JSON.stringify(instelling)),
        }))
        .toReversed()
        .slice(0, hoogstens),
    bewaar: async (nieuw) => {
      const nu = laatste().find(({ bron }) => bron === nieuw.bron)
      if ((nu === undefined ? 0 : nu.vanVersie + 1) !== nieuw.vanVersie) return 'ingehaald'
      versies.push(nieuw)
      const van = new Map(geheimen.get(nieuw.bron))
      for (const [soort, zegel] of nieuw.geheimen)
        if (zegel === undefined) van.delete(soort)
        else van.set(soort, zegel)
      geheimen.set(nieuw.bron, van)
      return 'ok'
    },
    herzegel: async () => {},
  }
}
