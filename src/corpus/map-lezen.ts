import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type BronBestand, bronBestand } from './bestand.ts'

/** A directory with more files than this is not a corpus; reading stops before memory does. */
const MAX_BESTANDEN = 20_000

/** Folders of the corpus that this reader answers for; others belong to other parts of the product. */
const ONZE_MAPPEN = ['regelingen', 'feiten', 'gebieden', 'organisaties', 'gebeurtenissen'] as const

/** Every .yaml file of a corpus directory, in a fixed order. Synchronous: it happens at the start and on a change. */
export function leesMap(map: string): BronBestand[] {
  return padenIn(map).map((pad) => bronBestand(relatief(map, pad), readFileSync(pad, 'utf8')))
}

export function padenIn(map: string): string[] {
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
