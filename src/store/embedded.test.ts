import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import { PlatformError, stilLog } from '../platform/index.ts'
import { onbereikbareMap } from './bestanden.ts'
import { startEmbedded } from './embedded.ts'
import { findOverlevende, leesPostmaster } from './postmaster.ts'
import { maakProefmap } from './proefdatabank.ts'
import { isLevend } from './slot.ts'

const start = (dataMap: string) => startEmbedded({ dataMap, log: stilLog, zonderSchijf: true })

async function vraag(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query(sql)
  await client.end()
  return rows[0]
}

test('data stay over a stop and a start, a second user shares, and the last one to leave stops it', async (t) => {
  const map = maakProefmap()
  const eerste = await start(map)
  assert.equal(eerste.isOvergenomen, false)
  await vraag(eerste.url, 'create table blijft as select 7 as getal')

  // A postmaster that is there already, as after a kill -9 of us, is taken over.
  const tweede = await start(map)
  assert.equal(tweede.isOvergenomen, true)
  assert.deepEqual(await vraag(tweede.url, 'select getal from blijft'), { getal: 7 })
  const pid = leesPostmaster(join(map, 'postgresql'))?.pid ?? 0
  // Another living process still uses it: its stop leaves the database alone.
  const ander = join(map, 'gebruikers', String(process.ppid))
  writeFileSync(ander, '')
  await tweede.stop()
  assert.ok(isLevend(pid))
  rmSync(ander)
  await eerste.stop()
  assert.ok(!isLevend(pid))

  // A file of a server that is gone, whose number now belongs to another program.
  writeFileSync(
    join(map, 'postgresql', 'postmaster.pid'),
    `${process.pid}\n${map}\n0\n5432\n\n127.0.0.1\n0\nready\n`,
  )
  assert.equal(findOverlevende(join(map, 'postgresql')), undefined)
  // A slot of a process that was killed halfway, and a cluster that was half made.
  writeFileSync(join(map, 'slot'), '999999999')
  mkdirSync(join(map, 'postgresql.nieuw-1'))
  const derde = await start(map)
  t.after(async () => {
    await derde.stop()
    rmSync(map, { recursive: true, force: true })
  })
  assert.equal(derde.isOvergenomen, false)
  assert.deepEqual(await vraag(derde.url, 'select getal from blijft'), { getal: 7 })
})

test('a directory that cannot be used gives a sentence with the remedy', async (t) => {
  const map = maakProefmap()
  t.after(() => rmSync(map, { recursive: true, force: true }))
  writeFileSync(join(map, 'bestand'), '')
  const isUitgelegd = (fout: unknown) => {
    assert.ok(fout instanceof PlatformError)
    assert.equal(fout.code, 'datamap-onbruikbaar')
    assert.match(fout.message, /Kies met VOORDEUR_DATA een andere map/)
    return true
  }
  await assert.rejects(start(join(map, 'bestand', 'data')), isUitgelegd)
  // Where nothing can be made the start must end too: it once tried for ever.
  if (process.platform === 'linux') await assert.rejects(start('/proc/voordeur/data'), isUitgelegd)

  const dicht = join(map, 'dicht')
  mkdirSync(dicht)
  chmodSync(dicht, 0o700)
  assert.equal(onbereikbareMap(join(dicht, 'data')), dicht)
  // Only root has a second user for the database, who must be able to pass.
  if (process.getuid?.() === 0) await assert.rejects(start(join(dicht, 'data')), isUitgelegd)
})
