/** For tests: the pages of professionals with grounds in memory and registers that count who they are asked about. */
import { randomBytes } from 'node:crypto'
import type { Audit } from '../audit/index.ts'
import { openProefaudit } from '../audit/proefaudit.ts'
import { verwerkingsregister } from '../corpus/index.ts'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import type { OrganisatieId, PersoonId } from '../domain/index.ts'
import type { Registers, Treffer, Zoekuitkomst } from '../inwoner/index.ts'
import {
  beslis,
  doelenVoor,
  type GesteldeGrond,
  type Gronden,
  type GrondStore,
  openGronden,
  openSessies,
  type Toegang,
} from '../toegang/index.ts'
import type { BalieBronnen } from './pages/balie/bronnen.ts'
import { geheugensessies } from './proefinwoner.ts'
import { proefkanalen } from './proefkanalen.ts'
import { proefdag } from './proefweb.ts'

export function geheugenGronden(nu: () => Date = () => proefdag): Gronden {
  const rijen = new Map<string, GesteldeGrond>()
  const wijzig = (sessie: string, deel: Partial<GesteldeGrond>): boolean => {
    const was = rijen.get(sessie)
    if (was !== undefined) rijen.set(sessie, { ...was, ...deel })
    return was !== undefined
  }
  const store: GrondStore = {
    stel: async (grond) => void rijen.set(grond.sessie, grond),
    vind: async ({ sessie, medewerker }) => {
      const rij = rijen.get(sessie)
      return rij?.medewerker === medewerker ? rij : undefined
    },
    telPoging: async ({ sessie }, _id, max) => {
      const { pogingen = max } = rijen.get(sessie) ?? {}
      return pogingen < max && wijzig(sessie, { pogingen: pogingen + 1 })
    },
    bewaarKandidaten: async ({ sessie }, _id, kandidaten) => void wijzig(sessie, { kandidaten }),
    kies: async ({ sessie }, _id, wie, persoon) =>
      rijen.get(sessie)?.[wie] === undefined && wijzig(sessie, { [wie]: persoon, kandidaten: [] }),
    beeindig: async ({ sessie }) => void rijen.delete(sessie),
  }
  return openGronden({ store, nu, toeval: randomBytes })
}

export interface ProefbalieDelen {
  readonly toegang: Pick<Toegang, 'beslis' | 'machtigingen' | 'sessies'> & { readonly audit: Audit }
  readonly gronden: Gronden
  readonly registers: Registers
  /** What a search gives, whatever is asked. */
  readonly zoek?: () => Zoekuitkomst
  readonly organisaties?: readonly OrganisatieId[]
  readonly kanalen?: BalieBronnen['kanalen']
}

export function proefbalie(delen: ProefbalieDelen): BalieBronnen {
  const { toegang, gronden, registers, organisaties = [], kanalen = proefkanalen() } = delen
  return {
    toegang: {
      ...toegang,
      gronden,
      doelenVoor: (rollen) => doelenVoor(verwerkingsregister(proefcorpus().verwerkingen), rollen),
      toezicht: { cijfers: async () => [], controleer: async () => ({ status: 'bezig' }) },
    },
    logins: {
      organisaties,
      start: async () => ({ status: 'onbereikbaar' }),
      rond: async () => ({ status: 'geweigerd' }),
    },
    registers,
    kanalen,
    zoekregister: { zoek: async () => delen.zoek?.() ?? { status: 'ok', treffers: [] } },
    verwerkingen: () => proefcorpus().verwerkingen,
  }
}

export const proefnaam = {
  voornamen: 'Anna',
  voorvoegsel: undefined,
  geslachtsnaam: 'Proef',
  aanschrijfnaam: undefined,
}

export function proeftreffer(persoon: PersoonId, deel: Partial<Treffer> = {}): Treffer {
  return {
    persoon,
    naam: proefnaam,
    geboren: undefined,
    woonplaats: 'Rotterdam',
    geheim: 'nee',
    isOverleden: false,
    ...deel,
  }
}

/** For pages on which nothing of anybody is asked: who does so all the same fails the test. */
export function proefbalieZonderMensen() {
  const { audit } = openProefaudit({
    schrijf: async (bewijzen) =>
      bewijzen.map(({ onderwerp }) => ({ onderwerp, volgnummer: 1, hash: Buffer.alloc(32) })),
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  const sessies = openSessies({ store: geheugensessies(), audit, nu: () => proefdag, toeval: randomBytes })
  const register = verwerkingsregister(proefcorpus().verwerkingen)
  const toegang = {
    audit,
    sessies,
    beslis: (wat: Parameters<typeof beslis>[1]) => beslis(register, wat),
    machtigingen: { vind: nooit, alle: nooit, geef: nooit, trekIn: nooit },
  }
  const registers = { brp: { raadpleeg: nooit }, inkomen: { raadpleeg: nooit } }
  return { sessies, toegang, balie: proefbalie({ toegang, registers, gronden: geheugenGronden() }) }
}

export const nooit = () => Promise.reject(new Error('hier wordt niets van iemand gevraagd'))
