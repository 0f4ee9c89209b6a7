import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import { controleerBewijs } from '../audit/index.ts'
import { openProefaudit, proefbewijs, proeforganisatie } from '../audit/proefaudit.ts'
import { openMachtigingen, standVan } from '../toegang/index.ts'
import { nieuweMachtiging, svb, vandaag } from '../toegang/proefintrekking.ts'
import { bewijsOpslag } from './bewijs.ts'
import { bewijsLezer } from './bewijs-lezer.ts'
import { machtigingOpslag, ruimMachtigingenOp } from './machtigingen.ts'
import { openProefdatabank } from './proefdatabank.ts'

const duo = proeforganisatie('duo')

test('a mandate is kept with its evidence, seen by both and by the desk, and ends at once', async (t) => {
  const { databank, alsRol } = await openProefdatabank(t)
  const { audit, ring, persoon, klok } = openProefaudit(bewijsOpslag({ databank, bewijs: alsRol('bewijs') }))
  const store = machtigingOpslag(databank)
  const machtigingen = openMachtigingen({ store, audit, nu: () => klok.nu, toeval: randomBytes })
  const [anna, bo, cas] = [persoon(), persoon(), persoon()]
  const als = (wie: typeof anna) => ({ soort: 'persoon', persoon: wie }) as const
  const nieuw = nieuweMachtiging(anna, bo)
  const eerste = await machtigingen.geef(als(anna), nieuw, vandaag)
  assert.ok(eerste.status === 'ok')
  const { machtiging } = eerste
  for (const wie of [anna, bo])
    assert.deepEqual(await machtigingen.alle(als(wie), proefbewijs(wie)), [machtiging])
  assert.deepEqual(await machtigingen.alle(als(cas), proefbewijs(cas)), [])
  assert.equal(await machtigingen.vind(als(cas), machtiging.id), undefined)
  assert.equal(await machtigingen.trekIn(als(cas), machtiging.id), 'niet-gevonden')

  // From paper, at a desk: that desk and the organisation it is for see it, another organisation does not.
  const balie = { soort: 'medewerker', medewerker: 'm-1', organisatie: svb, persoon: anna } as const
  const wijze = { soort: 'papier', bij: svb, medewerker: 'm-1', kenmerk: 'map-12' } as const
  const papier = await machtigingen.geef(balie, { ...nieuw, gemachtigde: cas, wijze }, vandaag)
  assert.ok(papier.status === 'ok')
  assert.equal((await machtigingen.alle(balie, proefbewijs(anna))).length, 2)
  assert.deepEqual(await machtigingen.alle({ ...balie, organisatie: duo }, proefbewijs(anna)), [])
  const bewindvoerder = {
    ...nieuw,
    soort: 'bewind',
    gemachtigde: cas,
    wijze: { ...wijze, soort: 'register' },
  } as const
  const bewind = await machtigingen.geef(balie, bewindvoerder, vandaag)
  assert.ok(bewind.status === 'ok')
  // Sent twice it is one; a second administrator for the same days would be another.
  assert.equal((await machtigingen.geef(balie, bewindvoerder, vandaag)).status, 'bestaat-al')
  assert.equal(await machtigingen.trekIn(als(anna), bewind.machtiging.id), 'mag-niet')
  // Also past the use case the database does not do it.
  assert.equal(await store.trekIn(als(anna), bewind.machtiging.id, klok.nu, []), false)
  assert.equal(await machtigingen.trekIn(balie, bewind.machtiging.id), 'ok')
  // Another desk ends nothing, and what ends here says at which desk.
  assert.equal(
    await machtigingen.trekIn({ ...balie, organisatie: duo }, papier.machtiging.id),
    'niet-gevonden',
  )
  // What somebody gave at home is seen here and ends at home: also past the use case.
  assert.equal(await store.trekIn(balie, machtiging.id, klok.nu, []), false)
  const { regels } = await bewijsLezer(databank).keten(`persoon:${cas}`)
  const [einde] = regels.filter(({ soort }) => soort === 'machtiging-ingetrokken')
  assert.equal(JSON.parse(einde?.codes ?? '{}').bij, svb)

  assert.equal(await machtigingen.trekIn(als(bo), machtiging.id), 'ok')
  const weg = await machtigingen.vind(als(anna), machtiging.id)
  assert.ok(weg)
  assert.equal(standVan(weg, vandaag), 'ingetrokken')
  assert.equal(await machtigingen.trekIn(als(anna), machtiging.id), 'ok')

  const verslag = await controleerBewijs(bewijsLezer(databank), ring)
  assert.deepEqual(verslag.afwijkingen, [])
  // Given three times and taken back twice, each on the record of two people.
  assert.equal(verslag.regels, 10)

  const bewaring = alsRol('bewaring')
  assert.equal(await ruimMachtigingenOp(bewaring, new Date('2026-01-01T00:00:00Z')), 0)
  assert.equal(await ruimMachtigingenOp(bewaring, new Date('2026-06-01T00:00:00Z')), 2)
  assert.equal(await ruimMachtigingenOp(bewaring, new Date('2027-01-01T00:00:00Z')), 1)
  await assert.rejects(sql`delete from machtiging`.execute(databank), { code: '42501' })
})
