/** The real program with 28 connected case registers, in a process of its own. Speaks with bench/zaken.ts only. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pauze } from 'node:timers/promises'
import { startApp } from '../src/app.ts'
import { klokVanaf, loadConfig, stilLog } from '../src/platform/index.ts'
import { meldRekentijd } from './rekentijd.ts'
import { wachttijden } from './wachttijden.ts'
import { antwoordMs } from './zaken-bron.ts'

const map = mkdtempSync(join(tmpdir(), 'voordeur-bench-'))
// The database runs as a user of its own and must be able to pass.
chmodSync(map, 0o755)
const { METING_BRONNEN: bronnen = '[]', ...rest } = process.env
const omgeving = { ...rest, VOORDEUR_PORT: '0', VOORDEUR_DATA: map, VOORDEUR_PROXY: 'loopback' }
// With the made-up organisations, because only they may be on this computer; nobody asks them for anything.
const app = await startApp({
  config: loadConfig(omgeving, process.cwd()),
  klok: klokVanaf(new Date('2026-03-01T12:00:00Z')),
  log: stilLog,
})
// Another process, because whoever leaves the database last stops it.
const aansluiten = fork(join(import.meta.dirname, 'zaken-aansluiten.ts'), {
  env: { ...omgeving, METING_BRONNEN: bronnen },
  stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
})
const [code] = await once(aansluiten, 'exit')
if (code !== 0) throw new Error('de bronnen zijn niet aangesloten')
// They are in this process, and would wake one after another in the middle of the measurement: what takes notices is
// looked at once a minute.
await app.demo?.wekZaken()
// So long at most until the program knows (app-bronnen.ts).
await pauze(6_000)
meldRekentijd(async () => {
  await app.sluit()
  rmSync(map, { recursive: true, force: true })
})
process.on('message', (wat) => {
  if (wat === 'wachttijden') process.send?.(wachttijden(antwoordMs))
})
process.send?.({ basis: app.adres })
