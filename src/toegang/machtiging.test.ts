import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { openProefaudit, proeforganisatie } from '../audit/proefaudit.ts'
import { type Datum, parseDatum } from '../domain/index.ts'
import {
  dekt,
  type Machtiging,
  type MachtigingStore,
  machtigingFouten,
  type NieuweMachtiging,
  openMachtigingen,
  standVan,
} from './index.ts'

const svb = proeforganisatie('svb')
const duo = proeforganisatie('duo')
const vandaag = dag('2026-06-01')

function dag(tekst: string): Datum {
  const datum = parseDatum(tekst)
  assert.ok(datum)
  return datum
}

function opzet(store: MachtigingStore) {
  const { audit, persoon, klok } = openProefaudit({
    schrijf: async () => [],
    leesInzage: async () => [],
    veranker: async () => undefined,
  })
  const [anna, bo] = [persoon(), persoon()]
  const nieuw: NieuweMachtiging = {
    soort: 'machtiging',
    gever: anna,
    gemachtigde: bo,
    organisatie: svb,
    diensten: ['aow'],
    geldigVanaf: dag('2026-01-01'),
    geldigTot: dag('2027-01-01'),
    wijze: { soort: 'digitaal' },
  }
  const machtigingen = openMachtigingen({ store, audit, nu: () => klok.nu, toeval: randomBytes })
  return { machtigingen, nieuw, anna, bo }
}

function geheugen(tussen: () => Promise<void> = async () => {}): MachtigingStore {
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
    alle: async () => [...rijen.values()],
  }
}

test('a mandate that means nothing is refused, with every reason at once', () => {
  const { nieuw, anna } = opzet(geheugen())
  const balie = { bij: svb, medewerker: 'm-1', kenmerk: 'map-12/7' }
  const gevallen: readonly (readonly [Partial<NieuweMachtiging>, readonly string[]])[] = [
    [{}, []],
    [{ gemachtigde: anna }, ['zichzelf']],
    [{ geldigTot: dag('2026-01-01') }, ['periode-leeg', 'periode-voorbij']],
    [{ geldigTot: dag('2026-06-01') }, ['periode-voorbij']],
    [{ geldigTot: dag('2026-06-02') }, []],
    [{ diensten: ['AOW'] }, ['dienst-onjuist']],
    [{ diensten: Array.from({ length: 51 }, () => 'aow') }, ['te-veel-diensten']],
    [{ wijze: { soort: 'papier', ...balie } }, []],
    [{ wijze: { soort: 'papier', ...balie, kenmerk: 'Jan Jansen, 1960' } }, ['kenmerk-ontbreekt']],
    [{ wijze: { soort: 'register', ...balie } }, ['alleen-voor-bewind']],
    [{ soort: 'bewind' }, ['alleen-uit-register']],
    [{ soort: 'curatele', wijze: { soort: 'register', ...balie } }, []],
  ]
  for (const [anders, fouten] of gevallen)
    assert.deepEqual(machtigingFouten({ ...nieuw, ...anders }, vandaag), fouten, JSON.stringify(anders))
})

test('it holds from the first day up to the last, and for what it names', () => {
  const { nieuw } = opzet(geheugen())
  const machtiging: Machtiging = { ...nieuw, id: 'x', vastgelegd: new Date(0), ingetrokken: undefined }
  const standen = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((d) =>
    standVan(machtiging, dag(d)),
  )
  assert.deepEqual(standen, ['nog-niet', 'geldig', 'geldig', 'voorbij'])
  assert.equal(standVan({ ...machtiging, ingetrokken: new Date(0) }, vandaag), 'ingetrokken')
  assert.ok(dekt(machtiging, svb, 'aow'))
  for (const [organisatie, dienst] of [
    [svb, 'anw'],
    [svb, undefined],
    [duo, 'aow'],
    [undefined, 'aow'],
  ] as const)
    assert.ok(!dekt(machtiging, organisatie, dienst))
  assert.ok(dekt({ ...machtiging, diensten: [] }, svb, undefined))
  assert.ok(dekt({ ...machtiging, soort: 'bewind' }, duo, 'aow'))
})

test('only who gives it gives it, and only at the desk where they stand', async () => {
  const { machtigingen, nieuw, anna, bo } = opzet(geheugen())
  const papier = { soort: 'papier', bij: svb, medewerker: 'm-1', kenmerk: 'map-1' } as const
  const balie = (organisatie: typeof svb, medewerker = 'm-1') =>
    ({ soort: 'medewerker', organisatie, medewerker, persoon: anna }) as const
  const geef = async (
    vrager: Parameters<typeof machtigingen.geef>[0],
    anders: Partial<NieuweMachtiging> = {},
  ) => (await machtigingen.geef(vrager, { ...nieuw, ...anders }, vandaag)).status
  assert.equal(await geef({ soort: 'persoon', persoon: anna }), 'ok')
  assert.equal(await geef({ soort: 'persoon', persoon: bo }), 'niet-de-gever')
  assert.equal(await geef({ soort: 'persoon', persoon: anna }, { wijze: papier }), 'niet-de-gever')
  assert.equal(await geef(balie(svb), { wijze: papier }), 'ok')
  assert.equal(await geef(balie(duo), { wijze: papier }), 'niet-de-gever')
  assert.equal(await geef(balie(svb, 'm-2'), { wijze: papier }), 'niet-de-gever')
  assert.equal(await geef(balie(svb)), 'niet-de-gever')
})

test('in whatever order things happen, after taking back the very next request is refused', async () => {
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
    { numRuns: 1_000, seed: 12 },
  )
})

test('what comes from a form and is no id is nobody’s mandate', async () => {
  const { machtigingen, anna } = opzet(geheugen())
  for (const id of ['', "'; drop table x", '017f22e2-79b0-7fff-bfff-fffffffffff']) {
    assert.equal(await machtigingen.vind({ soort: 'persoon', persoon: anna }, id), undefined)
    assert.equal(await machtigingen.trekIn({ soort: 'persoon', persoon: anna }, id), 'niet-gevonden')
  }
})
