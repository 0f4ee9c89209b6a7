import { readdirSync, readFileSync, statSync } from 'node:fs'
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
] as const

/** Files read before, by full path: as long as time and size are the same, they are not read again. */
export type Schijfgeheugen = Map<
  string,
  { readonly mtimeMs: number; readonly size: number; readonly bron: BronBestand }
>

/** Every .yaml file of a corpus directory, in a fixed order. Synchronous: a whole corpus takes milliseconds. */
export function leesMap(map: string, geheugen?: Schijfgeheugen): BronBestand[] {
  return padenIn(map).map((pad) => {
    const { mtimeMs, size } = statSync(pad)
    const eerder = geheugen?.get(pad)
    if (eerder?.mtimeMs === mtimeMs && eerder.size === size) return eerder.bron
    const bron = bronBestand(relatief(map, pad), readFileSync(pad, 'utf8'))
    geheugen?.set(pad, { mtimeMs, size, bron })
    return bron
  })
}

function padenIn(map: string): string[] {
  const paden: string[] = []
  for (const deel of ONZE_MAPPEN) {
    let namen: string[]
    try {
      namen = readdirSync(join(map, deel), { recursive: true, encoding: 'utf8' })
    } catch (fout) {
      if (isNietGevonden(fout)) continue
      throw fout
    }
    for (const naam of namen) if (/\.ya?ml$/.test(naam)) paden.push(join(map, deel, naam))
    if (paden.length > MAX_BESTANDEN) throw new Error(`${map} bevat meer dan ${MAX_BESTANDEN} bestanden.`)
  }
  return paden.sort()
}

function relatief(map: string, pad: string): string {
  return relative(map, pad).split(sep).join('/')
}

function isNietGevonden(fout: unknown): boolean {
  return fout instanceof Error && 'code' in fout && fout.code === 'ENOENT'
}
