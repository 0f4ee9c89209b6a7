import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { openProefaudit, proefmedewerker, proeforganisatie, proefverwerking } from '../audit/proefaudit.ts'
import type { PersoonId } from '../domain/index.ts'
import { stilLog } from '../platform/index.ts'
import { bewijsOpslag } from './bewijs.ts'
import { ingangen } from './context.ts'
import { type Databank, openDatabank } from './databank.ts'
import { nieuwePersoon, overNiemand, tabellen, vul, zichtbaar } from './proefbevolking.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { alsRol } from './rollen.ts'

test('every table with rows about people has row-level security, forced also for its owner', async (t) => {
  const { databank } = await openProefdatabank(t)
  const rijen = await tabellen(databank)
  const open = rijen.filter(({ dicht, naam }) => !dicht && !overNiemand.includes(naam))
  assert.deepEqual(open, [])
  assert.ok(rijen.filter(({ dicht }) => dicht).length > 5)
  for (const { naam, dicht, beleid } of rijen) if (dicht) assert.ok(beleid > 0, naam)
})

test('whoever lives here, a query without context gives no row and writes none', async (t) => {
  const { databank, alsRol: opRol } = await openProefdatabank(t)
  const { audit } = openProefaudit(bewijsOpslag({ databank, bewijs: opRol('bewijs') }))
  const mensen: PersoonId[] = []
  const bevolking = fc.array(fc.tuple(fc.nat(9), fc.nat(9), fc.boolean()), { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(bevolking, async (huishoudens) => {
      for (const [, , isGelogd] of huishoudens) {
        const paar = [nieuwePersoon(), nieuwePersoon()] as const
        await vul(databank, paar)
        mensen.push(...paar)
        if (isGelogd) await audit.metVerwerking(proefverwerking(paar[0]), async () => {})
      }
      assert.deepEqual(await zichtbaar(databank), {})
    }),
    { numRuns: 100, seed: 4 },
  )
  // Every person sees their own and nobody else's.
  const { alsPersoon, alsMedewerker, alsTaak } = ingangen(databank)
  for (const [i, persoon] of mensen.slice(0, 20).entries()) {
    const gezien = await alsPersoon(persoon, zichtbaar)
    assert.equal(gezien.machtiging, 1)
    assert.equal(gezien.kluis_identificatie, undefined)
    if (i % 2 === 1) assert.equal(gezien.bewijs_regel, undefined)
  }
  // A stranger, a professional without a stated person or of another organisation, a task for something else: nothing.
  const { medewerker, organisatie } = proefmedewerker('svb')
  const [iemand] = mensen
  assert.ok(iemand)
  assert.deepEqual(await alsPersoon(nieuwePersoon(), zichtbaar), {})
  assert.deepEqual(await alsMedewerker({ medewerker, organisatie }, zichtbaar), {})
  assert.deepEqual(
    await alsMedewerker({ medewerker, organisatie: proeforganisatie('duo'), persoon: iemand }, zichtbaar),
    {},
  )
  assert.deepEqual(await alsMedewerker({ medewerker, organisatie, persoon: iemand }, zichtbaar), {
    machtiging: 1,
  })
  assert.deepEqual(await alsTaak('kluis', zichtbaar), {}, 'the vault shows one person at a time')
  assert.deepEqual(await alsTaak('bewaring', zichtbaar), {})

  const geweigerd = { code: '42501' }
  const [a, b] = [nieuwePersoon(), nieuwePersoon()]
  const machtiging = sql`insert into machtiging
    (id, soort, gever, gemachtigde, organisatie, diensten, vanaf, tot, wijze, vastgelegd)
    values (${nieuwePersoon()}, 'machtiging', ${a}, ${b}, 'svb', '{}', '2026-01-01', '2027-01-01', 'digitaal', now())`
  await assert.rejects(machtiging.execute(databank), geweigerd)
  await assert.rejects(
    alsPersoon(b, (tx) => machtiging.execute(tx)),
    geweigerd,
    'nobody gives a mandate in the name of somebody else',
  )
  await assert.rejects(sql`insert into kluis_persoon values (${a}, now())`.execute(databank), geweigerd)
  const ingetrokken = await sql`update machtiging set ingetrokken = now()`.execute(databank)
  assert.equal(ingetrokken.numAffectedRows, 0n)
  await assert.rejects(sql`update machtiging set gever = ${a}`.execute(databank), geweigerd)
})

test('on one connection two people in turn, and one who stops halfway, never see each other', async (t) => {
  const { url, databank } = await openProefdatabank(t)
  const [anna, bo] = [nieuwePersoon(), nieuwePersoon()]
  await vul(databank, [anna, nieuwePersoon()])
  await vul(databank, [bo, nieuwePersoon()])
  const een = openDatabank({ ...alsRol(url, 'app'), log: stilLog, max: 1 })
  t.after(() => een.destroy())
  const { alsPersoon, alsMedewerker } = ingangen(een)
  const gevers = async (tx: Databank) => {
    const { rows } = await sql<{ gever: string }>`select gever from machtiging`.execute(tx)
    return rows.map(({ gever }) => gever)
  }
  const { rows: eerst } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(een)
  for (let ronde = 0; ronde < 10; ronde++) {
    const beide = await Promise.all([alsPersoon(anna, gevers), alsPersoon(bo, gevers)])
    assert.deepEqual(beide, [[anna], [bo]])
    const afgebroken = alsPersoon(anna, async (tx) => {
      assert.deepEqual(await gevers(tx), [anna])
      if (ronde % 2 === 0) throw new Error('halverwege')
      // Also when the database itself ends the transaction.
      await sql`select 1 / 0`.execute(tx)
    })
    await assert.rejects(afgebroken)
    assert.deepEqual(await gevers(een), [], 'nothing is left on the connection')
    assert.deepEqual(await alsPersoon(bo, gevers), [bo])
    const { medewerker, organisatie } = proefmedewerker('svb')
    assert.deepEqual(await alsMedewerker({ medewerker, organisatie }, gevers), [])
    assert.deepEqual(await gevers(een), [])
  }
  const { rows: laatst } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(een)
  assert.deepEqual(laatst, eerst, 'it was one and the same connection')
})

test('who only reads can write nothing, has the answer before the end, and leaves nothing on the connection', async (t) => {
  const { databank, url } = await openProefdatabank(t)
  const een = openDatabank({ ...alsRol(url, 'app'), log: stilLog, max: 1 })
  t.after(() => een.destroy())
  const [an, bo] = [nieuwePersoon(), nieuwePersoon()]
  await vul(databank, [an, nieuwePersoon()])
  await vul(databank, [bo, nieuwePersoon()])
  const { alsPersoon } = ingangen(een)
  const gevers = (db: Databank) =>
    sql<{ gever: PersoonId }>`select gever from machtiging`
      .execute(db)
      .then(({ rows }) => rows.map(({ gever }) => gever))
  assert.deepEqual(await alsPersoon(an, gevers, 'lezen'), [an])
  assert.deepEqual(await gevers(een), [])
  assert.deepEqual(await alsPersoon(bo, gevers, 'lezen'), [bo])
  const schrijf = alsPersoon(an, (tx) => sql`delete from machtiging`.execute(tx), 'lezen')
  await assert.rejects(schrijf, { code: '25006' })
  await assert.rejects(
    alsPersoon(an, () => Promise.reject(new Error('halverwege')), 'lezen'),
    /halverwege/,
  )
  assert.deepEqual(await gevers(een), [])
  assert.deepEqual(await alsPersoon(an, gevers), [an])
})
