import { openSleutelring, type Sleutelring } from '../audit/index.ts'
import { type Config, createLog, leesSleutelgeheimen, loadConfig } from '../platform/index.ts'
import { kiesDatamap, kiesSysteemgebruiker, type Opslag, openOpslag } from '../store/index.ts'
import type { Eindcode, Wereld } from './opdracht.ts'

export interface Personen {
  readonly config: Config
  readonly opslag: Opslag
  /** The data directory. */
  readonly map: string
  readonly ring: Sleutelring
}

/** Opens database and key ring for one command, and closes what it opened. */
export async function metPersonen(
  { omgeving, werkmap }: Wereld,
  fn: (personen: Personen) => Promise<Eindcode>,
): Promise<Eindcode> {
  const config = loadConfig(omgeving, werkmap)
  const { databaseUrl, dataMap, sleutel, vorigeSleutels } = config
  const map = kiesDatamap(dataMap, kiesSysteemgebruiker())
  const log = createLog(() => new Date())
  const opslag = await openOpslag({ databaseUrl, dataMap, log: { ...log, info: () => {} } })
  try {
    const ring = openSleutelring(() => leesSleutelgeheimen({ geheim: sleutel, vorige: vorigeSleutels, map }))
    return await fn({ config, opslag, map, ring })
  } finally {
    await opslag.sluit()
  }
}
