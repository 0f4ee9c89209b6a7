import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type Kysely, sql } from 'kysely'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { bevolkingsloopOpslag } from './bevolkingsloop.ts'
import { up as nietGebruik } from './migrations/2027-03-30-niet-gebruik.ts'
import { up as volgorde } from './migrations/2027-03-30-volgorde.ts'
import { up as vergelijking } from './migrations/2027-03-31-vergelijking.ts'
import { up as samen } from './migrations/2027-04-04-bevolkingsloop.ts'
import { openProefdatabank } from './proefdatabank.ts'

const MERK = 'a'.repeat(64)
const nu = new Date('2026-03-02T10:00:00Z')

test('runs of before there was one table stay: what is done, what was half-way, and whose it is', async (t) => {
  const { databank, alsRol } = await openProefdatabank(t)
  // The owner of the tables, as of an installation that was not brought up to date yet.
  const db = alsRol('eigenaar') as unknown as Kysely<unknown> // The migrations know no tables.
  await sql`drop table bevolkingsstuk, bevolkingsloop, campagne`.execute(db)
  for (const stap of [nietGebruik, volgorde, vergelijking]) await stap(db)
  const tabellen = 'bevolkingsuitkomst bevolkingsloop bevolkingsstuk vergelijking vergelijkstuk'.split(' ')
  for (const tabel of tabellen)
    await sql`alter table ${sql.table(tabel)} no force row level security`.execute(db)
  const [klaar, half, plan] = [randomUUID(), randomUUID(), randomUUID()]
  await sql`insert into bevolkingsuitkomst values (${MERK}, '{"gemeenten": []}', now())`.execute(db)
  await sql`insert into bevolkingsloop (id, zaad, datum, huishoudens, stand, merk, gevraagd, bijgewerkt) values
    (${klaar}, 1, '2026-03-01', null, 'klaar', ${MERK}, now(), now()),
    (${half}, 2, '2026-03-01', 8000, 'loopt', ${MERK}, now(), now())`.execute(db)
  await sql`insert into bevolkingsstuk values (${half}, 4, '{"nr": 4, "huishoudens": 7}')`.execute(db)
  await sql`insert into vergelijking (id, organisatie, regeling, naam, bestand, tekst, peildatum, zaad, stand,
      is_stop_gevraagd, gevraagd, bijgewerkt)
    values (${plan}, 'svb', 'aow', 'ons plan', 'a.yaml', 'id: aow', '2026-03-02', 3, 'loopt', true, now(), now())`.execute(
    db,
  )
  await sql`insert into vergelijkstuk values (${plan}, 9, '{"nr": 9, "huishoudens": 3}')`.execute(db)
  for (const tabel of tabellen)
    await sql`alter table ${sql.table(tabel)} force row level security`.execute(db)

  await samen(db)

  const store = bevolkingsloopOpslag(databank)
  const gebruik = { soort: 'niet-gebruik', eigenaar: undefined } as const
  const svb = { soort: 'vergelijking', eigenaar: proeforganisatie('svb') } as const
  assert.deepEqual(
    (await store.lijst(gebruik, 5)).map(({ id, stand, invoer }) => ({ id, stand, invoer })),
    [
      { id: half, stand: 'wacht', invoer: { zaad: 2, datum: '2026-03-01', huishoudens: 8000 } },
      { id: klaar, stand: 'klaar', invoer: { zaad: 1, datum: '2026-03-01' } },
    ],
  )
  assert.deepEqual(await store.uitkomst(gebruik, klaar), { gemeenten: [] })
  const gestopt = await store.vind(svb, plan)
  assert.deepEqual([gestopt?.stand, gestopt?.tekst], ['gestopt', 'id: aow'])
  assert.deepEqual(gestopt?.invoer, {
    ...{ regeling: 'aow', naam: 'ons plan', bestand: 'a.yaml', peildatum: '2026-03-02' },
  })
  assert.equal(await store.vind({ ...svb, eigenaar: proeforganisatie('uwv') }, plan), undefined)
  const beurt = await store.neem(['niet-gebruik'], nu, new Date(0))
  assert.equal(beurt?.loop.id, half)
  assert.equal((await store.gedaan(beurt))[0]?.nr, 4)
})
