/** In the measured server: how long each step waited for other organisations. Listens from the moment it is loaded. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http'
import { beginkop, duurkop, samenMs, stapkop, type Wachttijd } from './inwoner-meting.ts'

interface Stap {
  readonly naam: string
  readonly begin: number
  einde?: number
  readonly uit: Stuk[]
}

interface Stuk {
  readonly van: number
  tot: number
  /** What the organisation says that it took. */
  zegt?: number
}

const stappen: Stap[] = []
const bezig = new AsyncLocalStorage<Stap>()
const open = new WeakMap<object, Stuk>()

// Node publishes this in the same turn in which it calls the handler, so everything the handler starts belongs to it.
subscribe('http.server.request.start', (bericht) => {
  const { request, response } = bericht as { request: IncomingMessage; response: ServerResponse } // as Node documents
  const stap: Stap = { naam: String(request.headers[stapkop] ?? ''), begin: beginVan(request), uit: [] }
  response.once('finish', () => {
    stap.einde = performance.now()
  })
  if (stap.naam !== '') stappen.push(stap)
  bezig.enterWith(stap)
})
const beginVan = ({ headers }: IncomingMessage): number => {
  const kop = headers[beginkop]
  return typeof kop === 'string' ? Number(kop) - performance.timeOrigin : performance.now()
}
const begint = (vraag: object): void => {
  const stuk: Stuk = { van: performance.now(), tot: Number.POSITIVE_INFINITY }
  open.set(vraag, stuk)
  bezig.getStore()?.uit.push(stuk)
}
const eindigt = (vraag: object, antwoord?: IncomingMessage): void => {
  const stuk = open.get(vraag)
  if (stuk === undefined) return
  stuk.tot = performance.now()
  const zegt = antwoord?.headers[duurkop]
  if (typeof zegt === 'string') stuk.zegt = Number(zegt)
}
// Registers are asked with node:http, the login service with fetch.
subscribe('http.client.request.start', (b) => begint((b as { request: ClientRequest }).request))
subscribe('http.client.response.finish', (b) => {
  const { request, response } = b as { request: ClientRequest; response: IncomingMessage }
  eindigt(request, response)
})
subscribe('undici:request:create', (b) => begint((b as { request: object }).request))
subscribe('undici:request:trailers', (b) => eindigt((b as { request: object }).request))

/**
 * Since the last time this was asked. Of each question no more counts than the organisation says that it had it in hand;
 * where it says nothing, no more than `perVraagMs`. What comes on top is ours.
 */
export function wachttijden(perVraagMs: number): Wachttijd[] {
  return stappen.splice(0).map(({ naam, begin, einde = begin, uit }) => ({
    stap: naam,
    duurMs: einde - begin,
    // Connecting, a busy machine, reading.
    wachtMs: samenMs(uit.map(({ van, tot, zegt = perVraagMs }) => ({ van, tot: Math.min(tot, van + zegt) }))),
  }))
}
