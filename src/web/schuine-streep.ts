/** One address per page: with or without a slash at its end, people come to the same place. */
import type { FastifyInstance } from 'fastify'
import { openbaar } from '../platform/http/index.ts'
import { inTaal, routes, talen } from './routes.ts'

/** Each address of a page, and its parts; `:zaak` for what differs. */
const paginas = Object.values(routes)
  .filter(({ methode }) => methode === 'GET')
  .flatMap(({ pad }) => talen.map((taal) => inTaal(taal, pad)))
  .map((eigen) => ({ eigen, delen: eigen.split('/') }))

/** Those that another page takes for its own when a slash follows: `/rechten/` is `/rechten/:regeling` about nothing. */
const overlapt = paginas.filter(
  ({ eigen, delen }) =>
    !eigen.endsWith('/') &&
    paginas.some(
      (ander) =>
        ander.delen.length === delen.length + 1 &&
        ander.delen.at(-1)?.startsWith(':') &&
        delen.every(
          (deel, i) => deel === ander.delen[i] || deel.startsWith(':') || ander.delen[i]?.startsWith(':'),
        ),
    ),
)

/**
 * `/rechten/` goes to `/rechten`, and `/en` to `/en/`. Only addresses of pages: a form and /api get none. One look at
 * whatever has no route, because a second route for each page would be half of all that there are.
 */
export function registreerSchuineStrepen(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    if (!request.is404 || (request.method !== 'GET' && request.method !== 'HEAD')) return
    const ander = andereStreep(request.url)
    if (isPagina(new URL(ander, 'http://x').pathname)) return reply.redirect(ander, 308)
  })
  for (const { eigen } of overlapt)
    app.get(`${eigen}/`, { config: { toegang: openbaar } }, (request, reply) =>
      reply.redirect(andereStreep(request.url), 308),
    )
}

function isPagina(pad: string): boolean {
  const gevraagd = pad.split('/')
  return paginas.some(
    ({ delen }) =>
      delen.length === gevraagd.length &&
      delen.every((deel, i) => deel === gevraagd[i] || (deel.startsWith(':') && gevraagd[i] !== '')),
  )
}

/** The same address with the other ending, always on this website. */
export function andereStreep(gevraagd: string): string {
  const { pathname, search } = new URL(gevraagd, 'http://x')
  // Reading takes `..` away and turns `\\` into `/`; two slashes at the front would name another host.
  const pad = pathname.replace(/^\/+/, '/')
  return `${pad.endsWith('/') && pad !== '/' ? pad.slice(0, -1) : `${pad}/`}${search}`.replace(/^\/+/, '/')
}
