/** The real program with 28 connected case registers, in a process of its own. Speaks with bench/zaken.ts only. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startApp } from '../src/app.ts'
import { parseOrganisatieId } from '../src/domain/index.ts'
import { klokVanaf, loadConfig, stilLog } from '../src/platform/index.ts'
import { gewoneToonregels } from '../src/zaken/index.ts'
import { meldRekentijd } from './rekentijd.ts'
import { wachttijden } from './wachttijden.ts'
import { antwoordMs } from './zaken-bron.ts'

const map = mkdtempSync(join(tmpdir(), 'voordeur-bench-'))
// The database runs as a user of its own and must be able to pass.
chmodSync(map, 0o755)
const { METING_BRONNEN: bronnen = '[]', ...rest } = process.env
// Written by bench/zaken-bronnen.ts.
const gegeven = JSON.parse(bronnen) as { organisatie: string; rsin: string; basis: string }[]
const aansluitingen = gegeven.map(({ organisatie, rsin, basis }) => {
  const id = parseOrganisatieId(organisatie)
  if (id === undefined) throw new Error(organisatie)
  const op = (pad: string) => new URL(pad, basis)
  const urls = { zrc: op('/zaken/api/v1'), ztc: op('/catalogi/api/v1') }
  const instelling = { id, rsins: [rsin], regels: gewoneToonregels, isAan: true, urls }
  const geheim = 'een geheim van de meting dat lang genoeg is'
  return { instelling, client: 'voordeur', geheim, stuurtGebeurtenissen: false }
})
const app = await startApp({
  config: loadConfig(
    { ...rest, VOORDEUR_PORT: '0', VOORDEUR_DATA: map, VOORDEUR_PROXY: 'loopback', DEMO: 'false' },
    process.cwd(),
  ),
  klok: klokVanaf(new Date('2026-03-01T12:00:00Z')),
  log: stilLog,
  aansluitingen,
})
meldRekentijd(async () => {
  await app.sluit()
  rmSync(map, { recursive: true, force: true })
})
process.on('message', (wat) => {
  if (wat === 'wachttijden') process.send?.(wachttijden(antwoordMs))
})
process.send?.({ basis: app.adres })
