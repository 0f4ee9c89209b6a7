import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type pg from 'pg'
import { stilLog } from '../platform/index.ts'
import { openPool } from './databank.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { Verbinding, voorafTekst } from './verbinding.ts'

const eens = voorafTekst({
  hoe: 'eens',
  opdrachten: ['begin', `select set_config('voordeur.soort', 'a', true)`],
})
const elk = voorafTekst({ hoe: 'elk', opdrachten: [`select set_config('voordeur.soort', 'b', true)`] })
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
    await vraag(voorafTekst({ hoe: 'elk', opdrachten: ['select 1 / 0'] }))
    await assert.rejects(vraag(schrijf, [1]), { code: '22012' })
    await assert.rejects(vraag('insert into streep values (1)'), { code: '22012' })
    await vraag(
      voorafTekst({ hoe: 'elk', opdrachten: [`select set_config('transaction_read_only', 'on', true)`] }),
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
