import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { MEEGELEVERD } from '../corpus/index.ts'
import { createLog, loadConfig } from '../platform/index.ts'
import {
  kiesDatamap,
  kiesSysteemgebruiker,
  openOpslag,
  type RegelingOpslag,
  regelingOpslag,
} from '../store/index.ts'
import type { Eindcode, Wereld } from './opdracht.ts'

/** Named limit: so often is a change tried again that was overtaken by another. */
const MAX_POGINGEN = 3

export interface ArchiefToegang {
  readonly archief: RegelingOpslag
  /** Directories of the corpus; the first is the shipped one. */
  readonly mappen: readonly string[]
}

/** Opens the database of this installation for one command, and says which one: a server may use another. */
export async function metArchief(
  wereld: Wereld,
  fn: (toegang: ArchiefToegang) => Promise<Eindcode>,
): Promise<Eindcode> {
  const { corpusMappen, databaseUrl, dataMap } = loadConfig(wereld.omgeving, wereld.werkmap)
  const log = createLog(() => new Date())
  const map = kiesDatamap(dataMap, kiesSysteemgebruiker())
  const isNieuw = databaseUrl === undefined && !existsSync(join(map, 'postgresql'))
  const opslag = await openOpslag({ databaseUrl, dataMap, log: { ...log, info: () => {} } })
  try {
    wereld.uit(
      databaseUrl === undefined ? `In de databank in ${map}:` : inEigenDatabank(new URL(databaseUrl)),
    )
    if (isNieuw)
      wereld.fout('Deze databank is nieuw: draait uw server met een andere VOORDEUR_DATA of DATABASE_URL?')
    const { databank } = opslag
    return await fn({
      archief: regelingOpslag(databank),
      mappen: [MEEGELEVERD, ...corpusMappen],
    })
  } finally {
    await opslag.sluit()
  }
}

/** Host and name only: the rest of the address may hold a password. */
export function inEigenDatabank({ host, pathname, searchParams }: URL): string {
  const plaats = host || searchParams.get('host') || 'de plaats uit DATABASE_URL'
  return pathname.length > 1
    ? `In de databank ${pathname.slice(1)} op ${plaats}:`
    : `In de databank op ${plaats}:`
}

/** Tries a change that answers `undefined` when somebody else was first: then it must be checked again. */
export async function metHerkansing(
  wereld: Wereld,
  probeer: () => Promise<Eindcode | undefined>,
): Promise<Eindcode> {
  for (let poging = 0; poging < MAX_POGINGEN; poging++) {
    const code = await probeer()
    if (code !== undefined) return code
  }
  wereld.fout('Anderen publiceren op dit moment ook. Er is niets veranderd; probeer het zo opnieuw.')
  return 1
}
