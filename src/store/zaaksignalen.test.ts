import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { openSleutelring } from '../audit/index.ts'
import { parseDatum, parseOrganisatieId } from '../domain/index.ts'
import { openZaaksignalen, type Zaaksignaal } from '../zaken/index.ts'
import type { Databank } from './databank.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { ruimZaaksignalenOp, zaaksignaalOpslag } from './zaaksignalen.ts'

const org = (id: string) => parseOrganisatieId(id) ?? assert.fail()
const [gouda, svb] = [org('gemeente-GM0513'), org('svb')]
const bij = (organisatie: typeof gouda) => ({ medewerker: 'bea', organisatie })
const dag = (tekst: string) => parseDatum(tekst) ?? assert.fail()
const moment = (uur: number) => new Date(Date.UTC(2026, 2, 1, uur))
const zaak = (nr: number) => `018f2d0a-0000-4000-8000-00000000000${nr}`

const signaal = (nr: number, over: Partial<Zaaksignaal> = {}): Zaaksignaal => ({
  ref: { bron: gouda, uuid: zaak(nr) },
  organisatie: gouda,
  nummer: `ZAAK-${nr}`,
  zaaktype: 'Bijstand',
  soort: 'te-laat',
  vanaf: dag('2026-02-01'),
  ...over,
})

const geheim = 'een geheim van minstens tweeëndertig tekens'
const signalen = (databank: Databank, ...geheimen: readonly string[]) =>
  openZaaksignalen({
    store: zaaksignaalOpslag(databank),
    ring: openSleutelring(() => [...geheimen, geheim]),
    toeval: randomBytes,
  })
/** As who works at the organisation reads it: not by uuid. */
const gelezen = ({ ref: _, ...rest }: Zaaksignaal) => rest

test('a case that takes too long is told once, to its own organisation, until it is solved', async (t) => {
  const { databank } = await openProefdatabank(t)
  const store = signalen(databank)
  const [een, twee] = [signaal(1), signaal(2, { soort: 'stil', vanaf: dag('2026-01-05') })]
  assert.deepEqual(
    [await store.merk(een, moment(1)), await store.merk(een, moment(2)), await store.merk(twee, moment(2))],
    [true, false, true],
  )
  const open = await store.open(bij(gouda), 10)
  assert.deepEqual(
    open.map(({ gemerkt, ...rest }) => rest),
    [twee, een].map(gelezen),
  )
  assert.equal(open[1]?.gemerkt.getTime(), moment(1).getTime())
  assert.deepEqual(await store.open(bij(svb), 10), [])

  // Only of the cases that were looked at, and at this connection.
  await store.rond(svb, [zaak(1), zaak(2)], [], moment(3))
  await store.rond(gouda, [zaak(1)], [], moment(3))
  assert.deepEqual(
    (await store.open(bij(gouda), 10)).map(({ nummer }) => nummer),
    ['ZAAK-2'],
  )
  await store.rond(gouda, [zaak(2)], [twee], moment(4))
  assert.equal((await store.open(bij(gouda), 10)).length, 1)

  // What is solved is gone, not only hidden; what is seen later is new.
  assert.equal(await store.merk(een, moment(5)), true)
  assert.equal((await store.open(bij(gouda), 10)).length, 2)
})

test('no other context sees or changes a signal', async (t) => {
  const { databank } = await openProefdatabank(t)
  await signalen(databank).merk(signaal(1), moment(1))
  assert.deepEqual((await sql`select * from zaaksignaal`.execute(databank)).rows, [])
  assert.equal((await sql`delete from zaaksignaal`.execute(databank)).numAffectedRows, 0n)
  assert.equal((await signalen(databank).open(bij(gouda), 10)).length, 1)
})

test('retention takes away what was noticed long ago', async (t) => {
  const { databank, alsRol } = await openProefdatabank(t)
  const store = signalen(databank)
  await store.merk(signaal(1), moment(1))
  await store.merk(signaal(2), moment(5))
  assert.equal(await ruimZaaksignalenOp(alsRol('bewaring'), moment(3)), 1)
  assert.equal((await store.open(bij(gouda), 10)).length, 1)
})

test('nothing in the database says which case it is, or what kind', async (t) => {
  const { databank, url } = await openProefdatabank(t)
  await signalen(databank).merk(signaal(1), moment(1))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query('select s::text as regel, s.* from voordeur.zaaksignaal s')
    assert.equal(rows.length, 1)
    for (const woord of [zaak(1), zaak(1).replaceAll('-', ''), 'ZAAK-1', 'Bijstand'])
      for (const inhoud of [rows[0].regel, ...Object.values(rows[0])])
        assert.ok(!String(inhoud).includes(woord) && !Buffer.from(String(inhoud)).includes(woord), woord)
  } finally {
    await client.end()
  }
})

test('after a new key a signal is marked under that key and stands there once; solved it goes, whatever key it had', async (t) => {
  const { databank } = await openProefdatabank(t)
  await signalen(databank).merk(signaal(1), moment(1))
  await signalen(databank).merk(signaal(2), moment(1))
  const nieuw = signalen(databank, 'een nieuwer geheim van minstens tweeëndertig')
  assert.equal((await nieuw.open(bij(gouda), 10)).length, 2)
  await nieuw.merk(signaal(1), moment(2))
  await nieuw.rond(gouda, [zaak(1), zaak(2)], [signaal(1)], moment(2))
  assert.deepEqual(
    (await nieuw.open(bij(gouda), 10)).map(({ nummer }) => nummer),
    ['ZAAK-1'],
  )
  // Whoever has not the key reads nothing, and does not fall over it.
  const zonder = openZaaksignalen({
    store: zaaksignaalOpslag(databank),
    ring: openSleutelring(() => ['een heel ander geheim van tweeëndertig tekens']),
    toeval: randomBytes,
  })
  assert.deepEqual(await zonder.open(bij(gouda), 10), [])
})
