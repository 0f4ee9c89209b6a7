/** For tests of pages behind a login: sessions in memory, and mandates by code, of which there are none. */

import type { Aanbiedingen, Sessie, SessieStore } from '../toegang/index.ts'
import type { MijnBronnen } from './pages/mijn/bronnen.ts'

export function geheugensessies(): SessieStore {
  const rijen = new Map<string, Sessie>()
  const sleutel = (hash: Buffer): string => hash.toString('hex')
  return {
    begin: async (hash, sessie) => void rijen.set(sleutel(hash), sessie),
    vind: async (hash) => rijen.get(sleutel(hash)),
    gebruikt: async () => {},
    kies: async () => true,
    zetHelper: async (hash, helper) => {
      const rij = rijen.get(sleutel(hash))
      if (rij === undefined) return false
      const { helper: _, ...zonder } = rij
      rijen.set(sleutel(hash), helper === undefined ? zonder : { ...zonder, helper })
      return true
    },
    wisMetHelper: async () => 0,
    wis: async (hash) => void rijen.delete(sleutel(hash)),
    vanPersoon: async (wie) =>
      [...rijen.values()].filter((een) => een.wie.soort === 'inwoner' && een.wie.persoon === wie),
    wisVanPersoon: async () => 0,
  }
}

export const geenAanbiedingen: Aanbiedingen = {
  toets: async () => [],
  maak: async () => ({ status: 'ongeldig', fouten: [] }),
  alle: async () => [],
  trekIn: async () => false,
  bekijk: async () => ({ status: 'onbekend' }),
  neemAan: async () => ({ status: 'onbekend' }),
  weiger: async () => ({ status: 'onbekend' }),
  sluitVerlopen: async () => 0,
}

export function geenTerugmeldingen(nu: () => Date): MijnBronnen['terugmelden'] {
  const loket = {
    meld: async () => ({ status: 'onbekend' }) as const,
    volg: async () => ({ status: 'onbekend' }) as const,
  }
  return {
    store: {
      bewaar: async () => true,
      wijzig: async () => true,
      haal: async () => undefined,
      vanPersoon: async () => [],
      teVerzenden: async () => [],
    },
    loketten: { brp: loket, inkomen: loket },
    nu,
  }
}
