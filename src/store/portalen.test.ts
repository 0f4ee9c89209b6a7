import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { nepbewijs, openProefaudit, proefbewijs } from '../audit/proefaudit.ts'
import { bewijsOpslag } from './bewijs.ts'
import { ingangen } from './context.ts'
import { portaalOpruimer, portaalOpslag } from './portalen.ts'
import { openProefdatabank } from './proefdatabank.ts'

const sinds = new Date('2026-03-01T10:00:00Z')
const portaal = 'mijn-stad'

test('a yes is of one person to one portal, with its evidence; who stops has stopped; a yes ends by itself', async (t) => {
  const { databank, alsRol, url } = await openProefdatabank(t)
  const { audit, persoon } = openProefaudit(bewijsOpslag({ databank, bewijs: alsRol('bewijs') }))
  const store = portaalOpslag(databank)
  const [ik, ander] = [persoon(), persoon()]
  const regel = (soort: string) =>
    audit.verzegel({ onderwerp: `persoon:${ik}`, soort, tijd: sinds, codes: { portaal } })
  const soorten = async () => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    try {
      const vraag = 'select soort from voordeur.bewijs_regel where onderwerp = $1 order by volgnummer'
      const { rows } = await client.query<{ soort: string }>(vraag, [`persoon:${ik}`])
      return rows.map(({ soort }) => soort)
    } finally {
      await client.end()
    }
  }

  assert.equal(await store.heeft(ik, portaal), false)
  assert.equal(await store.geef(ik, { portaal, sinds }, [regel('toestemming-gegeven')]), true)
  assert.equal(
    await store.geef(ik, { portaal, sinds }, [regel('toestemming-gegeven')]),
    false,
    'twice is once',
  )
  assert.deepEqual(
    [await store.heeft(ik, portaal), await store.heeft(ik, 'mijn-land'), await store.heeft(ander, portaal)],
    [true, false, false],
  )
  assert.deepEqual(await store.lijst(ik, proefbewijs(ik)), [{ portaal, sinds }])
  assert.deepEqual(await store.lijst(ander, proefbewijs(ander)), [])
  await assert.rejects(async () => store.lijst(ik, nepbewijs()), { name: 'VerwerkingGeweigerd' })
  await assert.rejects(async () => store.lijst(ik, proefbewijs(ander)), { name: 'VerwerkingGeweigerd' })

  assert.equal(await store.trekIn(ander, portaal, []), false)
  assert.equal(await store.trekIn(ik, portaal, [regel('toestemming-ingetrokken')]), true)
  assert.equal(await store.trekIn(ik, portaal, [regel('toestemming-ingetrokken')]), false)
  assert.equal(await store.heeft(ik, portaal), false)
  assert.deepEqual(await soorten(), ['toestemming-gegeven', 'toestemming-ingetrokken'])

  await store.geef(ik, { portaal, sinds }, [])
  const { ruimOp } = portaalOpruimer(alsRol('bewaring'))
  assert.equal(await ruimOp(sinds), 0)
  assert.equal(await ruimOp(new Date(sinds.getTime() + 1)), 1)
  assert.equal(await store.heeft(ik, portaal), false)
})

test('the database shows a yes to nobody but that person and the question about them', async (t) => {
  const { databank, alsRol } = await openProefdatabank(t)
  const { persoon } = openProefaudit(bewijsOpslag({ databank, bewijs: alsRol('bewijs') }))
  const store = portaalOpslag(databank)
  const [ik, ander] = [persoon(), persoon()]
  await store.geef(ik, { portaal, sinds }, [])
  const { alsPersoon, alsTaak, alsTaakOver } = ingangen(databank)
  const tel = async (tx: Parameters<Parameters<typeof alsPersoon>[1]>[0]) =>
    (await sql`select 1 from portaal_toestemming`.execute(tx)).rows.length
  assert.equal(await alsPersoon(ik, tel), 1)
  assert.equal(await alsPersoon(ander, tel), 0)
  assert.equal(await alsTaakOver('portalen', ik, tel), 1)
  assert.equal(await alsTaakOver('portalen', ander, tel), 0)
  assert.equal(await alsTaakOver('berichten', ik, tel), 0)
  assert.equal(await alsTaak('portalen', tel), 0)
  const { rows } = await sql`select 1 from portaal_toestemming`.execute(databank)
  assert.equal(rows.length, 0)
  for (const doe of [
    sql`insert into portaal_toestemming (persoon, portaal, sinds) values (${ander}, 'x', ${sinds})`,
    sql`update portaal_toestemming set sinds = ${sinds}`,
  ])
    await assert.rejects(
      alsPersoon(ik, (tx) => doe.execute(tx)),
      { code: '42501' },
    )
  await assert.rejects(
    alsTaakOver('portalen', ik, (tx) =>
      sql`insert into portaal_toestemming (persoon, portaal, sinds) values (${ik}, 'x', ${sinds})`.execute(
        tx,
      ),
    ),
    { code: '42501' },
  )
})
