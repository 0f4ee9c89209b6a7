import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { type Datum, parseDatum } from '../domain/index.ts'
import type { Keuze, Kijker, Telling, Zin } from '../ervaring/index.ts'
import { ingangen } from './context.ts'
import { ervaringOpruimers, ervaringOpslag } from './ervaring.ts'
import { openProefdatabank } from './proefdatabank.ts'

function dag(tekst: string): Datum {
  const datum = parseDatum(tekst)
  assert.ok(datum)
  return datum
}

const [svb, duo] = [proeforganisatie('svb'), proeforganisatie('duo')]
const plek = { stap: 'zaken-zaak', kanaal: 'web', taal: 'nl' } as const
const tel = (deel: Partial<Telling>): Telling => ({
  ...plek,
  dag: dag('2026-03-03'),
  soort: 'begonnen',
  aantal: 1,
  ...deel,
})
const zin = (deel: Partial<Zin>): Zin => ({
  ...plek,
  dag: dag('2026-03-03'),
  antwoord: 'nee',
  tekst: 'het lukt niet',
  aantal: 1,
  ...deel,
})
const alles: Kijker = { soort: 'installatie' }
const van = (organisatie: typeof svb): Kijker => ({ soort: 'organisatie', medewerker: 'm-1', organisatie })
const keuze: Keuze = { van: dag('2026-03-01'), tot: dag('2026-04-01') }

test('counters add up over nodes and days; each organisation sees its own and what is of none, and no sentence of another', async (t) => {
  const { databank } = await openProefdatabank(t)
  const store = ervaringOpslag(databank)
  await Promise.all(
    [1, 2, 3].map((aantal) =>
      store.schrijf(
        [tel({ aantal }), tel({ aantal, organisatie: duo }), tel({ aantal, organisatie: svb })],
        [],
      ),
    ),
  )
  await store.schrijf(
    [tel({ dag: dag('2026-03-08') }), tel({ dag: dag('2026-03-09') }), tel({ taal: 'en' })],
    [
      zin({}),
      zin({ organisatie: svb, reden: 'storing' }),
      zin({ organisatie: duo }),
      zin({ organisatie: svb, reden: 'storing', aantal: 2 }),
    ],
  )
  const som = async (kijker: Kijker, deel: Partial<Keuze> = {}) =>
    (await store.weken(kijker, { ...keuze, ...deel })).map(({ week, aantal }) => [week, aantal])
  assert.deepEqual(await som(alles), [
    ['2026-03-02', 20],
    ['2026-03-09', 1],
  ])
  assert.deepEqual(await som(van(svb)), [
    ['2026-03-02', 14],
    ['2026-03-09', 1],
  ])
  assert.deepEqual(await som(van(svb), { organisatie: duo }), [])
  assert.deepEqual(await som(van(svb), { organisatie: svb }), [['2026-03-02', 6]])
  assert.deepEqual(await som(alles, { organisatie: 'eigen-huis', taal: 'en' }), [['2026-03-02', 1]])
  assert.deepEqual(await som(alles, { kanaal: 'balie' }), [])
  assert.deepEqual(await som(alles, { tot: dag('2026-03-09'), van: dag('2026-03-08') }), [['2026-03-02', 1]])
  assert.deepEqual(await store.organisaties(alles, keuze), [duo, svb])
  assert.deepEqual(await store.organisaties(van(svb), keuze), [svb])

  const zinnen = async (kijker: Kijker) =>
    (await store.zinnen(kijker, keuze, 10)).map(({ organisatie, aantal, reden }) => [
      organisatie,
      aantal,
      reden,
    ])
  assert.deepEqual(await zinnen(van(svb)), [[svb, 3, 'storing']])
  assert.deepEqual(await zinnen(van(duo)), [[duo, 1, undefined]])
  assert.equal((await zinnen(alles)).length, 3, 'what is of no organisation, for the installation alone')

  // Without the context of one of these nothing is seen, nor written.
  const { alsTaak } = ingangen(databank)
  const los = await alsTaak('berichten', (tx) => sql`select 1 from ervaring_zin`.execute(tx))
  assert.deepEqual(los.rows, [])
  await assert.rejects(
    alsTaak('berichten', (tx) =>
      sql`insert into ervaring_stempel values (${Buffer.alloc(32)}, '2026-03-03')`.execute(tx),
    ),
  )
})

test('a form is used once, on whichever node', async (t) => {
  const { databank } = await openProefdatabank(t)
  const store = ervaringOpslag(databank)
  const merk = Buffer.alloc(32, 5)
  const uit = await Promise.all([1, 2, 3, 4].map(() => store.verbruik(merk, dag('2026-03-03'))))
  assert.deepEqual(uit.toSorted(), [false, false, false, true])
  assert.equal(await store.verbruik(Buffer.alloc(32, 6), dag('2026-03-03')), true)
})

test('each goes when its own period is over, and not a day before', async (t) => {
  const { databank, alsRol } = await openProefdatabank(t)
  const store = ervaringOpslag(databank)
  const dagen = ['2026-03-01', '2026-03-02', '2026-03-03'].map(dag)
  for (const [i, een] of dagen.entries()) {
    await store.schrijf([tel({ dag: een })], [zin({ dag: een })])
    await store.verbruik(Buffer.alloc(32, i), een)
  }
  const opruimers = ervaringOpruimers(alsRol('bewaring'))
  assert.deepEqual(
    opruimers.map(({ verwerking }) => verwerking),
    ['ervaring-tellen', 'ervaring-zinnen', 'begrenzing'],
  )
  for (const { ruimOp } of opruimers) {
    assert.equal(await ruimOp(new Date('2026-03-01T23:00:00Z')), 0)
    assert.equal(await ruimOp(new Date('2026-03-03T09:00:00Z')), 2)
    assert.equal(await ruimOp(new Date('2026-03-03T09:00:00Z')), 0)
  }
  assert.equal((await store.weken(alles, keuze))[0]?.aantal, 1)
  assert.equal(await store.verbruik(Buffer.alloc(32, 2), dag('2026-03-03')), false, 'still remembered')
})

test('the tables have no column in which a person, a session, an address or a moment would fit', async (t) => {
  const { url } = await openProefdatabank(t)
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client
    .query<{ tabel: string; kolom: string; type: string }>(
      `select table_name as tabel, column_name as kolom, data_type as type from information_schema.columns
       where table_schema = 'voordeur' and table_name like 'ervaring%' order by 1, 2`,
    )
    .finally(() => client.end())
  const namen = (tabel: string) => rows.filter((een) => een.tabel === tabel).map(({ kolom }) => kolom)
  const waar = ['aantal', 'dag', 'kanaal', 'organisatie', 'stap', 'taal']
  assert.deepEqual(namen('ervaring_telling'), [...waar, 'soort'].toSorted())
  assert.deepEqual(namen('ervaring_zin'), [...waar, 'antwoord', 'reden', 'tekst'].toSorted())
  // Of a form that was used: a hash of what was random in it. What it was answered with does not stand beside it.
  assert.deepEqual(namen('ervaring_stempel'), ['dag', 'merk'])
  assert.deepEqual([...new Set(rows.map(({ type }) => type))].toSorted(), [
    'bytea',
    'date',
    'integer',
    'text',
  ])
})
