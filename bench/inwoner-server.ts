/**
 * The real program in a process of its own, with a bare page beside it in the same process. Keeps for each step how
 * long it waited for other organisations: that is not our time. Speaks with bench/inwoner.ts only.
 */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Fastify from 'fastify'
import { startApp } from '../src/app.ts'
import { klokVanaf, loadConfig, stilLog } from '../src/platform/index.ts'
import { registerMs } from './inwoner-meting.ts'
import { meldRekentijd } from './rekentijd.ts'
import { wachttijden } from './wachttijden.ts'

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
  if (wat === 'wachttijden') process.send?.(wachttijden(registerMs))
})
process.send?.({ basis: app.adres, kaal: kaalAdres })
