import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { MEEGELEVERD } from '../corpus/index.ts'
import { createLog, loadConfig } from '../platform/index.ts'
import {
  kiesDatamap,
  kiesSysteemgebruiker,
  type Opslag,
  openOpslag,
  type RegelingOpslag,
  type RegelingTekst,
  regelingOpslag,
} from '../store/index.ts'
import type { Eindcode, Wereld } from './opdracht.ts'

/** Named limit: so often is a change tried again that was overtaken by another. */
const MAX_POGINGEN = 3

export interface ArchiefToegang {
  readonly archief: RegelingOpslag
  /** What was published once and holds no longer. */
  readonly ingetrokken: () => Promise<RegelingTekst[]>
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
      ingetrokken: () => leesIngetrokken(databank),
      mappen: [MEEGELEVERD, ...corpusMappen],
    })
  } finally {
    await opslag.sluit()
  }
}

/** The last word on each path decides; of a withdrawn one the text is that which was withdrawn. */
async function leesIngetrokken(databank: Opslag['databank']): Promise<RegelingTekst[]> {
  const rijen = await databank
    .selectFrom('regeling_activering as a')
    .innerJoin('regeling_bestand as b', (join) =>
      join.onRef('b.pad', '=', 'a.pad').onRef('b.sha256', '=', 'a.sha256'),
    )
    .distinctOn('a.pad')
    .select(['a.pad as bestand', 'a.sha256', 'a.status', 'b.inhoud as tekst'])
    .orderBy('a.pad')
    .orderBy('a.volgnummer', 'desc')
    .execute()
  return rijen.flatMap(({ status, bestand, sha256, tekst }) =>
    status === 'ingetrokken' ? [{ bestand, sha256, tekst }] : [],
  )
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
