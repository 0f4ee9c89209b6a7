import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefweb } from './proefweb.ts'
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
