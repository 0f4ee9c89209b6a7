import assert from 'node:assert/strict'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import type { FastifyInstance } from 'fastify'
import { API_VERSIE, api, apiFoutantwoord } from '../src/api/index.ts'
import { proefcorpus } from '../src/corpus/proefcorpus.ts'
import { createKern, openbaar } from '../src/platform/http/index.ts'
import { stilLog } from '../src/platform/index.ts'

let app: FastifyInstance
let poort: number

before(async () => {
  const geladen = proefcorpus()
  const { engine, gebeurtenissen, organisaties } = geladen
  app = createKern({ log: stilLog, url: new URL('https://voordeur.test'), foutantwoord: apiFoutantwoord })
  app.register(api, {
    log: stilLog,
    corpus: () => engine,
    gebeurtenissen: () => gebeurtenissen,
    organisaties: () => organisaties,
    nu: () => new Date('2026-03-01T12:00:00Z'),
  })
  app.get('/pagina/:naam', { config: { toegang: openbaar } }, async () => 'goed')
  app.post('/pagina', { config: { toegang: openbaar } }, async () => 'goed')
  poort = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port)
})
after(() => app.close())

interface Antwoord {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/** Exactly these bytes on a connection of its own; the answer to its end. */
async function stuur(tekst: string): Promise<Antwoord> {
  const socket = connect(poort, '127.0.0.1')
  socket.write(tekst)
  const delen: Buffer[] = []
  for await (const deel of socket) {
    delen.push(deel)
    const [kop = '', ...rest] = Buffer.concat(delen).toString().split('\r\n\r\n')
    const lengte = Number(/content-length: (\d+)/i.exec(kop)?.[1] ?? Number.NaN)
    if (Buffer.byteLength(rest.join('\r\n\r\n')) >= lengte) break
  }
  socket.destroy()
  const [kop = '', body = ''] = Buffer.concat(delen).toString().split('\r\n\r\n')
  const [eerste = '', ...regels] = kop.split('\r\n')
  const headers = new Map(
    regels.map((r) => [r.split(': ')[0]?.toLowerCase() ?? '', r.replace(/^[^:]+: /, '')]),
  )
  return { status: Number(eerste.split(' ')[1]), headers, body }
}

const verzoek = (methode: string, pad: string, koppen = '', inhoud = '') =>
  `${methode} ${pad} HTTP/1.1\r\nHost: voordeur.test\r\n${koppen}\r\n${inhoud}`
const json = (lengte: number) => `Content-Type: application/json\r\nContent-Length: ${lengte}\r\n`
const lang = 'x'.repeat(20_000)

type Geval = readonly [naam: string, bericht: (pad: string) => string, status: number]

const overal: readonly Geval[] = [
  ['a malformed address', (p) => verzoek('GET', `${p}/%zz`), 400],
  ['a half character in the address', (p) => verzoek('GET', `${p}/%E0%A4%A`), 400],
  ['an unknown address', (p) => verzoek('GET', `${p}/er/is/hier/niets`), 404],
  ['headers that are too large', (p) => verzoek('GET', p, `X-Lang: ${lang}\r\n`), 431],
  ['an address that is too large', (p) => verzoek('GET', `${p}/${lang}`), 431],
  ['no HTTP in the headers', (p) => verzoek('GET', p, 'dit is geen kopregel\r\n'), 400],
  ['two lengths', (p) => verzoek('POST', p, 'Content-Length: 1\r\nContent-Length: 2\r\n', 'x'), 400],
  ['no Host', (p) => `GET ${p} HTTP/1.1\r\n\r\n`, 400],
]
const vanApi: readonly Geval[] = [
  ['a name that is too long', (p) => verzoek('GET', `${p}/regelingen/${'x'.repeat(200)}`), 414],
  ['a wrong method', (p) => verzoek('DELETE', `${p}/regelingen`), 405],
  ['TRACE', (p) => verzoek('TRACE', `${p}/regelingen`), 405],
  ['PROPFIND', (p) => verzoek('PROPFIND', `${p}/regelingen`), 405],
  ['too large a body', (p) => verzoek('POST', `${p}/berekeningen`, json(2_000_000)), 413],
  [
    'an unknown kind',
    (p) => verzoek('POST', `${p}/berekeningen`, 'Content-Type: text/xml\r\nContent-Length: 1\r\n', 'x'),
    415,
  ],
  ['an unknown parameter', (p) => verzoek('GET', `${p}/feiten?x=1`), 400],
]
const vanWeb: readonly Geval[] = [
  ['a name that is too long', (p) => verzoek('GET', `${p}/${'x'.repeat(200)}`), 414],
  ['a wrong method', (p) => verzoek('DELETE', p), 405],
  ['too large a body', (p) => verzoek('POST', p, json(2_000_000)), 413],
]

function controleer({ status, headers, body }: Antwoord, verwacht: number, naam: string): void {
  assert.equal(status, verwacht, `${naam}: ${body}`)
  assert.match(headers.get('content-type') ?? '', /^application\/problem\+json/, naam)
  const { status: inTekst, title, instance } = JSON.parse(body)
  assert.equal(inTekst, verwacht, naam)
  assert.match(title, /\S/, naam)
  assert.match(instance, /^urn:uuid:/, naam)
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/, naam)
  assert.match(headers.get('strict-transport-security') ?? '', /max-age/, naam)
  for (const [kop, waarde] of [
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['cache-control', 'no-store'],
    ['cross-origin-opener-policy', 'same-origin'],
  ] as const)
    assert.equal(headers.get(kop), waarde, `${naam}: ${kop}`)
  assert.ok(headers.has('referrer-policy') && headers.has('permissions-policy'), naam)
}

test('whatever is wrong with a request under /api, it is a problem with the version and every security header', async () => {
  for (const [naam, bericht, status] of [...overal, ...vanApi]) {
    const antwoord = await stuur(bericht('/api/v1'))
    controleer(antwoord, status, naam)
    assert.equal(antwoord.headers.get('api-version'), API_VERSIE, naam)
    if (status === 400) assert.ok(JSON.parse(antwoord.body).errors.length > 0, naam)
  }
})

test('on a page as well, where the version of the interface has no place', async () => {
  for (const [naam, bericht, status] of [...overal, ...vanWeb]) {
    const antwoord = await stuur(bericht('/pagina'))
    controleer(antwoord, status, naam)
    assert.equal(antwoord.headers.get('api-version'), undefined, naam)
  }
})

test('a person who types a malformed address gets a page, with the same headers', async () => {
  const { status, headers, body } = await stuur(verzoek('GET', '/%zz', 'Accept: text/html\r\n'))
  assert.equal(status, 400)
  assert.match(headers.get('content-type') ?? '', /^text\/html/)
  assert.match(headers.get('content-security-policy') ?? '', /default-src 'none'/)
  assert.match(body, /<h1>/)
})

test('what is no HTTP at all gets an answer too, and an expectation we do not know is ignored', async () => {
  controleer(await stuur('\u0016\u0003\u0001 dit is TLS\r\n\r\n'), 400, 'TLS')
  const verwacht = await stuur(verzoek('GET', '/pagina/x', 'Expect: koffie\r\n'))
  assert.deepEqual([verwacht.status, verwacht.body], [200, 'goed'])
})
