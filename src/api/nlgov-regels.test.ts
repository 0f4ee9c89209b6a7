/**
 * NLGov REST API Design Rules (https://gitdocumentatie.logius.nl/publicatie/api/adr/) as data, held against the
 * document that we publish and against the answers that we give. Editions 2.0 to 2.2 and the working version:
 * where they differ, the strictest. Each rule about the document also shows that it notices a violation.
 */
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { Validator } from '@seriousme/openapi-schema-validator'
import type { FastifyInstance } from 'fastify'
import { loadCorpus } from '../corpus/index.ts'
import { createKern } from '../platform/http/index.ts'
import { stilLog } from '../platform/index.ts'
import { API_VERSIE, api } from './index.ts'
import { isSchema, type Schema } from './openapi-schema.ts'

interface Regel {
  readonly regel: string
  readonly zegt: string
  readonly fouten: (document: Schema) => readonly string[]
  /** Makes a good document bad; the rule must then find a fault. */
  readonly breek: (document: Schema) => void
}

interface Operatie {
  readonly pad: string
  readonly methode: string
  readonly waarde: Schema
}

function kind(waarde: unknown, ...stappen: readonly string[]): unknown {
  return stappen.reduce<unknown>(
    (w, stap) => (isSchema(w) || Array.isArray(w) ? Reflect.get(w, stap) : undefined),
    waarde,
  )
}

function object(waarde: unknown, ...stappen: readonly string[]): Schema {
  const gevonden = kind(waarde, ...stappen)
  assert.ok(isSchema(gevonden), `geen object op ${stappen.join('/')}`)
  return gevonden
}

function operaties(document: Schema): Operatie[] {
  return Object.entries(object(document, 'paths')).flatMap(([pad, methoden]) =>
    Object.entries(object(methoden)).map(([methode, waarde]) => ({ pad, methode, waarde: object(waarde) })),
  )
}

function antwoorden(
  document: Schema,
): { readonly plek: string; readonly status: string; readonly waarde: Schema }[] {
  return operaties(document).flatMap(({ pad, methode, waarde }) =>
    Object.entries(object(waarde, 'responses')).map(([status, a]) => ({
      plek: `${methode} ${pad} ${status}`,
      status,
      waarde: object(a),
    })),
  )
}

function parameters(document: Schema): Schema[] {
  return operaties(document).flatMap(({ waarde }) =>
    Array.isArray(waarde.parameters) ? waarde.parameters.map((p) => object(p)) : [],
  )
}

/** Every schema under `properties`, wherever it stands, with its name. */
function eigenschappen(
  waarde: unknown,
  pad = '',
): { readonly naam: string; readonly plek: string; readonly schema: unknown }[] {
  if (Array.isArray(waarde)) return waarde.flatMap((w, i) => eigenschappen(w, `${pad}/${i}`))
  if (!isSchema(waarde)) return []
  return Object.entries(waarde).flatMap(([sleutel, w]) => {
    const hier =
      sleutel === 'properties' && isSchema(w)
        ? Object.entries(w).map(([naam, schema]) => ({ naam, plek: `${pad}/${naam}`, schema }))
        : []
    return [...hier, ...eigenschappen(w, `${pad}/${sleutel}`)]
  })
}

function volg(document: Schema, schema: unknown): Schema {
  const ref = kind(schema, '$ref')
  return typeof ref === 'string' ? object(document, ...ref.slice(2).split('/')) : object(schema)
}

/** The properties of a schema, those of its parts too. */
function leden(document: Schema, schema: unknown): Schema {
  const echt = volg(document, schema)
  const delen = Array.isArray(echt.allOf) ? echt.allOf : []
  return Object.assign({}, echt.properties, ...delen.map((d: unknown) => leden(document, d)))
}

const KEBAB = /^(\/[a-z0-9]+(-[a-z0-9]+)*|\/\{[a-zA-Z0-9]+\}|\/openapi\.json)+$/
const SEMVER = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[\w.-]+)?(\+[\w.-]+)?$/
// What the law and the published contract call their facts, to the letter (kale_huur): no rule of ours.
const isVanVocabulaire = (plek: string): boolean => plek.includes('/schemas/Huishouden')

