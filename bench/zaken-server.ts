/** The real program with 28 connected case registers, in a process of its own. Speaks with bench/zaken.ts only. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pauze } from 'node:timers/promises'
import { startApp } from '../src/app.ts'
import { metBronnen } from '../src/cli/bronnen.ts'
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
// Written by bench/zaken-bronnen.ts. They take the place of the made-up ones with the same name.
const gegeven = JSON.parse(bronnen) as { organisatie: string; rsin: string; basis: string }[]
const uit = (tekst: string): void => void process.stderr.write(`${tekst}\n`)
await metBronnen({ uit, fout: uit, omgeving, werkmap: process.cwd() }, async ({ beheer }) => {
  for (const { organisatie, rsin, basis } of gegeven) {
    const uitkomst = await beheer.aansluitingen.bewaar({
      invoer: {
        stand: 'aan',
        organisatie,
        rsins: [rsin],
        adressen: { zrc: `${basis}/zaken/api/v1`, ztc: `${basis}/catalogi/api/v1` },
        aanmelden: { soort: 'zgw-jwt', client: 'voordeur' },
      },
      geheimen: { register: 'een geheim van de meting dat lang genoeg is' },
      door: { soort: 'opdracht' },
    })
    if (uitkomst.status !== 'ok') throw new Error(`${organisatie}: ${JSON.stringify(uitkomst)}`)
  }
  return 0
})
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
