/**
 * NLGov REST API Design Rules (https://gitdocumentatie.logius.nl/publicatie/api/adr/) as data, held against the
 * document that we publish and against the answers that we give. Editions 2.0 to 2.2 and the working version:
 * where they differ, the strictest. Each rule about the document also shows that it notices a violation.
 */

import assert from 'node:assert/strict'
import { isSchema, type Schema } from './openapi-schema.ts'

export interface Regel {
  readonly regel: string
  readonly zegt: string
  readonly fouten: (document: Schema) => readonly string[]
  /** Makes a good document bad; the rule must then find a fault. */
  readonly breek: (document: Schema) => void
}

export interface Operatie {
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

export function object(waarde: unknown, ...stappen: readonly string[]): Schema {
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

// No collection, and not ours to name: MijnTaken 0.1.0 does.
const padVanMijntaken = '/context/zoek'

export const regels: readonly Regel[] = [
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
    zegt: 'a collection has a plural name (all of ours end in -en or -teams)',
    fouten: (d) =>
      Object.keys(object(d, 'paths')).filter(
        (pad) => pad !== padVanMijntaken && !/^\/([a-z-]+(?:en|teams)(\/|$)|openapi\.json$)/.test(pad),
      ),
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
