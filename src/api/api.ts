/** The interface under /api as a Fastify plugin: routes from the table, faults as problems, headers on every answer. */
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteOptions } from 'fastify'
import { z } from 'zod'
import { openbaar, type Toegangsregel } from '../platform/http/index.ts'
import { type Log, PlatformError } from '../platform/index.ts'
import { berekeningRoutes } from './berekeningen.ts'
import { component, tekst } from './componenten.ts'
import { gebeurtenisRoutes } from './gebeurtenisberichten.ts'
import { type GelezenJson, leesJson } from './json-lezen.ts'
import { beantwoordVoorvraag, probleemType, zetKopregels } from './kopregels.ts'
import { levensloopRoutes } from './levensloopberichten.ts'
import { lijnpubliekRoutes } from './lijnpubliek.ts'
import { lijnteamRoutes } from './lijnteams.ts'
import { type Contact, maakDocument } from './openapi.ts'
import { overzichtRoutes } from './overzichten.ts'
import { leesQuery } from './parameters.ts'
import { portaalRoutes } from './portaal.ts'
import { postwegRoutes } from './postwegen.ts'
import { ApiProbleem, apiProbleemVan, probleemVan, statusVan } from './problemen.ts'
import { regelingRoutes } from './regelingen.ts'
import type { ApiBronnen, Route } from './route.ts'
import { API_BASIS } from './versie.ts'

/** A full household is about 20 kB. */
const MAX_INHOUD_BYTES = 1024 * 1024
/** The response of an operation that read no body. */
const GEEN_INHOUD: Ingekomen = { json: leesJson(''), bytes: Buffer.alloc(0) }

interface Ingekomen {
  readonly json: GelezenJson
  readonly bytes: Buffer
}

export interface ApiOpties extends ApiBronnen {
  readonly log: Log
  /** How people reach us; its host stands in the document. */
  readonly url?: URL | undefined
  /** Where we listen: stands in the document when there is no `url`. 3000 unless named. */
  readonly poort?: number
  readonly contact?: Contact
  /** Websites that may call us from a browser, as `https://host`. None unless named. */
  readonly herkomsten?: readonly string[]
}

const CONTACT: Contact = {
  name: 'Beheer van Voordeur',
  email: 'beheer@voordeur.example',
  url: 'https://voordeur.example/contact',
}

/** `app.register(api, opties)`: everything under /api, also what is not there. */
export async function api(app: FastifyInstance, opties: ApiOpties): Promise<void> {
  const routes = alleRoutes(opties)
  await app.register(
    async (scope) => {
      scope.addHook('onRequest', async (request, reply) =>
        zetKopregels(request, reply, opties.herkomsten ?? []),
      )
      scope.setErrorHandler((fout, request, reply) => {
        const probleem = apiProbleemVan(fout)
        if (statusVan(probleem.soort) >= 500) opties.log.fout('fout in de API', { verzoek: request.id, fout })
        // Again: a refusal by the kernel comes before our own hook.
        zetKopregels(request, reply, opties.herkomsten ?? [])
        if (fout instanceof PlatformError && fout.wachtSeconden !== undefined)
          reply.header('retry-after', fout.wachtSeconden)
        return stuurProbleem(probleem, request, reply)
      })
      scope.setNotFoundHandler((request, reply) => nietGevonden(routes, request, reply, opties))
      scope.removeAllContentTypeParsers()
      scope.addContentTypeParser(
        ['application/json', ...andereSoorten(routes)],
        { parseAs: 'buffer', bodyLimit: MAX_INHOUD_BYTES },
        async (_request: FastifyRequest, bytes: Buffer): Promise<Ingekomen> => ({
          json: leesJson(bytes),
          bytes,
        }),
      )
      for (const route of routes) scope.route(fastifyRoute(route, opties))
    },
    { prefix: '/api' },
  )
}

function alleRoutes(opties: ApiOpties): readonly Route[] {
  const routes: Route[] = [
    ...berekeningRoutes,
    ...regelingRoutes,
    ...overzichtRoutes,
    ...postwegRoutes,
    ...gebeurtenisRoutes,
    ...levensloopRoutes,
    ...portaalRoutes,
    ...lijnteamRoutes,
    ...lijnpubliekRoutes,
  ]
  const documenten = new WeakMap<object, object>()
  routes.push({
    methode: 'GET',
    pad: '/openapi.json',
    naam: 'toonOpenApi',
    tag: 'openapi',
    samenvatting: 'Toon deze beschrijving',
    beschrijving: 'De beschrijving van deze API in OpenAPI 3.0. Elke website mag haar lezen.',
    antwoord: { schema: OPENAPI, beschrijving: 'Het OpenAPI-document.' },
    isOpenbaar: true,
    handler: (_verzoek, bronnen) => {
      const corpus = bronnen.corpus()
      const document =
        documenten.get(corpus) ??
        maakDocument(routes, bronnen, {
          host: opties.url?.host ?? `localhost:${opties.poort ?? 3000}`,
          contact: opties.contact ?? CONTACT,
        })
      documenten.set(corpus, document)
      return document
    },
  })
  return routes
}

