import { existsSync, readFileSync } from 'node:fs'
import { basename, relative, resolve, sep } from 'node:path'
import { type BronBestand, bronBestand, plaatsVoor } from '../corpus/index.ts'
import { onleesbaar } from './onleesbaar.ts'
import type { Wereld } from './opdracht.ts'

export interface GetyptBestand {
  /** As somebody typed it, for messages. */
  readonly getypt: string
  /** At its place in a corpus; a file that does not say where it belongs gets a place where its faults are named. */
  readonly bron: BronBestand
  readonly tekst: string
  /** True when it stands in one of the corpus directories already. */
  readonly isTerPlaatse: boolean
  /** The file of examples beside it, if there is one. */
  readonly voorbeelden: BronBestand | undefined
}

/** Undefined, and said so, when there is nothing to read there. */
export function leesGetyptBestand(
  getypt: string,
  mappen: readonly string[],
  { werkmap, fout }: Wereld,
): GetyptBestand | undefined {
  const pad = resolve(werkmap, getypt)
  let tekst: string
  try {
    tekst = readFileSync(pad, 'utf8')
  } catch (reden) {
    fout(onleesbaar(getypt, reden))
    return undefined
  }
  const map = mappen.find((m) => pad.startsWith(resolve(m) + sep))
  const plaats =
    map === undefined ? plaatsVoor(basename(pad), tekst) : relative(map, pad).split(sep).join('/')
  const naast = pad.replace(/(\.voorbeelden)?\.yaml$/, '.voorbeelden.yaml')
  return {
    getypt,
    tekst,
    bron: bronBestand(plaats ?? `regelingen/nationaal/onbekend/${basename(pad)}`, tekst),
    isTerPlaatse: map !== undefined,
    voorbeelden: existsSync(naast)
      ? bronBestand(relative(werkmap, naast), readFileSync(naast, 'utf8'))
      : undefined,
  }
}
