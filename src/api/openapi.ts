/**
 * The OpenAPI document, made from the route table, the schemas and the vocabulary of the corpus in use.
 *
 * Version 3.0.3 and not 3.1: every edition of the Dutch linter accepts it (that of ADR 2.0 only 3.0).
 */
import { z } from 'zod'
import { vocabulaireAlsJsonSchema } from '../engine/index.ts'
import { huishouden } from './berekeningen.ts'
import { componenten } from './componenten.ts'
import { isSchema, naarOpenApi, type Schema } from './openapi-schema.ts'
import {
  ApiProbleem,
  foutSchema,
  type Probleemsoort,
  probleemSchema,
  probleemVan,
  statusVan,
  titelVan,
} from './problemen.ts'
import type { ApiBronnen, Parameter, Route } from './route.ts'
import { API_BASIS, API_VERSIE } from './versie.ts'

export interface Contact {
  readonly name: string
  readonly email: string
  readonly url: string
}

const TAGS: Readonly<Record<string, string>> = {
  berekeningen: 'Uitrekenen waar een huishouden recht op heeft.',
  feiten: 'De woorden waarin een huishouden wordt beschreven.',
  gebeurtenisberichten: 'Berichten van organisaties dat er iets is gebeurd.',
  gebeurtenissen: 'Gebeurtenissen in een leven, met wat er dan te regelen is.',
  gebieden: 'Plaatsen waar regelingen gelden.',
  levensloopberichten: 'Berichten van bronnen dat er iets in iemands leven gebeurde.',
  lijnteams: 'Teams in de gids van directe lijnen tussen organisaties.',
  openapi: 'De beschrijving van deze API.',
  portalen: 'Voor andere portalen: wat een inwoner daar wil zien.',
  postwegen: 'Digitale wegen die organisaties per soort bericht hebben aangewezen.',
  regelingen: 'Regelingen van land, regio, gemeente en eilanden.',
}

const BESCHRIJVING = `Reken uit waar een huishouden recht op heeft, met uitleg, artikel en bron.

Geld staat in hele centen, datums als JJJJ-MM-DD. Voor rekenen en lezen is geen sleutel of login nodig, en er wordt niets over het huishouden bewaard. Fouten staan in \`application/problem+json\` (RFC 9457), alle fouten van één verzoek tegelijk.`

const ongeldigeInvoer = z.intersection(probleemSchema, z.object({ errors: z.array(foutSchema) }))
componenten.add(ongeldigeInvoer, { id: 'OngeldigeInvoer' })

export function maakDocument(
  routes: readonly Route[],
  bronnen: ApiBronnen,
  { host, contact }: { readonly host: string; readonly contact: Contact },
): Schema {
  const paden: Record<string, Schema> = {}
  for (const route of routes) {
    paden[route.pad] = { ...paden[route.pad], [route.methode.toLowerCase()]: operatie(route, bronnen) }
  }
  return {
    openapi: '3.0.3',
    info: {
      title: 'Voordeur',
      version: API_VERSIE,
      description: BESCHRIJVING,
      contact,
      license: { name: 'EUPL-1.2', url: 'https://eupl.eu/1.2/nl/' },
    },
    servers: [server(host)],
    security: [],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: paden,
    components: {
      securitySchemes: {
        sleutel: {
          type: 'http',
          scheme: 'bearer',
          description:
            'De sleutel die een organisatie van de beheerder van deze installatie krijgt. Een portaal maakt daarmee een JWT (HS256).',
        },
      },
      headers: {
        ApiVersion: {
          description: 'Volledige versie van deze API.',
          schema: { type: 'string', example: API_VERSIE },
        },
      },
      schemas: schemas(bronnen),
    },
  }
}

/** Always https (/core/transport/tls); where nothing stands in front of a development machine, only the host is true. */
function server(host: string): Schema {
  return {
    url: `https://{host}${API_BASIS}`,
    description: 'Deze installatie',
    variables: {
      host: { default: host, description: 'Waar deze installatie staat.' },
    },
  }
}

function operatie(route: Route, bronnen: ApiBronnen): Schema {
  const parameters = [...parametersVan('path', route.padDelen), ...parametersVan('query', route.query)]
  return {
    operationId: route.naam,
    tags: [route.tag],
    summary: route.samenvatting,
    description: route.beschrijving,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(route.isMetSleutel === true ? { security: [{ sleutel: [] }] } : {}),
    ...(route.inhoud === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: verzoekInhoud(route.inhoud, bronnen),
          },
        }),
    responses: {
      [route.antwoord.status ?? 200]: {
        description: route.antwoord.beschrijving,
        headers: kopregels(route),
        content: inhoud('application/json', route.antwoord.schema, route.antwoord.voorbeeld?.(bronnen)),
      },
      ...Object.fromEntries(
        problemenVan(route).map((soort) => [statusVan(soort), probleemAntwoord(soort, route)]),
      ),
    },
  }
}

