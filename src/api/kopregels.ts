/** Headers on every answer of the interface, NLGov REST API Design Rules: version, security, and who may read it from elsewhere. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Foutantwoord } from '../platform/http/index.ts'
import { apiProbleemVan, probleemVan } from './problemen.ts'
import { API_VERSIE } from './versie.ts'

/** /core/transport/security-headers. HSTS comes from the HTTP kernel, when people reach us by https. */
const VAST: Readonly<Record<string, string>> = {
  'API-Version': API_VERSIE,
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
}
export const probleemType = 'application/problem+json; charset=utf-8'
const VOORVRAAG_GELDT_S = 600

/** Before anything else happens, so that a refusal carries them too. */
export function zetKopregels(
  request: FastifyRequest,
  reply: FastifyReply,
  herkomsten: readonly string[],
): void {
  reply.headers(VAST)
  if (request.routeOptions.config.isOpenbaar === true) {
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin')
    return
  }
  if (herkomsten.length === 0) return
  reply.header('vary', 'Origin')
  const { origin } = request.headers
  if (origin === undefined || !herkomsten.includes(origin)) return
  reply.header('access-control-allow-origin', origin).header('access-control-expose-headers', 'API-Version')
}

/** For the kernel: a fault at one of our addresses for which no route ran looks like every other fault of ours. */
export const apiFoutantwoord: Foutantwoord = (fout, pad, requestId) => {
  if (!/^\/api(\/|\?|$)/.test(pad)) return undefined
  return {
    headers: { ...VAST, 'content-type': probleemType },
    body: JSON.stringify(probleemVan(apiProbleemVan(fout), requestId)),
  }
}

/** The question a browser asks before a POST from another website. No for whoever is not named. */
export function beantwoordVoorvraag(
  request: FastifyRequest,
  reply: FastifyReply,
  herkomsten: readonly string[],
  methoden: readonly string[],
): boolean {
  const { origin } = request.headers
  if (origin === undefined || !herkomsten.includes(origin)) return false
  if (request.headers['access-control-request-method'] === undefined) return false
  reply
    .status(204)
    .header('access-control-allow-methods', methoden.join(', '))
    .header('access-control-allow-headers', 'content-type')
    .header('access-control-max-age', VOORVRAAG_GELDT_S)
    .send()
  return true
}