const regels: readonly Regel[] = [
  {
    regel: '/core/doc-openapi',
    zegt: 'the document is OpenAPI 3.0',
    fouten: (d) => (/^3\.0\.\d+$/.test(String(d.openapi)) ? [] : ['openapi']),
    breek: (d) => Object.assign(d, { openapi: '2.0' }),
  },
  {
    regel: '/core/doc-openapi-contact',
    zegt: 'a contact has a name, an e-mail address and a URL',
    fouten: (d) =>
      ['name', 'email', 'url'].filter((veld) => typeof kind(d, 'info', 'contact', veld) !== 'string'),
    breek: (d) => delete object(d, 'info', 'contact').email,
  },
  {
    regel: '/core/semver',
    zegt: 'the version is semantic',
    fouten: (d) => (SEMVER.test(String(kind(d, 'info', 'version'))) ? [] : ['info.version']),
    breek: (d) => Object.assign(object(d, 'info'), { version: '1.0' }),
  },
  {
    regel: '/core/uri-version',
    zegt: 'each server has only the major version in its path',
    fouten: (d) => servers(d).filter((url) => !/\/v\d+$/.test(url)),
    breek: (d) => Object.assign(d, { servers: [{ url: 'https://voorbeeld.nl/api' }] }),
  },
  {
    regel: '/core/transport/tls',
    zegt: 'there are servers, and each is https',
    fouten: (d) =>
      servers(d).length === 0 ? ['servers'] : servers(d).filter((url) => !url.startsWith('https://')),
    breek: (d) => Object.assign(d, { servers: [{ url: 'http://voorbeeld.nl/api/v1' }] }),
  },
  {
    regel: '/core/publish-openapi',
    zegt: 'the document itself is a resource, for every website',
    fouten: (d) =>
      kind(
        d,
        'paths',
        '/openapi.json',
        'get',
        'responses',
        '200',
        'headers',
        'access-control-allow-origin',
      ) === undefined
        ? ['/openapi.json']
        : [],
    breek: (d) => delete object(d, 'paths')['/openapi.json'],
  },
  {
    regel: '/core/no-trailing-slash',
    zegt: 'no path ends with a slash',
    fouten: (d) => Object.keys(object(d, 'paths')).filter((pad) => pad.endsWith('/')),
    breek: (d) => Object.assign(object(d, 'paths'), { '/regelingen/': {} }),
  },
  {
    regel: '/core/path-segments-kebab-case',
    zegt: 'paths are kebab-case',
    fouten: (d) => Object.keys(object(d, 'paths')).filter((pad) => !KEBAB.test(pad)),
    breek: (d) => Object.assign(object(d, 'paths'), { '/mijnZaken': {} }),
  },
  {
    regel: '/core/naming-collections',
    zegt: 'a collection has a plural name (all of ours end in -en)',
    fouten: (d) =>
      Object.keys(object(d, 'paths')).filter((pad) => !/^\/([a-z-]+en(\/|$)|openapi\.json$)/.test(pad)),
    breek: (d) => Object.assign(object(d, 'paths'), { '/regeling': {} }),
  },
  {
    regel: '/core/http-methods',
    zegt: 'only get, post, put, patch and delete',
    fouten: (d) =>
      operaties(d)
        .filter(({ methode }) => !/^(get|post|put|patch|delete)$/.test(methode))
        .map(({ pad }) => pad),
    breek: (d) => Object.assign(object(d, 'paths', '/feiten'), { trace: { responses: {} } }),
  },
  {
    regel: '/core/query-keys-camel-case',
    zegt: 'keys of the query are camelCase',
    fouten: (d) =>
      parameters(d)
        .filter((p) => p.in === 'query' && !/^[a-z][a-z\d]*([A-Z][a-z\d]*)*$/.test(String(p.name)))
        .map((p) => String(p.name)),
    breek: (d) => Object.assign(parameters(d).find((p) => p.in === 'query') ?? {}, { name: 'Peil_datum' }),
  },
  {
    regel: '/core/property-casing',
    zegt: 'names of properties are camelCase',
    fouten: (d) =>
      eigenschappen(d.components)
        .filter(({ naam, plek }) => !isVanVocabulaire(plek) && !/^[a-z][a-zA-Z\d]*$/.test(naam))
        .map(({ plek }) => plek),
    breek: (d) => Object.assign(object(d, 'components', 'schemas', 'Gebied', 'properties'), { ligt_in: {} }),
  },
  {
    regel: '/core/version-header',
    zegt: 'every answer has the header API-Version',
    fouten: (d) =>
      antwoorden(d)
        .filter(({ waarde }) => kind(waarde, 'headers', 'API-Version') === undefined)
        .map(({ plek }) => plek),
    breek: (d) => delete antwoorden(d)[0]?.waarde.headers,
  },
  {
    regel: '/core/error-handling/problem-details',
    zegt: 'a fault is application/problem+json with status, title and detail',
    fouten: (d) =>
      antwoorden(d)
        .filter(({ status, waarde }) => {
          if (!/^[45]/.test(status)) return false
          const probleem = kind(waarde, 'content', 'application/problem+json', 'schema')
          return (
            probleem === undefined ||
            ['status', 'title', 'detail'].some((lid) => !(lid in leden(d, probleem)))
          )
        })
        .map(({ plek }) => plek),
    breek: (d) => delete object(d, 'components', 'schemas', 'Probleem', 'properties').detail,
  },
  {
    regel: '/core/error-handling/invalid-input',
    zegt: 'what takes input can answer 400, and never 422',
    fouten: (d) =>
      operaties(d)
        .filter(({ methode, waarde }) => {
          const neemtInvoer = methode !== 'get' || Array.isArray(waarde.parameters)
          return (
            (neemtInvoer && kind(waarde, 'responses', '400') === undefined) ||
            kind(waarde, 'responses', '422') !== undefined
          )
        })
        .map(({ pad }) => pad),
    breek: (d) => delete object(d, 'paths', '/berekeningen', 'post', 'responses')['400'],
  },
  {
    regel: '/core/error-handling/all-errors',
    zegt: 'a 400 has room for every fault: where, which and what',
    fouten: (d) =>
      antwoorden(d)
        .filter(({ status, waarde }) => {
          if (status !== '400') return false
          const errors = leden(d, kind(waarde, 'content', 'application/problem+json', 'schema')).errors
          const een = kind(errors, 'items')
          return een === undefined || ['in', 'code', 'detail'].some((lid) => !(lid in leden(d, een)))
        })
        .map(({ plek }) => plek),
    breek: (d) => delete object(d, 'components', 'schemas', 'Fout', 'properties').detail,
  },
  {
    regel: '/core/date-time/date-omit-time-portion',
    zegt: 'a date has format date, and no local date-time or zoned time exists',
    fouten: (d) =>
      [
        ...eigenschappen(d).filter(
          ({ naam, schema }) =>
            /^(date|datum)$|(\w+D|_[dD])(ate|atum)/.test(naam) && kind(schema, 'format') !== 'date',
        ),
        ...eigenschappen(d).filter(({ schema }) =>
          ['date-time-local', 'time'].includes(String(kind(schema, 'format'))),
        ),
      ].map(({ plek }) => plek),
    breek: (d) => delete object(d, 'components', 'schemas', 'Antwoord', 'properties', 'datum').format,
  },
  {
    regel: 'working version: always-return-objects',
    zegt: 'an answer is an object, so that it can grow',
    fouten: (d) =>
      antwoorden(d)
        .filter(({ status, waarde }) => {
          if (!status.startsWith('2')) return false
          return volg(d, kind(waarde, 'content', 'application/json', 'schema')).type !== 'object'
        })
        .map(({ plek }) => plek),
    breek: (d) => Object.assign(object(d, 'components', 'schemas', 'Gebieden'), { type: 'array' }),
  },
  {
    regel: 'linter: schema-camel-case',
    zegt: 'names of schemas are UpperCamelCase',
    fouten: (d) =>
      Object.keys(object(d, 'components', 'schemas')).filter((naam) => !/^[A-Z][a-zA-Z0-9]*$/.test(naam)),
    breek: (d) => Object.assign(object(d, 'components', 'schemas'), { gebied_lijst: {} }),
  },
  {
    regel: '/core/doc-openapi: clear descriptions',
    zegt: 'each operation has a unique id, a summary, a description and a tag that is explained; each parameter a description and an example',
    fouten: (d) => {
      const tags = new Set((Array.isArray(d.tags) ? d.tags : []).map((t) => kind(t, 'name')))
      const ids = operaties(d).map(({ waarde }) => waarde.operationId)
      const zonderTekst = operaties(d).filter(
        ({ waarde }) => !waarde.summary || !waarde.description || !tags.has(kind(waarde, 'tags', '0')),
      )
      const stil = parameters(d).filter((p) => !p.description || !p.example)
      return [
        ...zonderTekst.map(({ pad }) => pad),
        ...stil.map((p) => String(p.name)),
        ...(new Set(ids).size < ids.length ? ['operationId'] : []),
      ]
    },
    breek: (d) => Object.assign(object(d, 'paths', '/feiten', 'get'), { tags: ['onbekend'] }),
  },
]

function servers(document: Schema): string[] {
  return (Array.isArray(document.servers) ? document.servers : []).map((s) => String(kind(s, 'url')))
}

const geladen = loadCorpus({ mappen: ['corpus'] })

function nieuweKern(url?: URL): FastifyInstance {
  assert.ok(geladen.ok, 'the corpus can be read')
  const { engine, gebeurtenissen } = geladen.corpus
  const kern = createKern({ log: stilLog, url })
  const nu = (): Date => new Date('2026-03-01T12:00:00Z')
  kern.register(api, { log: stilLog, url, corpus: () => engine, gebeurtenissen: () => gebeurtenissen, nu })
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
    assert.ok(geladen.ok)
    const { engine } = geladen.corpus
    const kern = createKern({ log: stilLog })
    kern.register(api, {
      log: stilLog,
      corpus: () => engine,
      gebeurtenissen: () => [],
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
