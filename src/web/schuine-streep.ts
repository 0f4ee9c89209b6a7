/** One address per page: with or without a slash at its end, people come to the same place. */
import type { FastifyInstance } from 'fastify'
import { openbaar } from '../platform/http/index.ts'
import { inTaal, routes, talen } from './routes.ts'

/** `/rechten/` goes to `/rechten`, and `/en` to `/en/`. Only addresses of pages: a form and /api get none. */
export function registreerSchuineStrepen(app: FastifyInstance): void {
  for (const { methode, pad } of Object.values(routes)) {
    if (methode !== 'GET') continue
    for (const taal of talen) {
      const eigen = inTaal(taal, pad)
      if (eigen === '/') continue
      const ander = eigen.endsWith('/') ? eigen.slice(0, -1) : `${eigen}/`
      app.get(ander, { config: { toegang: openbaar } }, (request, reply) =>
        reply.redirect(andereStreep(request.url), 308),
      )
    }
  }
}

/** The same address with the other ending, always on this website. */
export function andereStreep(gevraagd: string): string {
  const { pathname, search } = new URL(gevraagd, 'http://x')
  // Reading takes `..` away and turns `\\` into `/`; two slashes at the front would name another host.
  const pad = pathname.replace(/^\/+/, '/')
  return `${pad.endsWith('/') && pad !== '/' ? pad.slice(0, -1) : `${pad}/`}${search}`.replace(/^\/+/, '/')
}
