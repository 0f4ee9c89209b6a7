/**
 * The real program in a process of its own, with a bare page beside it in the same process. Keeps for each step how
 * long it waited for other organisations: that is not our time. Speaks with bench/inwoner.ts only.
 */
import { AsyncLocalStorage } from 'node:async_hooks'
import { subscribe } from 'node:diagnostics_channel'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import type { ClientRequest, IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { startApp } from '../src/app.ts'
import { klokVanaf, loadConfig, stilLog } from '../src/platform/index.ts'
import { registerMs, samenMs, stapkop, type Wachttijd } from './inwoner-meting.ts'
import { meldRekentijd } from './rekentijd.ts'

interface Stap {
  readonly naam: string
  readonly uit: { readonly van: number; tot: number }[]
}

const stappen: Stap[] = []
const bezig = new AsyncLocalStorage<Stap>()
const open = new WeakMap<object, { readonly van: number; tot: number }>()

// Node publishes this in the same turn in which it calls the handler, so everything the handler starts belongs to it.
subscribe('http.server.request.start', (bericht) => {
  const { request } = bericht as { request: IncomingMessage } // as the documentation of Node says
  const stap: Stap = { naam: String(request.headers[stapkop] ?? ''), uit: [] }
  if (stap.naam !== '') stappen.push(stap)
  bezig.enterWith(stap)
})
const begint = (vraag: object): void => {
  const stuk = { van: performance.now(), tot: Number.POSITIVE_INFINITY }
  open.set(vraag, stuk)
  bezig.getStore()?.uit.push(stuk)
}
const eindigt = (vraag: object): void => {
  const stuk = open.get(vraag)
  if (stuk !== undefined) stuk.tot = performance.now()
}
// Registers are asked with node:http, the login service with fetch.
subscribe('http.client.request.start', (b) => begint((b as { request: ClientRequest }).request))
subscribe('http.client.response.finish', (b) => eindigt((b as { request: ClientRequest }).request))
subscribe('undici:request:create', (b) => begint((b as { request: object }).request))
subscribe('undici:request:trailers', (b) => eindigt((b as { request: object }).request))

function wachttijden(): Wachttijd[] {
  return stappen.splice(0).map(({ naam, uit }) => ({
    stap: naam,
    // What takes longer than a register is said to take counts as ours: connecting, a busy machine, reading.
    wachtMs: samenMs(uit.map(({ van, tot }) => ({ van, tot: Math.min(tot, van + registerMs) }))),
  }))
}

const map = mkdtempSync(join(tmpdir(), 'voordeur-bench-'))
// The database runs as a user of its own and must be able to pass.
chmodSync(map, 0o755)
const omgeving = {
  ...process.env,
  VOORDEUR_PORT: '0',
  VOORDEUR_DATA: map,
  VOORDEUR_PROXY: 'loopback',
  DEMO: 'false',
}
const app = await startApp({
  config: loadConfig(omgeving, process.cwd()),
  klok: klokVanaf(new Date('2026-03-01T12:00:00Z')),
  log: stilLog,
})
const kaal = Fastify({ logger: false })
const pagina = `<!doctype html><title>kaal</title><p>${'Een gewone zin. '.repeat(550)}</p>`
kaal.get('/', (_request, reply) => reply.type('text/html; charset=utf-8').send(pagina))
const kaalAdres = await kaal.listen({ host: '127.0.0.1', port: 0 })

meldRekentijd(async () => {
  await Promise.all([app.sluit(), kaal.close()])
  rmSync(map, { recursive: true, force: true })
})
process.on('message', (wat) => {
  if (wat === 'wachttijden') process.send?.(wachttijden())
})
process.send?.({ basis: app.adres, kaal: kaalAdres })
