/** The real program on a database full of chain cases, in a process of its own. Speaks with bench/loket.ts only. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from '../src/app.ts'
import { klokVanaf, loadConfig, stilLog } from '../src/platform/index.ts'
import { meldRekentijd } from './rekentijd.ts'

const map = mkdtempSync(join(tmpdir(), 'voordeur-bench-'))
// The database runs as a user of its own and must be able to pass.
chmodSync(map, 0o755)
const { METING_NU = '', ...rest } = process.env
const omgeving = { ...rest, VOORDEUR_PORT: '0', VOORDEUR_DATA: map, VOORDEUR_PROXY: 'loopback' }
// With the made-up organisations, because desks are open only where an organisation can log in.
const app = await startApp({
  config: loadConfig(omgeving, process.cwd()),
  klok: klokVanaf(new Date(METING_NU)),
  log: stilLog,
})
meldRekentijd(async () => {
  await app.sluit()
  rmSync(map, { recursive: true, force: true })
})
process.send?.({ basis: app.adres })
