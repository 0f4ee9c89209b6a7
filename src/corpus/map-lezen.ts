import { readdirSync, readFileSync, statSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { type BronBestand, bronBestand } from './bestand.ts'

/** A directory with more files than this is not a corpus; reading stops before memory does. */
const MAX_BESTANDEN = 20_000

/** Folders of the corpus that this reader answers for; others belong to other parts of the product. */
const ONZE_MAPPEN = [
  'regelingen',
  'feiten',
  'gebieden',
  'organisaties',
  'gebeurtenissen',
  'verwerkingen',
  'zaaktaal',
  'afzenders',
  'postwegen',
  'zoeken',
  'vragen',
  'afspraakteams',
  'informatiepunten',
  'kennis',
  'contactgronden',
  'lijstgronden',
] as const

/** Files read before, by full path: as long as time and size are the same, they are not read again. */
export type Schijfgeheugen = Map<
  string,
  { readonly mtimeMs: number; readonly size: number; readonly bron: BronBestand }
>

/** Every .yaml file of a corpus directory, in a fixed order. Synchronous: a whole corpus takes milliseconds. */
export function leesMap(map: string, geheugen?: Schijfgeheugen): BronBestand[] {
  const paden = padenIn(map)
  const erNog = new Set(paden)
  if (geheugen !== undefined)
    for (const pad of bekendIn(map, geheugen)) if (!erNog.has(pad)) geheugen.delete(pad)
  return paden.map((pad) => {
    const { mtimeMs, size } = statSync(pad)
    const eerder = geheugen?.get(pad)
    if (eerder?.mtimeMs === mtimeMs && eerder.size === size) return eerder.bron
    const bron = bronBestand(relatief(map, pad), readFileSync(pad, 'utf8'))
    geheugen?.set(pad, { mtimeMs, size, bron })
    return bron
  })
}

/** So many files are looked at before others have their turn. */
const PER_BEURT = 8

/**
 * Whether reading again would give something else than what is remembered. Looks at a few files at a time: a page never
 * waits for the whole corpus. A fault is a change too; reading will say what it is.
 */
export async function isAnders(map: string, geheugen: Schijfgeheugen): Promise<boolean> {
  try {
    const gelezen = await Promise.all(
      ONZE_MAPPEN.map((deel) =>
        readdir(join(map, deel), { recursive: true }).then(
          (namen) => yamlIn(join(map, deel), namen),
          (fout: unknown) => (isNietGevonden(fout) ? [] : Promise.reject(fout)),
        ),
      ),
    )
    const paden = gelezen.flat()
    if (paden.length !== bekendIn(map, geheugen).length) return true
    for (let i = 0; i < paden.length; i += PER_BEURT) {
      const anders = await Promise.all(
        paden.slice(i, i + PER_BEURT).map(async (pad) => {
          const { mtimeMs, size } = await stat(pad)
          const eerder = geheugen.get(pad)
          return eerder?.mtimeMs !== mtimeMs || eerder.size !== size
        }),
      )
      if (anders.includes(true)) return true
    }
    return false
  } catch {
    return true
  }
}

function bekendIn(map: string, geheugen: Schijfgeheugen): string[] {
  return ONZE_MAPPEN.flatMap((deel) => {
    const begin = join(map, deel) + sep
    return [...geheugen.keys()].filter((pad) => pad.startsWith(begin))
  })
}

function padenIn(map: string): string[] {
  const paden: string[] = []
  for (const deel of ONZE_MAPPEN) {
    try {
      paden.push(
        ...yamlIn(join(map, deel), readdirSync(join(map, deel), { recursive: true, encoding: 'utf8' })),
      )
    } catch (fout) {
      if (!isNietGevonden(fout)) throw fout
    }
    if (paden.length > MAX_BESTANDEN) throw new Error(`${map} bevat meer dan ${MAX_BESTANDEN} bestanden.`)
  }
  return paden.sort()
}

function yamlIn(map: string, namen: readonly string[]): string[] {
  return namen.filter((naam) => /\.ya?ml$/.test(naam)).map((naam) => join(map, naam))
}

function relatief(map: string, pad: string): string {
  return relative(map, pad).split(sep).join('/')
}

function isNietGevonden(fout: unknown): boolean {
  return fout instanceof Error && 'code' in fout && fout.code === 'ENOENT'
}
