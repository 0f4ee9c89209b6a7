import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { PlatformError } from '../errors.ts'
import { html } from '../html.ts'
import type { Log } from '../log.ts'
import { addFormulieren } from './formulier.ts'
import { addBeveiligingsheaders } from './headers.ts'
import { platformErrorVan, problemType, problemVan } from './problem.ts'
import './toegangsregel.ts'
import { type Foutantwoord, frameworkFout, weigerVerbinding, zonderRoute } from './zonder-route.ts'

/** Named limits. A full household is about 20 kB of JSON. */
const maxVerzoekBytes = 1024 * 1024
const maxVerzoekMs = 30_000

/** What an error page may know. Nothing of it is secret. */
export interface Foutweergave {
  readonly fout: PlatformError
  readonly requestId: string
  readonly pad: string
  /** To find out who asked; nothing of it may be shown. */
  readonly request: FastifyRequest
}

export interface KernOpties {
  readonly log: Log
  readonly url?: URL | undefined
  readonly proxies?: readonly string[]
  /** How `web` shows an error to a person; without it a page of two sentences. */
  readonly foutpagina?: (weergave: Foutweergave) => string | Promise<string>
  /** How `api` answers a fault for which no route ran. */
  readonly foutantwoord?: Foutantwoord
}

/**
 * The HTTP kernel. Register a route as with Fastify itself, with its access rule:
 *
 *     app.get('/gezond', { config: { toegang: openbaar } }, handler)
 *
 * A route without `config.toegang` is not registered: that is a mistake of ours and stops the start.
 * Throw a `PlatformError` to answer with an error; the kernel makes a page or a problem of it.
 */
export function createKern(opties: KernOpties): FastifyInstance {
  const { log, url, proxies = [] } = opties
  const isHttps = isHttpsIn(opties)
  const app = Fastify({
    logger: false,
    genReqId: () => randomUUID(),
    bodyLimit: maxVerzoekBytes,
    requestTimeout: maxVerzoekMs,
    trustProxy: proxies.length > 0 ? [...proxies] : false,
    forceCloseConnections: 'idle',
    // What is sent to `__proto__` is refused, not repaired.
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
    frameworkErrors: (fout, request, reply) => sendFrameworkfout(fout, request, reply, opties),
    clientErrorHandler: (fout, socket) => weigerVerbinding(fout, socket, { ...opties, isHttps }),
    // Node and Fastify answer these two with bare headers; a request without Host is refused below, and while we
    // close the last requests are still served: the database closes after the server.
    http: { requireHostHeader: false },
    return503OnClosing: false,
  })
  // RFC 9110 §10.1.1: an expectation other than 100-continue may be ignored. Node would answer 417 by itself.
  app.server.on('checkExpectation', (verzoek, antwoord) => app.server.emit('request', verzoek, antwoord))

  app.addHook('onRoute', ({ method, url: pad, config }) => {
    if (config?.toegang === undefined) throw new Error(`route zonder toegangsregel: ${String(method)} ${pad}`)
  })
  app.addHook('onRequest', async (request) => {
    if (request.raw.httpVersion === '1.1' && request.headers.host === undefined)
      throw new PlatformError('verzoek-ongeldig', { detail: 'De kopregel Host ontbreekt.' })
    const { toegang } = request.routeOptions.config
    // No rule and yet a handler: only the answer "not found" is such a case.
    if (toegang !== undefined && !(await toegang.laatDoor(request))) throw new PlatformError('geen-toegang')
  })
  app.addHook('onResponse', async (request, reply) => {
    log.info('verzoek', {
      verzoek: request.id,
      methode: request.method,
      // The pattern, not the address: an address could hold something personal.
      route: request.routeOptions.url ?? 'onbekend',
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    })
  })

  sluitStilleVerbindingen(app)
  addBeveiligingsheaders(app, { isHttps })
  addFormulieren(app, { url })
  app.setErrorHandler((fout, request, reply) => sendFout(fout, request, reply, opties))
  app.setNotFoundHandler((request, reply) => sendNietGevonden(app, request, reply, opties))
  return app
}

/**
 * A browser opens connections ahead that it may never use. To Node these are not idle, and once a server closes
 * nothing ends them: without this one open tab would keep us from stopping, for ever.
 */
