import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { test } from 'node:test'
import { PlatformError } from '../errors.ts'
import { createLog, stilLog } from '../log.ts'
import { createKern, type KernOpties } from './kern.ts'
import { openbaar } from './toegangsregel.ts'

const kern = (opties: Partial<KernOpties> = {}) => createKern({ log: stilLog, ...opties })
const open = { config: { toegang: openbaar } }

test('a route without an access rule cannot be registered', () => {
  assert.throws(() => kern().get('/geheim', async () => 'x'), /route zonder toegangsregel: GET \/geheim/)
  assert.throws(
    () => kern().route({ method: ['GET', 'POST'], url: '/x', handler: async () => 'x' }),
    /toegangsregel/,
  )
})

test('a route whose rule says no is refused before anything is read', async () => {
  const app = kern()
  const niemand = { naam: 'niemand', laatDoor: async () => false }
  app.get('/dicht', { config: { toegang: niemand } }, async () => assert.fail('the handler ran'))
  const antwoord = await app.inject('/dicht')
  assert.equal(antwoord.statusCode, 403)
  assert.equal(antwoord.json().type, '/fouten#geen-toegang')
})

test('an error is a page for a browser and a problem for a program', async () => {
  const app = kern()
  app.get('/stuk', open, async () => {
    throw new Error('wachtwoord=geheim')
  })
  const pagina = await app.inject({ url: '/stuk', headers: { accept: 'text/html,*/*' } })
  assert.equal(pagina.statusCode, 500)
  assert.match(pagina.body, /<h1>Er ging iets mis bij ons/)
  const problem = await app.inject('/stuk')
  assert.match(String(problem.headers['content-type']), /^application\/problem\+json/)
  assert.match(problem.json().instance, /^urn:uuid:/)
  for (const { body } of [pagina, problem]) assert.doesNotMatch(body, /geheim/)
})

test('faults in a request are all named', async () => {
  const app = kern()
  app.post('/api/x', open, async () => {
    throw new PlatformError('verzoek-ongeldig', {
      fouten: [{ pointer: '/a', melding: 'moet een getal zijn' }],
    })
  })
  const antwoord = await app.inject({ method: 'POST', url: '/api/x', payload: {} })
  assert.equal(antwoord.statusCode, 400)
  assert.deepEqual(antwoord.json().errors, [{ pointer: '/a', detail: 'moet een getal zijn' }])
})

test('broken JSON, an unknown address, a wrong method, too much and an unknown kind each get their status', async () => {
  const app = kern()
  app.post('/api/x', open, async () => 'goed')
  const json = { 'content-type': 'application/json' }
  const post = (payload: string, headers: Record<string, string> = json) =>
    app.inject({ method: 'POST', url: '/api/x', payload, headers })
  assert.equal((await post('{')).statusCode, 400)
  assert.equal((await post('{"__proto__":{"a":1}}')).statusCode, 400)
  assert.equal((await post(`"${'x'.repeat(1024 * 1024)}"`)).statusCode, 413)
  assert.equal((await post('x', { 'content-type': 'text/xml' })).statusCode, 415)
  assert.equal((await app.inject('/api/nergens')).statusCode, 404)
  const verkeerd = await app.inject('/api/x')
  assert.equal(verkeerd.statusCode, 405)
  assert.equal(verkeerd.headers.allow, 'POST')
  assert.equal((await app.inject('/api/%E0%A4%A')).statusCode, 400)
})

test('a form from another website is refused, our own is read', async () => {
  const app = kern()
  app.post('/vraag', open, async ({ body }) =>
    body instanceof URLSearchParams ? body.get('naam') : 'geen formulier',
  )
  const stuur = (headers: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: '/vraag',
      payload: 'naam=An+na',
      headers: { 'content-type': 'application/x-www-form-urlencoded', host: 'voordeur.test', ...headers },
    })
  assert.equal((await stuur({})).body, 'An na')
  assert.equal((await stuur({ 'sec-fetch-site': 'same-origin' })).statusCode, 200)
  assert.equal((await stuur({ origin: 'https://voordeur.test' })).statusCode, 200)
  assert.equal((await stuur({ 'sec-fetch-site': 'cross-site' })).statusCode, 403)
  assert.equal((await stuur({ origin: 'https://elders.test' })).statusCode, 403)
  assert.equal((await stuur({ origin: 'null' })).statusCode, 403)
})

