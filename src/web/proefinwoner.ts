/** For tests of pages behind a login: sessions in memory, and mandates by code, of which there are none. */
import { randomBytes } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { verwerkingsregister } from '../corpus/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import type { PersoonId } from '../domain/index.ts'
import { datum } from '../kalender/index.ts'
import {
  type Aanbiedingen,
  beslis,
  inlogmiddelen,
  type Machtiging,
  type Sessie,
  type SessieStore,
} from '../toegang/index.ts'
import type { MijnBronnen } from './pages/mijn/bronnen.ts'
import { proefkanalen, proefpost } from './proefkanalen.ts'
import { proefdag } from './proefweb.ts'

/** A mandate for everything at one organisation, that holds on every day of a test. */
export function proefmachtiging(gever: PersoonId, gemachtigde: PersoonId): Machtiging {
  return {
    id: '00000000-0000-7000-8000-000000000000',
    soort: 'machtiging',
    gever,
    gemachtigde,
    organisatie: proeforganisatie('svb'),
    diensten: [],
    geldigVanaf: datum('2020-01-01'),
    geldigTot: datum('2030-01-01'),
    wijze: { soort: 'digitaal' },
    vastgelegd: proefdag,
    ingetrokken: undefined,
  }
}

export function geheugensessies(): SessieStore {
  const rijen = new Map<string, Sessie>()
  const sleutel = (hash: Buffer): string => hash.toString('hex')
  return {
    begin: async (hash, sessie) => void rijen.set(sleutel(hash), sessie),
    vind: async (hash) => rijen.get(sleutel(hash)),
    gebruikt: async (hash, op) => {
      const rij = rijen.get(sleutel(hash))
      if (rij !== undefined) rijen.set(sleutel(hash), { ...rij, laatstGebruikt: op })
    },
    kies: async (hash, voor, was) => {
      const rij = rijen.get(sleutel(hash))
      if (rij === undefined || (was !== undefined && !isDeepStrictEqual(rij.voor, was))) return false
      rijen.set(sleutel(hash), { ...rij, voor })
      return true
    },
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
  vertel: async () => ({ gedaan: 0, fouten: [] }),
}

/** What a test says of a resident's pages; everything else is empty, and decided by the table of access. */
export interface Proefmijn {
  readonly sessies: MijnBronnen['toegang']['sessies']
  readonly audit: MijnBronnen['toegang']['audit']
  readonly registers: MijnBronnen['registers']
  readonly vindMachtiging: MijnBronnen['toegang']['machtigingen']['vind']
  readonly zaken?: MijnBronnen['zaken']
  readonly post?: Pick<MijnBronnen, 'berichten' | 'postbus'>
  readonly kanalen?: MijnBronnen['kanalen']
  readonly alleMachtigingen?: readonly Machtiging[]
  readonly codes?: MijnBronnen['codes']
  /** Told about whom something of our own is read. */
  readonly gezien?: (over: PersoonId) => void
}

export function proefmijn({
  sessies,
  audit,
  registers,
  vindMachtiging,
  zaken,
  gezien = () => {},
  post: { berichten, postbus } = proefpost([], { gezien }),
  kanalen = proefkanalen({ gezien }),
  alleMachtigingen = [],
  codes,
}: Proefmijn): MijnBronnen {
  const register = verwerkingsregister(proefcorpus().verwerkingen)
  const over = async <T>(persoon: PersoonId, uit: T): Promise<T> => {
    gezien(persoon)
    return uit
  }
  return {
    zaken,
    toegang: {
      audit,
      sessies,
      beslis: (wat) => beslis(register, wat),
      machtigingen: {
        vind: vindMachtiging,
        alle: async () => alleMachtigingen,
        geef: async () => ({ status: 'niet-de-gever' }),
        trekIn: async () => 'niet-gevonden',
      },
      aanbiedingen: geenAanbiedingen,
      kluis: { toonNummers: (persoon) => over(persoon, []) },
      leesKeuzes: async () => ({ verwerkingen: [], organisaties: [] }),
      leesKop: (persoon) => over(persoon, undefined),
      leesInzage: (persoon) => over(persoon, []),
    },
    inlog: {
      middelen: inlogmiddelen,
      start: async () => ({ status: 'onbereikbaar' }),
      rond: async () => ({ status: 'geweigerd' }),
    },
    registers,
    berichten,
    postbus,
    kanalen,
    codes,
    terugmelden: geenTerugmeldingen(() => proefdag),
    verwerkingen: () => proefcorpus().verwerkingen,
    toeval: randomBytes,
  }
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
