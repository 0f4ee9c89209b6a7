import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefweb } from './proefweb.ts'
import { inTaal, routes, talen } from './routes.ts'
import { andereStreep } from './schuine-streep.ts'

const app = proefweb()

for (const [van, naar] of [
  ['/en', '/en/'],
  ['/pap', '/pap/'],
  ['/rechten/', '/rechten'],
  ['/en/rechten/', '/en/rechten'],
  ['/zoeken/?q=huur', '/zoeken?q=huur'],
  ['/gebeurtenissen/kind-krijgen/', '/gebeurtenissen/kind-krijgen'],
] as const) {
  test(`${van} goes to ${naar}, for good`, async () => {
    const { statusCode, headers } = await app.inject(van)
    assert.equal(statusCode, 308)
    assert.equal(headers.location, naar)
    assert.equal((await app.inject(naar)).statusCode, 200)
  })
}

test('every page is found with the other ending, in each language, whoever asks and however', async () => {
  const vul = (pad: string) => pad.replaceAll(/:\w+/g, 'iets')
  for (const { methode, pad } of Object.values(routes))
    for (const taal of talen) {
      const eigen = vul(inTaal(taal, pad))
      if (methode !== 'GET' || eigen === '/') continue
      const ander = eigen.endsWith('/') ? eigen.slice(0, -1) : `${eigen}/`
      for (const method of ['GET', 'HEAD'] as const) {
        const { statusCode, headers } = await app.inject({ method, url: `${ander}?a=1` })
        assert.deepEqual([statusCode, headers.location], [308, `${eigen}?a=1`], `${method} ${ander}`)
      }
    }
})

test('HEAD says of a page and of a file what GET says, without them', async () => {
  for (const url of ['/rechten', '/gebeurtenissen/kind-krijgen', '/gemeenten.txt', '/rechten/']) {
    const [get, head] = await Promise.all(
      (['GET', 'HEAD'] as const).map((method) => app.inject({ method, url })),
    )
    assert.ok(get && head)
    assert.deepEqual(
      [head.statusCode, head.headers['content-type'], head.headers.location, head.body],
      [get.statusCode, get.headers['content-type'], get.headers.location, ''],
      url,
    )
  }
})

test('a form, /api and an unknown address are not sent on', async () => {
  for (const url of ['/api/', '/api/regelingen/', '/bestaat-niet/'])
    assert.equal((await app.inject(url)).statusCode, 404, url)
  assert.notEqual((await app.inject({ method: 'POST', url: '/rechten/vraag/' })).statusCode, 308)
})

test('no address leads to another website', () => {
  for (const url of [
    '//evil.example/',
    '///evil.example/',
    '/rechten/..\\\\evil.example/',
    '/rechten/..//evil.example/',
    '/rechten/%2e%2e//evil.example/',
    'http://evil.example/rechten/',
    'http://evil.example//evil.example/',
    '/\\evil.example/',
  ]) {
    const doel = andereStreep(url)
    assert.equal(new URL(doel, 'https://voordeur.example').host, 'voordeur.example', `${url} → ${doel}`)
  }
})
