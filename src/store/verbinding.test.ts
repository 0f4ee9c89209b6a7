import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type pg from 'pg'
import { stilLog } from '../platform/index.ts'
import { openPool } from './databank.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { type Opdracht, Verbinding, voorafTekst } from './verbinding.ts'

const alleen = (tekst: string): Opdracht => ({ tekst, waarden: [] })
const eens = voorafTekst({
  hoe: 'eens',
  opdrachten: [alleen('begin'), { tekst: `select set_config('voordeur.soort', $1, true)`, waarden: ['a'] }],
})
const elk = voorafTekst({
  hoe: 'elk',
  opdrachten: [{ tekst: `select set_config('voordeur.soort', $1, true)`, waarden: ['b'] }],
})
const niets = voorafTekst({ hoe: 'niets', opdrachten: [] })
const soort = `select coalesce(current_setting('voordeur.soort', true), '') as soort`

interface Gereed {
  readonly verbinding: Verbinding
  readonly vraag: (tekst: string, waarden?: unknown[]) => Promise<unknown[]>
}

async function open(t: TestContext, fn: (gereed: Gereed) => Promise<void>): Promise<void> {
  const { url } = await openProefdatabank(t)
  const verbinding = new Verbinding({ connectionString: url })
  await verbinding.connect()
  try {
    await fn({
      verbinding,
      vraag: async (tekst, waarden) => {
        const { rows }: pg.QueryResult = await (verbinding as pg.Client).query(tekst, waarden)
        return rows
      },
    })
  } finally {
    await verbinding.end()
  }
}

test('what goes before a statement goes in the same message, and its answer is that of the statement alone', (t) =>
  open(t, async ({ verbinding, vraag }) => {
    const { stream } = (verbinding as unknown as { connection: pg.Connection }).connection
    let berichten = 0
    const echt = stream._writev
    stream._writev = function (...args) {
      berichten += 1
      return echt?.apply(this, args)
    }
    await vraag(eens)
    assert.equal(berichten, 0, 'nothing is sent alone')
    assert.deepEqual(await vraag(`${soort}, $1::int as getal`, [7]), [{ soort: 'a', getal: 7 }])
    assert.equal(berichten, 1)
    assert.deepEqual(await vraag(soort), [{ soort: 'a' }], 'the transaction goes on')
    await vraag('commit')
    assert.deepEqual(await vraag(soort), [{ soort: '' }])

    await vraag(elk)
    assert.deepEqual(await vraag(`${soort}, $1::int as getal`, [8]), [{ soort: 'b', getal: 8 }])
    assert.deepEqual(await vraag(soort), [{ soort: 'b' }], 'also without values, as plain text')
    await vraag(niets)
    assert.deepEqual(await vraag(soort), [{ soort: '' }])
  }))

test('when what goes before fails the statement does not run; when the statement fails nothing is left of it', (t) =>
  open(t, async ({ vraag }) => {
    await vraag('create temporary table streep (nr int)')
    const schrijf = 'insert into streep values ($1)'
    await vraag(voorafTekst({ hoe: 'elk', opdrachten: [alleen('select 1 / 0')] }))
    await assert.rejects(vraag(schrijf, [1]), { code: '22012' })
    await assert.rejects(vraag('insert into streep values (1)'), { code: '22012' })
    await vraag(
      voorafTekst({
        hoe: 'elk',
        opdrachten: [alleen(`select set_config('transaction_read_only', 'on', true)`)],
      }),
    )
    await assert.rejects(vraag('insert into voordeur.begrenzing values ($1, now(), 1)', [Buffer.alloc(32)]), {
      code: '25006',
    })
    await vraag(niets)
    assert.deepEqual(await vraag('select * from streep'), [])

    await vraag(eens)
    await assert.rejects(vraag(`${soort}, 1 / $1::int`, [0]), { code: '22012' })
    await assert.rejects(vraag(soort), { code: '25P02' }, 'the transaction is lost until it is rolled back')
    await vraag('rollback')
    assert.deepEqual(await vraag(soort), [{ soort: '' }])

    await vraag(eens)
    // A value that cannot be written fails here, after what goes before it went.
    await assert.rejects(
      vraag(`${soort}, $1::text`, [{ toPostgres: () => assert.fail('niet te schrijven') }]),
    )
    await vraag('rollback')
    assert.deepEqual(await vraag(`${soort}, $1::int as getal`, [9]), [{ soort: '', getal: 9 }])
  }))

/** What the database keeps planned of this connection. */
const gepland = 'select name, statement from pg_prepared_statements where statement like $1 order by name'

test('a statement with values is planned once for a connection, also when it or what goes before it failed', (t) =>
  open(t, async ({ vraag }) => {
    const deel = 'select 10 / $1::int as deel'
    const namen = async () =>
      (await vraag(gepland, ['select 10 /%'])) as readonly { readonly statement: string }[]
    await vraag(voorafTekst({ hoe: 'elk', opdrachten: [alleen('select 1 / 0')] }))
    await assert.rejects(vraag(deel, [5]), { code: '22012' })
    await vraag(niets)
    assert.deepEqual(await namen(), [], 'it was not reached')

    await vraag(elk)
    await assert.rejects(vraag(deel, [0]), { code: '22012' })
    assert.equal((await namen()).length, 1, 'planned, though it failed')
    for (const door of [2, 5]) assert.deepEqual(await vraag(deel, [door]), [{ deel: 10 / door }])
    await vraag(niets)
    assert.deepEqual(await vraag(deel, [1]), [{ deel: 10 }], 'also with nothing before it')
    assert.equal((await namen()).length, 1)
    await vraag(eens)
    assert.deepEqual(await vraag(`${soort}, $1::int as getal`, [3]), [{ soort: 'a', getal: 3 }])
    await vraag('rollback')
    await assert.rejects(vraag('select $1::int from nergens', [1]), { code: '42P01' })
    await assert.rejects(vraag('select $1::int from nergens', [1]), { code: '42P01' })
  }))

test('a newer version gives a table another shape: a read is done again, and nothing is planned ahead any more', (t) =>
  open(t, async ({ vraag }) => {
    await vraag('create temporary table vorm (nr int)')
    await vraag('insert into vorm values (1)')
    await vraag(elk)
    const lees = 'select * from vorm where nr = $1'
    assert.deepEqual(await vraag(lees, [1]), [{ nr: 1 }])
    await vraag(niets)
    await vraag('alter table vorm add column naam text')
    await vraag(elk)
    assert.deepEqual(await vraag(lees, [1]), [{ nr: 1, naam: null }])
    assert.deepEqual(await vraag(lees, [1]), [{ nr: 1, naam: null }])
    await vraag(niets)
    await vraag('select $1::int as later', [1])
    assert.deepEqual(await vraag(gepland, ['%as later']), [])
  }))

test('whoever takes a connection after somebody who left something before it begins with nothing', async (t) => {
  const { url } = await openProefdatabank(t)
  const pool = openPool({ url, log: stilLog, max: 1 })
  const eerste = await pool.connect()
  await eerste.query(elk)
  eerste.release()
  const { rows } = await pool.query(soort)
  await pool.end()
  assert.deepEqual(rows, [{ soort: '' }])
})
