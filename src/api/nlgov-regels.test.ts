import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import type { FastifyInstance } from 'fastify'
import { proefcorpus } from '../corpus/proefcorpus.ts'
import { createKern } from '../platform/http/index.ts'
import { stilLog } from '../platform/index.ts'
import { API_VERSIE, api } from './index.ts'
import { object, regels } from './nlgov-regels.ts'

const geladen = proefcorpus()

function nieuweKern(url?: URL, poort?: number): FastifyInstance {
  const { engine, gebeurtenissen, organisaties } = geladen
  const kern = createKern({ log: stilLog, url })
  const nu = (): Date => new Date('2026-03-01T12:00:00Z')
  kern.register(api, {
    log: stilLog,
    url,
    ...(poort !== undefined && { poort }),
    corpus: () => engine,
    gebeurtenissen: () => gebeurtenissen,
    organisaties: () => organisaties,
    nu,
  })
  return kern
}

describe('NLGov REST API Design Rules', () => {
  let app: FastifyInstance
  let tekst: string
  before(async () => {
    app = nieuweKern()
    tekst = (await app.inject('/api/v1/openapi.json')).body
  })

  it('the document is valid against the OpenAPI schema, and every reference leads somewhere', async () => {
    const uit = await new Validator().validate(JSON.parse(tekst))
    assert.deepEqual(uit.errors ?? [], [])
    assert.equal(uit.valid, true)
    for (const [, ref = ''] of tekst.matchAll(/"\$ref":"#\/([^"]+)"/g))
      object(JSON.parse(tekst), ...ref.split('/'))
  })

  it('the server in the document is where people reach us: VOORDEUR_URL, else the port we listen on', async () => {
    const host = async (kern: FastifyInstance) =>
      (await kern.inject('/api/v1/openapi.json')).json().servers[0].variables.host.default
    assert.equal(await host(nieuweKern(undefined, 3456)), 'localhost:3456')
    assert.equal(await host(nieuweKern(new URL('https://voordeur.test'), 3456)), 'voordeur.test')
  })

  for (const { regel, zegt, fouten, breek } of regels) {
    it(`${regel}: ${zegt}`, () => {
      assert.deepEqual(fouten(JSON.parse(tekst)), [])
      const stuk = JSON.parse(tekst)
      breek(stuk)
      assert.notDeepEqual(fouten(stuk), [], 'the rule does not notice a violation')
    })
  }

  it('/core/no-trailing-slash: a slash at the end is another address, that is not there', async () => {
    for (const pad of ['/regelingen/', '/feiten/', '/berekeningen/', '/']) {
      const { statusCode, headers } = await app.inject(`/api/v1${pad}`)
      assert.equal(statusCode, 404, pad)
      assert.equal(headers.location, undefined)
    }
  })

  it('/core/version-header and /core/transport/security-headers: on every answer, faults too', async () => {
    const https = nieuweKern(new URL('https://voordeur.test'))
    const verzoeken = [
      { url: '/api/v1/feiten' },
      { url: '/api/v1/openapi.json' },
      { url: '/api/v1/regelingen?datum=nooit' },
      { url: '/api/v1/nergens' },
      { url: '/api/v2/feiten' },
      { url: '/api' },
      { url: '/api/v1/berekeningen' },
      {
        url: '/api/v1/berekeningen',
        method: 'POST',
        payload: '{',
        headers: { 'content-type': 'application/json' },
      },
      { url: '/api/v1/berekeningen', method: 'POST', payload: 'x', headers: { 'content-type': 'text/xml' } },
      {
        url: '/api/v1/berekeningen',
        method: 'POST',
        payload: `"${'x'.repeat(1024 * 1024)}"`,
        headers: { 'content-type': 'application/json' },
      },
    ] as const
    for (const verzoek of verzoeken) {
      const { headers } = await https.inject(verzoek)
      const naam = JSON.stringify(verzoek).slice(0, 80)
      assert.equal(headers['api-version'], API_VERSIE, naam)
      assert.equal(headers['cache-control'], 'no-store', naam)
      assert.match(String(headers['content-security-policy']), /frame-ancestors 'none'/, naam)
      assert.equal(headers['x-content-type-options'], 'nosniff', naam)
      assert.equal(headers['x-frame-options'], 'DENY', naam)
      assert.match(String(headers['strict-transport-security']), /max-age=\d{8}/, naam)
      assert.match(String(headers['content-type']), /^application\/(problem\+)?json/, naam)
    }
    assert.equal((await app.inject('/api/v1/feiten')).headers['strict-transport-security'], undefined)
  })

  it('/core/transport/cors: closed, but for the document and for websites that were named', async () => {
    const { engine } = geladen
    const kern = createKern({ log: stilLog })
    kern.register(api, {
      log: stilLog,
      corpus: () => engine,
      gebeurtenissen: () => new Map(),
      organisaties: () => new Map(),
      nu: () => new Date(0),
      herkomsten: ['https://bekend.test'],
    })
    const van = (origin: string, extra: Record<string, string> = {}) => ({ headers: { origin, ...extra } })
    const voorvraag = {
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    }
    const mag = async (verzoek: object) => (await kern.inject(verzoek)).headers['access-control-allow-origin']
    assert.equal(await mag({ url: '/api/v1/openapi.json', ...van('https://elders.test') }), '*')
    assert.equal(await mag({ url: '/api/v1/gebieden', ...van('https://elders.test') }), undefined)
    assert.equal(await mag({ url: '/api/v1/gebieden', ...van('https://bekend.test') }), 'https://bekend.test')
    const goed = await kern.inject({
      method: 'OPTIONS',
      url: '/api/v1/berekeningen',
      ...van('https://bekend.test', voorvraag),
    })
    assert.equal(goed.statusCode, 204)
    assert.equal(goed.headers['access-control-allow-methods'], 'POST')
    assert.equal(goed.headers['access-control-allow-headers'], 'content-type')
    const fout = await kern.inject({
      method: 'OPTIONS',
      url: '/api/v1/berekeningen',
      ...van('https://elders.test', voorvraag),
    })
    assert.equal(fout.statusCode, 405)
    assert.equal(fout.headers['access-control-allow-origin'], undefined)
    assert.equal(await mag({ url: '/api/v1/gebieden', ...van('null') }), undefined)
  })
})
