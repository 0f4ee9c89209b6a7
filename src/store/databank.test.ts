import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { stilLog } from '../platform/index.ts'
import { openPool, tijdVan } from './databank.ts'
import { openProefdatabank } from './proefdatabank.ts'

test('a connection that ends under a question fails that question alone', async (t) => {
  const { url } = await openProefdatabank(t)
  const gemeld: string[] = []
  const pool = openPool({ url, log: { ...stilLog, waarschuwing: (wat) => void gemeld.push(wat) } })
  t.after(() => pool.end())
  const beheer = openPool({ url, log: stilLog, max: 1 })
  t.after(() => beheer.end())

  const verbinding = await pool.connect()
  const { rows } = await verbinding.query('select pg_backend_pid() as nummer')
  const dicht = new Promise((klaar) => verbinding.once('end', klaar))
  const vraag = assert.rejects(verbinding.query('select pg_sleep(20)'))
  await beheer.query('select pg_terminate_backend($1)', [rows[0].nummer])
  await vraag
  await dicht
  verbinding.release()
  assert.equal((await pool.query('select 1 as een')).rows[0].een, 1)

  // The same to one that nobody uses.
  const { rows: nieuw } = await pool.query('select pg_backend_pid() as nummer')
  const gehoord = new Promise((klaar) => pool.once('error', klaar))
  await beheer.query('select pg_terminate_backend($1)', [nieuw[0].nummer])
  await gehoord
  assert.equal((await pool.query('select 1 as een')).rows[0].een, 1)
  assert.deepEqual(new Set(gemeld), new Set(['verbinding met de databank verbroken']))
})

test('the database says how late it is now, and not when a transaction began', async (t) => {
  const { databank } = await openProefdatabank(t)
  const [begin, later] = await databank.transaction().execute(async (tx) => {
    const eerst = await tijdVan(tx)
    await sql`select pg_sleep(0.005)`.execute(tx)
    return [eerst, await tijdVan(tx)]
  })
  assert.ok(begin && later && later > begin)
})