test('every answer carries the security headers; HSTS only when people reach us by https', async () => {
  for (const [url, hsts] of [
    [undefined, undefined],
    [new URL('https://voordeur.test'), 'max-age=31536000; includeSubDomains'],
  ] as const) {
    const app = kern({ url })
    app.get('/', open, async (_request, reply) => reply.header('cache-control', 'public').send('x'))
    for (const pad of ['/', '/nergens']) {
      const { headers } = await app.inject(pad)
      assert.match(String(headers['content-security-policy']), /default-src 'none'/)
      assert.doesNotMatch(String(headers['content-security-policy']), /unsafe/)
      assert.equal(headers['strict-transport-security'], hsts)
      assert.equal(headers['cache-control'], pad === '/' ? 'public' : 'no-store')
    }
  }
})

test('the log names the pattern of a route, never the address', async () => {
  const regels: unknown[] = []
  const app = kern({ log: { ...stilLog, info: (_bericht, velden) => regels.push(velden) } })
  app.get('/zaak/:id', open, async () => 'x')
  await app.inject('/zaak/123?naam=Anna')
  assert.match(JSON.stringify(regels), /"route":"\/zaak\/:id"/)
  assert.doesNotMatch(JSON.stringify(regels), /123|Anna/)
})

test('what a visitor says about where they come from is believed only from a proxy that is named', async () => {
  const kop = {
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-proto': 'https',
    'x-forwarded-host': 'kwaad.example',
  }
  const zie = async (proxies: readonly string[]) => {
    const app = kern({ proxies })
    app.get('/', open, async ({ ip, protocol, host }) => ({ ip, protocol, host }))
    return (await app.inject({ url: '/', headers: { host: 'hier.example', ...kop } })).json()
  }
  assert.deepEqual(await zie([]), { ip: '127.0.0.1', protocol: 'http', host: 'hier.example' })
  assert.deepEqual(await zie(['10.0.0.1']), { ip: '127.0.0.1', protocol: 'http', host: 'hier.example' })
  assert.equal((await zie(['loopback'])).ip, '203.0.113.9')
})

test('who is refused is in the log by code, and nothing of what they sent', async () => {
  const regels: string[] = []
  const app = kern({
    log: createLog(
      () => new Date(0),
      (regel) => regels.push(regel),
    ),
  })
  const niemand = { naam: 'niemand', laatDoor: async () => false }
  app.get('/dicht/:wat', { config: { toegang: niemand } }, async () => 'x')
  await app.inject({ url: '/dicht/geheim?wie=geheim', headers: { 'user-agent': 'geheim' } })
  const [regel = ''] = regels.filter((een) => een.includes('geweigerd'))
  assert.match(regel, /"code":"geen-toegang"/)
  assert.doesNotMatch(regels.join(), /geheim/)
})

test('a method that nobody uses is no way in', async () => {
  const app = kern()
  app.get('/', open, async () => 'x')
  for (const method of ['TRACE', 'PUT', 'DELETE', 'PROPFIND'] as const) {
    // The types know the usual methods alone.
    const { statusCode } = await app.inject({ method: method as 'PUT', url: '/' })
    assert.ok([404, 405, 501].includes(statusCode), `${method}: ${statusCode}`)
  }
})

test('a connection that never asked anything does not keep us from closing', {
  timeout: 20_000,
}, async () => {
  const app = createKern({ log: stilLog })
  const { port } = new URL(await app.listen({ host: '127.0.0.1', port: 0 }))
  const stil = connect(Number(port), '127.0.0.1')
  const weg = once(stil, 'close')
  await once(app.server, 'connection')
  await app.close()
  await weg
})
