import { stringify } from 'yaml'
import { z } from 'zod'
import { isOngewijzigd, maakEtag } from '../etag.ts'
import { ZgwFout } from '../fout.ts'
import type { ZgwAntwoord, ZgwVerzoek } from './bericht.ts'
import type { Adressen } from './context.ts'
import { methodenVan, schrijfrouteVoor } from './doel.ts'
import { acties } from './schrijven/routes.ts'
import { apiVersies, type Onderdeel } from './verzameling.ts'
import { isSoort, type Soort, verzamelingen, verzamelingVan } from './verzamelingen.ts'

const namen: Readonly<Record<Onderdeel, string>> = {
  zrc: 'Zaken API',
  ztc: 'Catalogi API',
  drc: 'Documenten API',
  brc: 'Besluiten API',
  ac: 'Autorisaties API',
}

export const isBeschrijving = (delen: readonly string[]): boolean => delen.join('/') === 'schema/openapi.yaml'

/** For everybody: what can be asked is no secret, and a client reads it before it has a token. */
export function geefBeschrijving(adressen: Adressen, component: Onderdeel, verzoek: ZgwVerzoek): ZgwAntwoord {
  const bestaand = gemaakt.get(adressen) ?? new Map<Onderdeel, string>()
  gemaakt.set(adressen, bestaand)
  const tekst = bestaand.get(component) ?? alsTekst(beschrijf(adressen, component))
  bestaand.set(component, tekst)
  return geefTekst(tekst, verzoek)
}

/** Made once for each register: it is the same for everybody, and everybody may ask. */
const gemaakt = new WeakMap<Adressen, Map<Onderdeel, string>>()

export const alsTekst = (beschrijving: object): string =>
  stringify(beschrijving, { aliasDuplicateObjects: false })

export function geefTekst(lichaam: string, verzoek: ZgwVerzoek): ZgwAntwoord {
  if (!/^(GET|HEAD)$/.test(verzoek.methode)) {
    throw new ZgwFout(405, 'method_not_allowed', 'Hier kan: GET, HEAD.', { koppen: { allow: 'GET, HEAD' } })
  }
  const etag = maakEtag(lichaam)
  if (isOngewijzigd(verzoek.koppen['if-none-match'], etag))
    return { status: 304, koppen: { etag }, lichaam: '' }
  return {
    status: 200,
    koppen: { 'content-type': 'application/yaml', etag },
    lichaam: verzoek.methode === 'HEAD' ? '' : lichaam,
  }
}

/** Made of the table and the routes, so that it says what is answered here and nothing else. */
export function beschrijf(adressen: Adressen, component: Onderdeel) {
  // The keys of the table are its kinds.
  const soorten = (Object.keys(verzamelingen) as Soort[]).filter((soort) => {
    const verzameling = verzamelingVan(soort)
    return verzameling.component === component && verzameling.isIntern !== true
  })
  const kop = { title: namen[component], version: apiVersies[component], server: adressen.basis(component) }
  return omslag(kop, Object.fromEntries(soorten.flatMap((soort) => padenVan(component, soort))))
}

/** The same for notifications, which are no rows of the table. */
export function beschrijfNotificaties(
  server: string,
  routes: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>,
) {
  const paden = Object.entries(routes).map(([pad, methoden]) => [
    `/${pad.replace('*', '{uuid}')}`,
    Object.fromEntries(
      Object.entries(methoden).map(([methode, scopes]) => [
        methode.toLowerCase(),
        {
          operationId: `${pad.replace('/*', '')}_${methode.toLowerCase()}${pad.endsWith('*') ? '' : '_list'}`,
          security: [{ 'JWT-Claims': [...scopes] }],
          parameters: pad.endsWith('*')
            ? [{ name: 'uuid', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }]
            : pad === 'kanaal' && methode === 'GET'
              ? [vraag('naam')]
              : [],
          ...(/^P/.test(methode) ? { requestBody: json({ type: 'object' }) } : {}),
          responses: { '2XX': { description: 'OK' }, '4XX': fout },
        },
      ]),
    ),
  ])
  return omslag({ title: 'Notificaties API', version: '1.0.0', server }, Object.fromEntries(paden))
}

const fout = {
  description: 'Fout',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Fout' } } },
}

interface Kop {
  readonly title: string
  readonly version: string
  readonly server: string
}

function omslag({ server, ...kop }: Kop, paths: object) {
  return {
    openapi: '3.0.3',
    info: {
      ...kop,
      description:
        'What this register answers, made of its own table. The standard itself is published by VNG Realisatie.',
      license: { name: 'EUPL-1.2', url: 'https://opensource.org/licenses/EUPL-1.2' },
    },
    servers: [{ url: server }],
    paths,
    components: {
      securitySchemes: { 'JWT-Claims': { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
      schemas: { Fout: foutvorm, Rij: rijvorm },
    },
  }
}

const foutvorm = {
  type: 'object',
  required: ['code', 'title', 'status', 'detail', 'instance'],
  properties: {
    code: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    instance: { type: 'string', format: 'uri' },
    invalidParams: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'code', 'reason'],
        properties: { name: { type: 'string' }, code: { type: 'string' }, reason: { type: 'string' } },
      },
    },
  },
}
const rijvorm = {
  type: 'object',
  additionalProperties: true,
  properties: { url: { type: 'string', format: 'uri' } },
}

