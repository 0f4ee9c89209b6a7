import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import {
  dekt,
  type Machtiging,
  machtigingFouten,
  magAanBalieIntrekken,
  type NieuweMachtiging,
  standVan,
} from './index.ts'
import { controleerIntrekken, dag, geheugen, opzet, svb, vandaag } from './proefintrekking.ts'

const duo = proeforganisatie('duo')

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

test('whose mandate is over does not read in it what a court decided about the giver since', () => {
  const { nieuw } = opzet(geheugen())
  const maatregelen = [
    { soort: 'curatele', geldigVanaf: dag('2027-03-01'), geldigTot: dag('2100-01-01') },
  ] as const
  const een: Machtiging = { ...nieuw, id: 'x', vastgelegd: new Date(0), ingetrokken: undefined, maatregelen }
  assert.equal(standVan({ ...een, geldigTot: dag('2028-01-01') }, dag('2027-06-01')), 'door-rechter')
  assert.equal(standVan(een, dag('2027-06-01')), 'voorbij')
  assert.equal(standVan({ ...een, ingetrokken: new Date(0) }, dag('2027-06-01')), 'ingetrokken')
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

test('a desk ends what it recorded from paper, for the giver it helps, and nothing else', () => {
  const { nieuw, anna, bo } = opzet(geheugen())
  const wijze = { soort: 'papier', bij: svb, medewerker: 'm-1', kenmerk: 'map-1' } as const
  const een: Machtiging = { ...nieuw, wijze, id: 'x', vastgelegd: new Date(0), ingetrokken: undefined }
  const balie = { persoon: anna, organisatie: svb }
  assert.equal(magAanBalieIntrekken(een, balie), true)
  assert.equal(magAanBalieIntrekken(een, { ...balie, organisatie: duo }), false)
  assert.equal(magAanBalieIntrekken(een, { ...balie, persoon: bo }), false)
  assert.equal(magAanBalieIntrekken({ ...een, wijze: { soort: 'digitaal' } }, balie), false)
  const bewind = { ...een, soort: 'bewind', wijze: { ...wijze, soort: 'register' } } as const
  assert.equal(magAanBalieIntrekken(bewind, balie), false)
})

test('in whatever order things happen, after taking back the very next request is refused', async () => {
  await controleerIntrekken(1_000)
})

test('what comes from a form and is no id is nobody’s mandate', async () => {
  const { machtigingen, anna } = opzet(geheugen())
  for (const id of ['', "'; drop table x", '017f22e2-79b0-7fff-bfff-fffffffffff']) {
    assert.equal(await machtigingen.vind({ soort: 'persoon', persoon: anna }, id), undefined)
    assert.equal(await machtigingen.trekIn({ soort: 'persoon', persoon: anna }, id), 'niet-gevonden')
  }
})
