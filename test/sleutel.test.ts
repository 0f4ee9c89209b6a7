import assert from 'node:assert/strict'
import { rmSync } from 'node:fs'
import { test } from 'node:test'
import { sql } from 'kysely'
import { startApp } from '../src/app.ts'
import { loadConfig, PlatformError, stilLog, systeemklok } from '../src/platform/index.ts'
import { maakProefmap, openProefdatabank } from '../src/store/proefdatabank.ts'

test('a server without the key of the vault does not start: it would take people it knows for strangers', async (t) => {
  const { url, databank } = await openProefdatabank(t)
  const map = maakProefmap()
  t.after(() => rmSync(map, { recursive: true, force: true }))
  const config = loadConfig({ DATABASE_URL: url, VOORDEUR_DATA: map, VOORDEUR_PORT: '0' }, map)
  const eerste = await startApp({ config, klok: systeemklok, log: stilLog })
  await eerste.sluit()
  await sql`insert into kluis_sleutel (kid) values ('k0123456789')`.execute(databank)
  await assert.rejects(startApp({ config, klok: systeemklok, log: stilLog }), (fout) => {
    assert.ok(fout instanceof PlatformError)
    assert.equal(fout.code, 'sleutel-ontbreekt')
    assert.match(fout.message, /k0123456789/)
    return true
  })
})