function padenVan(component: Onderdeel, soort: Soort): [string, object][] {
  const { pad, isOnleesbaar, ouder } = verzamelingVan(soort)
  const ouders =
    ouder !== undefined && isSoort(ouder.soort) ? [`${verzamelingVan(ouder.soort).resource}_uuid`] : []
  const lijst = `/${pad.replace('*', `{${ouders.join()}}`)}`
  const een = (uuid: boolean, actie?: string) => {
    const doel = {
      component,
      soort,
      ...(uuid ? { uuid: '' } : {}),
      ...(actie === undefined ? {} : { actie }),
    }
    const inPad = uuid ? [...ouders, 'uuid'] : ouders
    const methoden = methodenVan(doel).map((methode) => [
      methode.toLowerCase(),
      operatie(soort, { methode, inPad, actie, route: schrijfrouteVoor(doel, methode) }),
    ])
    return Object.fromEntries(methoden)
  }
  const eigen = Object.entries(acties[soort] ?? {}).map(([naam, { opEen }]): [string, object] => [
    opEen ? `${lijst}/{uuid}/${naam}` : `${lijst}/${naam}`,
    een(opEen, naam),
  ])
  const lijsten: [string, object][] = isOnleesbaar === true ? [] : [[lijst, een(false)]]
  return [...lijsten, [`${lijst}/{uuid}`, een(true)], ...eigen]
}

interface Operatie {
  readonly methode: string
  readonly inPad: readonly string[]
  readonly actie: string | undefined
  readonly route: ReturnType<typeof schrijfrouteVoor>
}

function operatie(soort: Soort, { methode, inPad, actie, route }: Operatie) {
  const { leesScopes, resource, isGepagineerd } = verzamelingVan(soort)
  const isLijst = methode === 'GET' && !inPad.includes('uuid') && actie === undefined
  const leeg = methode === 'DELETE' || methode === 'HEAD' || actie === 'unlock'
  const status =
    methode === 'POST' && actie === undefined ? 201 : methode === 'DELETE' || actie === 'unlock' ? 204 : 200
  const soortInhoud = actie === 'download' ? 'application/octet-stream' : 'application/json'
  return {
    operationId: [resource, actie, methode.toLowerCase(), isLijst ? 'list' : ''].filter(Boolean).join('_'),
    security: [{ 'JWT-Claims': [...(route?.scopes ?? leesScopes)] }],
    parameters: [
      ...inPad.map((name) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string', format: 'uuid' },
      })),
      ...(isLijst || actie === '_zoek' ? vragen(soort, actie !== undefined) : []),
      ...(methode === 'GET' && !isLijst && actie === undefined ? detailvragen(soort) : []),
    ],
    ...lichaamVan(route, actie),
    responses: {
      [status]: {
        description: 'OK',
        headers: { 'API-version': { schema: { type: 'string' } } },
        ...(leeg
          ? {}
          : {
              content: {
                [soortInhoud]: { schema: vorm(isLijst || actie === '_zoek', isGepagineerd, actie) },
              },
            }),
      },
      '4XX': fout,
    },
  }
}

const verwijs = (naam: string) => ({ $ref: `#/components/schemas/${naam}` })
const vraag = (name: string, type = 'string') => ({ name, in: 'query', required: false, schema: { type } })

function vragen(soort: Soort, isZoek: boolean) {
  const { filters, isGepagineerd, ordening, kanUitvouwen } = verzamelingVan(soort)
  const pagina = isGepagineerd ? [vraag('page', 'integer')] : []
  if (isZoek) return pagina
  const orde = ordening === undefined ? [] : [vraag('ordering')]
  const uit = kanUitvouwen === true ? [vraag('expand')] : []
  return [...filters.map(({ naam }) => vraag(naam)), ...orde, ...uit, ...pagina]
}

const detailvragen = (soort: Soort) => (verzamelingVan(soort).detailvragen ?? []).map((naam) => vraag(naam))

function vorm(isLijst: boolean, isGepagineerd: boolean, actie: string | undefined) {
  if (actie === 'download') return { type: 'string', format: 'binary' }
  if (!isLijst) return verwijs('Rij')
  const rijen = { type: 'array', items: verwijs('Rij') }
  if (!isGepagineerd) return rijen
  const adres = { type: 'string', format: 'uri', nullable: true }
  return {
    type: 'object',
    required: ['count', 'results'],
    properties: { count: { type: 'integer' }, next: adres, previous: adres, results: rijen },
  }
}

function lichaamVan(route: Operatie['route'], actie: string | undefined) {
  if (actie === '_zoek') return { requestBody: json({ type: 'object', additionalProperties: true }) }
  if (route?.invoer === undefined || route.lichaam === 'geen') return {}
  if (route.lichaam === 'formulier') {
    const velden = { inhoud: { type: 'string', format: 'binary' }, lock: { type: 'string' } }
    const schema = { type: 'object', required: ['inhoud', 'lock'], properties: velden }
    return { requestBody: { content: { 'multipart/form-data': { schema } } } }
  }
  const schema = z.toJSONSchema(route.invoer, {
    target: 'openapi-3.0',
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema }) => {
      // 3.0 has no content encoding; base64 is `byte` there.
      if (jsonSchema.contentEncoding === undefined) return
      delete jsonSchema.contentEncoding
      jsonSchema.format = 'byte'
    },
  })
  return { requestBody: json(schema) }
}

const json = (schema: object) => ({ content: { 'application/json': { schema } } })