function sluitStilleVerbindingen(app: FastifyInstance): void {
  const stil = new Set<Socket>()
  let sluit = false
  app.server.on('connection', (socket) => {
    if (sluit) socket.destroy()
    stil.add(socket)
    socket.once('close', () => stil.delete(socket))
  })
  app.server.on('request', ({ socket }) => stil.delete(socket))
  app.addHook('preClose', async () => {
    sluit = true
    for (const socket of stil) socket.destroy()
  })
}

const geweigerd: ReadonlySet<number> = new Set([401, 403, 429])

/** Of our own words only: which limit was passed. */
function detailVan({ code, detail }: PlatformError): string | undefined {
  return code === 'te-vaak' ? detail : undefined
}

function sendFout(
  oorzaak: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  opties: KernOpties,
): FastifyReply {
  const fout = platformErrorVan(oorzaak)
  if (fout.status >= 500)
    opties.log.fout(fout.message, { verzoek: request.id, code: fout.code, fout: oorzaak })
  // Who tries doors is seen; by code and number of the request, never by name or address.
  else if (geweigerd.has(fout.status))
    opties.log.waarschuwing('geweigerd', { verzoek: request.id, code: fout.code, detail: detailVan(fout) })
  reply.status(fout.status)
  if (fout.wachtSeconden !== undefined) reply.header('retry-after', fout.wachtSeconden)
  if (!wilPagina(request)) return reply.type(problemType).send(problemVan(fout, request.id))
  const pad = new URL(request.url, 'http://x').pathname
  void stuurFoutpagina({ fout, requestId: request.id, pad, request }, reply, opties)
  return reply
}

/** A page of error that cannot be made either gives way to one that asks nothing of anybody. */
async function stuurFoutpagina(
  weergave: Foutweergave,
  reply: FastifyReply,
  { foutpagina = eenvoudigeFoutpagina, log }: KernOpties,
): Promise<void> {
  let pagina: string
  try {
    pagina = await foutpagina(weergave)
  } catch (fout) {
    log.fout('foutpagina', { verzoek: weergave.requestId, fout })
    pagina = eenvoudigeFoutpagina(weergave)
  }
  reply.type('text/html; charset=utf-8').send(pagina)
}

/** No hook runs for these, so the headers are set here. */
function sendFrameworkfout(
  oorzaak: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  opties: KernOpties,
): FastifyReply {
  const fout = frameworkFout(oorzaak)
  const { url: pad, method: methode, id: requestId } = request
  const { status, headers, body } = zonderRoute(
    fout,
    { pad, methode, requestId },
    { ...opties, isHttps: isHttpsIn(opties) },
  )
  reply.status(status).headers(headers)
  return wilPagina(request) ? sendFout(fout, request, reply, opties) : reply.send(body)
}

function isHttpsIn({ url }: KernOpties): boolean {
  return url?.protocol === 'https:'
}

function sendNietGevonden(
  app: FastifyInstance,
  request: FastifyRequest,
  reply: FastifyReply,
  opties: KernOpties,
): FastifyReply {
  const methoden = app.supportedMethods.filter(
    (method) => method !== request.method && app.findRoute({ method, url: request.url }) !== null,
  )
  if (methoden.length === 0) return sendFout(new PlatformError('niet-gevonden'), request, reply, opties)
  // RFC 9110 §15.5.6: a 405 names the methods that do exist.
  reply.header('allow', methoden.join(', '))
  return sendFout(new PlatformError('methode-onbekend'), request, reply, opties)
}

/** A browser that navigates asks for text/html; the APIs always answer in JSON. */
function wilPagina({ url, headers }: FastifyRequest): boolean {
  if (/^\/(api|zgw)(\/|$|\?)/.test(url)) return false
  return (headers.accept ?? '').includes('text/html')
}

function eenvoudigeFoutpagina({ fout, requestId }: Pick<Foutweergave, 'fout' | 'requestId'>): string {
  return `<!doctype html>${html`<html lang="nl">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${fout.publiek}</title></head>
<body><main><h1>${fout.publiek}</h1><p>Nummer van uw vraag: ${requestId}</p></main></body>
</html>`}`
}