const OPENAPI = component(
  'OpenApi',
  z.record(tekst, z.unknown()).meta({ description: 'Een OpenAPI-document.' }),
)

function andereSoorten(routes: readonly Route[]): readonly string[] {
  return [...new Set(routes.flatMap(({ inhoud }) => Object.keys(inhoud?.soorten ?? {})))]
}

/** A key is asked for before anything that was sent is read. */
function toegangVan(
  { isMetSleutel, kentSleutel = kentAfzender, sleuteluitleg }: Route,
  bronnen: ApiBronnen,
): Toegangsregel {
  if (isMetSleutel !== true) return openbaar
  return {
    naam: 'sleutel',
    laatDoor: async ({ headers }) => {
      if (!(await kentSleutel(bronnen, headers.authorization)))
        throw new ApiProbleem('niet-ingelogd', [], sleuteluitleg)
      return true
    },
  }
}

function kentAfzender({ deur }: ApiBronnen, authorization: string | undefined): boolean {
  return deur?.afzender(authorization) !== undefined
}

/** What one route reads, another does not. */
function eisSoort({ inhoud, methode }: Route, request: FastifyRequest): void {
  const soort = (request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (methode !== 'POST' || soort === '' || soort === 'application/json') return
  if (!Object.hasOwn(inhoud?.soorten ?? {}, soort)) throw new ApiProbleem('soort-onbekend')
}

function fastifyRoute(route: Route, bronnen: ApiBronnen): RouteOptions {
  return {
    method: route.methode,
    url: `${API_BASIS.replace('/api', '')}${route.pad.replace(/\{(\w+)\}/g, ':$1')}`,
    config: { toegang: toegangVan(route, bronnen), isOpenbaar: route.isOpenbaar ?? false },
    handler: async (request, reply) => {
      eisSoort(route, request)
      const { waarden, fouten } = leesQuery(request.query as Record<string, unknown>, route.query ?? {})
      if (fouten.length > 0) throw new ApiProbleem('verzoek-ongeldig', fouten)
      const inhoud = (request.body as Ingekomen | undefined) ?? GEEN_INHOUD // made by our only content type parser
      const antwoord = await route.handler(
        {
          query: waarden,
          pad: request.params as Record<string, string>,
          ...inhoud,
          koppen: koppenVan(request),
        },
        bronnen,
      )
      return reply
        .status(route.antwoord.status ?? 200)
        .type('application/json; charset=utf-8')
        .send(JSON.stringify(antwoord))
    },
  }
}

/** One value each: of what was sent twice Node keeps the first, or joins them. */
function koppenVan({ headers }: FastifyRequest): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(headers).map(([naam, waarde]) => [
      naam,
      Array.isArray(waarde) ? waarde.join(', ') : waarde,
    ]),
  )
}

function nietGevonden(
  routes: readonly Route[],
  request: FastifyRequest,
  reply: FastifyReply,
  { herkomsten = [] }: ApiOpties,
): FastifyReply {
  const pad = new URL(request.url, 'http://x').pathname
  const methoden = routes
    .filter((r) => past(r.pad, pad))
    .flatMap((r) => (r.methode === 'GET' ? ['GET', 'HEAD'] : [r.methode]))
  if (methoden.length === 0) return stuurProbleem(new ApiProbleem('niet-gevonden'), request, reply)
  // RFC 9110 §15.5.6: a 405 names the methods that do exist.
  reply.header('allow', methoden.join(', '))
  if (request.method === 'OPTIONS' && beantwoordVoorvraag(request, reply, herkomsten, methoden)) return reply
  return stuurProbleem(new ApiProbleem('methode-onbekend'), request, reply)
}

function past(sjabloon: string, pad: string): boolean {
  const delen = `${API_BASIS}${sjabloon}`.split('/')
  const gegeven = pad.split('/')
  return (
    delen.length === gegeven.length &&
    delen.every((deel, i) => (deel.startsWith('{') ? gegeven[i] !== '' : deel === gegeven[i]))
  )
}

function stuurProbleem(probleem: ApiProbleem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const inhoud = probleemVan(probleem, request.id)
  if (inhoud.status === 401) reply.header('www-authenticate', 'Bearer')
  return reply.status(inhoud.status).type(probleemType).send(JSON.stringify(inhoud))
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Readable from any website. */
    isOpenbaar?: boolean
  }
}
