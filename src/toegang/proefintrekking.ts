import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { openProefaudit, proeforganisatie } from '../audit/proefaudit.ts'
import { type Datum, type PersoonId, parseDatum } from '../domain/index.ts'
import { type Machtiging, type NieuweMachtiging, standVan } from './machtiging.ts'
import type { MachtigingStore } from './machtiging-store.ts'
import { openMachtigingen } from './machtigingen.ts'

/** For tests and proofs: mandates in memory, with a moment in between where others may go first. */

export const svb = proeforganisatie('svb')
export const vandaag = dag('2026-06-01')

export function dag(tekst: string): Datum {
  const datum = parseDatum(tekst)
  assert.ok(datum)
  return datum
}

export function opzet(store: MachtigingStore) {
  const { audit, persoon, klok } = openProefaudit({
    schrijf: async () => [],
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  const [anna, bo] = [persoon(), persoon()]
  const nieuw = nieuweMachtiging(anna, bo)
  const machtigingen = openMachtigingen({ store, audit, nu: () => klok.nu, toeval: randomBytes })
  return { machtigingen, nieuw, anna, bo }
}

/** For one year and one service, given by somebody at home. */
export function nieuweMachtiging(gever: PersoonId, gemachtigde: PersoonId): NieuweMachtiging {
  return {
    soort: 'machtiging',
    gever,
    gemachtigde,
    organisatie: svb,
    diensten: ['aow'],
    geldigVanaf: dag('2026-01-01'),
    geldigTot: dag('2027-01-01'),
    wijze: { soort: 'digitaal' },
  }
}

export function geheugen(tussen: () => Promise<void> = async () => {}): MachtigingStore {
  const rijen = new Map<string, Machtiging>()
  return {
    async bewaar(_vrager, machtiging) {
      await tussen()
      rijen.set(machtiging.id, machtiging)
    },
    async trekIn(_vrager, id, op) {
      await tussen()
      const rij = rijen.get(id)
      if (rij === undefined || rij.ingetrokken !== undefined) return false
      rijen.set(id, { ...rij, ingetrokken: op })
      return true
    },
    async vind(_vrager, id) {
      await tussen()
      return rijen.get(id)
    },
    maatregelen: async () => [],
    staatEr: async () => false,
    alle: async () => [...rijen.values()],
  }
}

/** So many orders of giving, taking back and asking: a request after taking back never finds it in force. */
export async function controleerIntrekken(aantalKeer: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 5 }), async (planning, aantal) => {
      const { machtigingen, nieuw, anna, bo } = opzet(geheugen(() => planning.schedule(Promise.resolve())))
      const gegeven = machtigingen.geef({ soort: 'persoon', persoon: anna }, nieuw, vandaag)
      await planning.waitFor(gegeven)
      const uitslag = await gegeven
      assert.equal(uitslag.status, 'ok')
      const id = uitslag.status === 'ok' ? uitslag.machtiging.id : ''
      let isIngetrokken = false
      const trekIn = async () => {
        await machtigingen.trekIn({ soort: 'persoon', persoon: anna }, id)
        isIngetrokken = true
      }
      const vraag = async () => {
        const wasIngetrokken = isIngetrokken
        const machtiging = await machtigingen.vind({ soort: 'persoon', persoon: bo }, id)
        assert.ok(machtiging)
        if (wasIngetrokken) assert.equal(standVan(machtiging, vandaag), 'ingetrokken')
      }
      const vragen = async () => {
        for (let i = 0; i < aantal; i++) await vraag()
      }
      await planning.waitFor(Promise.all([vragen(), trekIn(), vragen()]))
      await planning.waitFor(vraag())
    }),
    { numRuns: aantalKeer, seed: 12 },
  )
}