/** What every operation can answer, a POST more: a test holds that nothing else happens. */
export function problemenVan(route: Route): readonly Probleemsoort[] {
  const bijPost: readonly Probleemsoort[] = route.methode === 'POST' ? ['te-groot', 'soort-onbekend'] : []
  const bijDelen: readonly Probleemsoort[] = route.padDelen === undefined ? [] : ['adres-te-lang']
  return ['verzoek-ongeldig', ...(route.problemen ?? []), ...bijDelen, ...bijPost, 'onverwacht']
}

const VOORBEELDFOUT = {
  in: 'body',
  pointer: '/huishouden/aanvrager/geboortedatum',
  code: 'datum',
  detail: 'Deze datum bestaat niet.',
  gegeven: '2026-02-30',
  verwacht: 'een datum als 1990-05-01',
} as const

function probleemAntwoord(soort: Probleemsoort, route: Route): Schema {
  const schema = soort === 'verzoek-ongeldig' ? ongeldigeInvoer : probleemSchema
  const probleem = new ApiProbleem(soort, soort === 'verzoek-ongeldig' ? [VOORBEELDFOUT] : [])
  const voorbeeld = probleemVan(probleem, '0199d6a8-3f1c-7d7e-9a53-0b7c3f0e5a11')
  return {
    description: titelVan(soort),
    headers: kopregels(route),
    content: inhoud('application/problem+json', schema, voorbeeld),
  }
}

function kopregels({ isOpenbaar = false }: Route): Schema {
  const cors = {
    'access-control-allow-origin': {
      description: 'Elke website mag dit lezen.',
      schema: { type: 'string', example: '*' },
    },
  }
  return { 'API-Version': { $ref: '#/components/headers/ApiVersion' }, ...(isOpenbaar ? cors : {}) }
}

function inhoud(soort: string, schema: z.ZodType, voorbeeld: unknown): Schema {
  return {
    [soort]: { schema: verwijzing(schema), ...(voorbeeld === undefined ? {} : { example: voorbeeld }) },
  }
}

/** JSON, or the kinds that are named; the example is of the first. */
function verzoekInhoud(
  { schema, voorbeeld, soorten }: NonNullable<Route['inhoud']>,
  bronnen: ApiBronnen,
): Schema {
  const alle = Object.entries(soorten ?? { 'application/json': schema })
  return Object.assign(
    {},
    ...alle.map(([soort, vorm], i) => inhoud(soort, vorm, i === 0 ? voorbeeld(bronnen) : undefined)),
  )
}

function verwijzing(schema: z.ZodType): Schema {
  const id = componenten.get(schema)?.id
  if (id === undefined) throw new Error('een schema in een route heeft een naam nodig: component(…)')
  return { $ref: `#/components/schemas/${id}` }
}

function parametersVan(
  waar: 'path' | 'query',
  parameters: Readonly<Record<string, Parameter>> = {},
): Schema[] {
  return Object.entries(parameters).map(([name, { schema, beschrijving, voorbeeld }]) => ({
    name,
    in: waar,
    required: waar === 'path',
    description: beschrijving,
    schema: opgeschoond(z.toJSONSchema(schema, { target: 'openapi-3.0', io: 'input' })),
    example: voorbeeld,
  }))
}

function schemas(bronnen: ApiBronnen): Schema {
  const { schemas: alle } = z.toJSONSchema(componenten, {
    target: 'openapi-3.0',
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
  })
  const uit = Object.fromEntries(Object.entries(alle).map(([id, schema]) => [id, opgeschoond(schema)]))
  return { ...uit, ...vocabulaire(bronnen, verwijzing(huishouden)) }
}

/** The vocabulary of the corpus takes the place of the open object `Huishouden`. */
function vocabulaire(bronnen: ApiBronnen, { $ref }: Schema): Schema {
  const schema = vocabulaireAlsJsonSchema(bronnen.corpus()) as Schema
  const naam = (def: string): string =>
    `Huishouden${def.replace(/(^|[-_])(\w)/g, (_, __, letter: string) => letter.toUpperCase())}`
  const defs = isSchema(schema.$defs) ? schema.$defs : {}
  return {
    [String($ref).replace('#/components/schemas/', '')]: naarOpenApi(schema, naam),
    ...Object.fromEntries(Object.entries(defs).map(([def, s]) => [naam(def), naarOpenApi(s, naam)])),
  }
}

/** Without what says nothing to a reader: our own ids, the pattern beside a date, the bounds of every safe integer. */
function opgeschoond(schema: unknown): Schema {
  return JSON.parse(JSON.stringify(schema), (sleutel, waarde: unknown) => {
    if (sleutel === '$id' || sleutel === '$schema') return undefined
    if (sleutel === 'minimum' && waarde === Number.MIN_SAFE_INTEGER) return undefined
    if (sleutel === 'maximum' && waarde === Number.MAX_SAFE_INTEGER) return undefined
    if (isSchema(waarde) && waarde.format === 'date') {
      const { pattern: _, ...rest } = waarde
      return rest
    }
    return waarde
  }) as Schema
}
