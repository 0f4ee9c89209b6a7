import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vulAlles } from './proefbezoek.ts'
import { GRENZEN, weegPaginas } from './proefgewicht.ts'
import { rondgang } from './proefrondgang.ts'
import { Bezoeker, proefweb } from './proefweb.ts'

test('the heaviest page with a full household is under 60 kB, the first under 30 kB, over real HTTP', async (t) => {
  const app = proefweb()
  t.after(() => app.close())
  const basis = await app.listen({ host: '127.0.0.1', port: 0 })
  const bezoeker = new Bezoeker(app)
  const vragen = await vulAlles(bezoeker)
  assert.ok(vragen > 20, `${vragen} questions make no full household`)
  const gewogen = [
    ...(await weegPaginas(basis, bezoeker.koekjes, 12)),
    ...(await weegPaginas(basis, '', 2)),
  ].toSorted((a, b) => b.bytes - a.bytes)
  assert.ok(gewogen.length > 150, `${gewogen.length} pages`)
  for (const { pad, bytes } of gewogen.slice(0, 3)) t.diagnostic(`${pad}: ${bytes}`)
  const [zwaarste] = gewogen
  assert.ok(zwaarste && zwaarste.bytes < GRENZEN.zwaarste, `${zwaarste?.pad}: ${zwaarste?.bytes}`)
  for (const { pad, bytes } of gewogen.filter(({ pad }) => ['/', '/en/', '/pap/'].includes(pad))) {
    assert.ok(bytes < GRENZEN.eerste, `${pad}: ${bytes}`)
  }
})

test('whoever has a page gets 304 without a body; with answers a page is kept nowhere; assets are kept for a year', async () => {
  const app = proefweb()
  const assets = new Set<string>()
  const haal = async (url: string) => {
    const eerst = await app.inject({ url, headers: { accept: 'text/html' } })
    const { headers, statusCode: status, body } = eerst
    const type = String(headers['content-type'] ?? '')
    // Where one logs in, or comes into a call with a code, is never kept, with or without answers.
    const isBewaard = !/\/(inloggen|gesprek)$/.test(url)
    if (!isBewaard) assert.match(String(headers['cache-control']), /no-store/, url)
    else if (status === 200 && type.startsWith('text/html') && headers['content-disposition'] === undefined) {
      assert.match(String(headers.etag), /^"/, url)
      assert.match(String(headers.vary), /cookie/, url)
      const bekend = { accept: 'text/html', 'if-none-match': String(headers.etag) }
      const weer = await app.inject({ url, headers: bekend })
      assert.deepEqual([weer.statusCode, weer.body], [304, ''], url)
      for (const [, asset = ''] of body.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)) assets.add(asset)
    }
    return { status, type, body }
  }
  await rondgang(haal, { taal: 'nl', perRoute: 1, ook: ['/rechten/vraag?n=1'] })
  assert.ok(assets.size > 6)
  for (const url of assets) {
    const { headers, statusCode } = await app.inject({ url, headers: { 'accept-encoding': 'br' } })
    assert.equal(statusCode, 200, url)
    assert.equal(headers['cache-control'], 'public, max-age=31536000, immutable', url)
    if (/\.(css|js|svg)$/.test(url)) assert.equal(headers['content-encoding'], 'br', url)
  }
  const bezoeker = new Bezoeker(app)
  await vulAlles(bezoeker)
  await rondgang(
    async (url) => {
      const { headers, statusCode: status, body } = await bezoeker.haal(url)
      if (status === 200) assert.match(String(headers['cache-control']), /no-store/, url)
      return { status, type: String(headers['content-type'] ?? ''), body }
    },
    { taal: 'nl', perRoute: 1 },
  )
})
