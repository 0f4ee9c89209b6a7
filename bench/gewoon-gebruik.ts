/**
 * Normal use beside a measurement: the real program in the same process and on the same database, and fifty people who
 * read pages of it. What is measured shares its processor and its turns with them, as it does in earnest.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pauze } from 'node:timers/promises'
import { startApp } from '../src/app.ts'
import { klokVanaf, loadConfig, stilLog } from '../src/platform/index.ts'
import { type Opslag, openOpslag } from '../src/store/index.ts'
import { type Meting, mediaan, rond } from './meet.ts'
import { p95 } from './mens.ts'
import { metDuurzameDatabank } from './personen.ts'
import { databankMs, startKind, stopKind, vraagKind } from './rekentijd.ts'

/** So long they read before anything is measured: a server that just started still counts ahead and compiles. */
const opwarmMs = 20_000

/** `naam` is that of the figure about the pages. */
export function metGewoonGebruik(
  naam: string,
  doe: (opslag: Opslag) => Promise<Meting[]>,
): Promise<Meting[]> {
  return metDuurzameDatabank(async (databaseUrl) => {
    const map = mkdtempSync(join(tmpdir(), 'voordeur-gebruik-'))
    const omgeving = {
      VOORDEUR_PORT: '0',
      VOORDEUR_DATA: map,
      VOORDEUR_PROXY: 'loopback',
      DEMO: 'false',
      DATABASE_URL: databaseUrl,
    }
    const app = await startApp({
      config: loadConfig(omgeving, process.cwd()),
      klok: klokVanaf(new Date('2026-03-01T12:00:00Z')),
      log: stilLog,
    })
    const opslag = await openOpslag({ databaseUrl, dataMap: undefined, log: stilLog })
    const BASIS = app.adres.replace(/\/\/(\[::1?\]|0\.0\.0\.0|127\.0\.0\.1)/, '//localhost')
    const { kind } = await startKind('gewoon-gebruik-last.ts', { BASIS })
    try {
      await pauze(opwarmMs)
      await vraagKind(kind, 'tijden')
      const uit = await doe(opslag)
      const { duur, mislukt } = await vraagKind<{ duur: number[]; mislukt: number }>(kind, 'tijden')
      if (mislukt > 0) throw new Error(`${mislukt} pagina's ernaast mislukten`)
      const eenheid = `ms per pagina ernaast (95 van de 100, ${duur.length} keer, midden ${rond(mediaan(duur))}); ${belasting()}`
      return [...uit, { naam, waarde: rond(p95(duur)), eenheid }]
    } finally {
      await stopKind(kind)
      await opslag.sluit()
      await app.sluit()
      rmSync(map, { recursive: true, force: true })
    }
  })
}

/** How busy the machine was in the last minute, with all that runs on it: a figure of a busy machine says little. */
export function belasting(): string {
  return `belasting van de machine ${rond(loadavg()[0] ?? 0)} op ${availableParallelism()} kernen`
}

/** From now on: gives in words what one of so many took of the processor, here and in the database. */
export async function rekentijdPer(opslag: Opslag): Promise<(aantal: number) => Promise<string>> {
  const [hier, daar] = [process.cpuUsage(), await databankMs(opslag)]
  return async (aantal) => {
    const { user, system } = process.cpuUsage(hier)
    const nu = await databankMs(opslag)
    const databank = nu === undefined || daar === undefined ? 'onbekend' : `${rond((nu - daar) / aantal)} ms`
    const server = rond((user + system) / 1000 / aantal)
    return `rekentijd per bericht, met de pagina's ernaast: server ${server} ms, databank ${databank}; ${belasting()}`
  }
}
