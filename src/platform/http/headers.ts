import type { FastifyInstance } from 'fastify'

/**
 * Only what we serve ourselves, and nothing inside the page: no inline script, no inline style.
 * `form-action 'self'` also stops a planted form from sending answers elsewhere.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "base-uri 'none'",
  "connect-src 'self'",
  "font-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "img-src 'self' data:",
  "manifest-src 'self'",
  "object-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
].join('; ')

const zonderAlles = 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
/** For this page alone, and for nothing that it would show of others. */
const metMicrofoon = zonderAlles.replace('microphone=()', 'microphone=(self)')

const vasteHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': zonderAlles,
  // Not `no-referrer`: browsers then send `Origin: null` with our own forms, and we check that header.
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Pages show answers about a household: no copy may stay behind in a shared browser. Assets say otherwise.
  'cache-control': 'no-store',
}

export interface Koppen {
  /** HSTS only when people reach us by https. */
  readonly isHttps: boolean
}

export function beveiligingsheaders({ isHttps }: Koppen): Readonly<Record<string, string>> {
  return isHttps
    ? { ...vasteHeaders, 'strict-transport-security': 'max-age=31536000; includeSubDomains' }
    : vasteHeaders
}

/** Sets them on every answer of a route, unless the route chose its own. Answers without a route: zonder-route.ts. */
export function addBeveiligingsheaders(app: FastifyInstance, koppen: Koppen): void {
  const lijst = Object.entries(beveiligingsheaders(koppen))
  app.addHook('onSend', async (request, reply) => {
    if (request.routeOptions.config.metMicrofoon === true) reply.header('permissions-policy', metMicrofoon)
    for (const [naam, waarde] of lijst) if (!reply.hasHeader(naam)) reply.header(naam, waarde)
  })
}
