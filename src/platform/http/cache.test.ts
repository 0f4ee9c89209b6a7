import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { stilLog } from '../log.ts'
import { loadAssets } from './assets.ts'
import { sendMetEtag } from './cache.ts'
import { createKern } from './kern.ts'
import { openbaar } from './toegangsregel.ts'

test('who already has it gets 304 and no body', async () => {
  const app = createKern({ log: stilLog })
  app.get('/lijst', { config: { toegang: openbaar } }, (request, reply) =>
    sendMetEtag(request, reply, { body: '[1]', type: 'application/json' }),
  )
  const eerst = await app.inject('/lijst')
  const etag = String(eerst.headers.etag)
  assert.equal(eerst.body, '[1]')
  for (const bekend of [etag, `W/${etag}`, `"ander", ${etag}`, '*']) {
    const weer = await app.inject({ url: '/lijst', headers: { 'if-none-match': bekend } })
    assert.deepEqual([weer.statusCode, weer.body], [304, ''])
  }
  const ander = await app.inject({ url: '/lijst', headers: { 'if-none-match': '"ander"' } })
  assert.equal(ander.statusCode, 200)
})

test('an asset may be kept for a year, is compressed, and a style names its font by address', async (t) => {
  const map = mkdtempSync(join(tmpdir(), 'assets-'))
  t.after(() => rmSync(map, { recursive: true }))
  writeFileSync(join(map, 'a.woff2'), 'letters')
  writeFileSync(join(map, 'a.css'), '@font-face { src: url("asset:a.woff2") }')
  const assets = loadAssets(['a.woff2', 'a.css'].map((naam) => ({ naam, pad: join(map, naam) })))
  const app = createKern({ log: stilLog })
  assets.register(app)

  const antwoord = await app.inject({ url: assets.url('a.css'), headers: { 'accept-encoding': 'gzip, br' } })
  assert.equal(antwoord.headers['cache-control'], 'public, max-age=31536000, immutable')
  assert.equal(antwoord.headers['content-encoding'], 'br')
  const css = brotliDecompressSync(antwoord.rawPayload).toString()
  assert.equal(css, `@font-face { src: url("${assets.url('a.woff2')}") }`)
  assert.equal((await app.inject(assets.url('a.css'))).body, css)
  assert.throws(() => assets.url('b.css'), /onbekende asset/)
})
