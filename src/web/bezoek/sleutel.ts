import { hkdfSync, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { maakMap } from '../../platform/index.ts'
import { SLEUTEL_BYTES } from './koekje.ts'

/**
 * The key that seals visitors' answers. From the configuration when several machines share the work; else made
 * once and kept in the data directory, readable by us alone. Removing the file ends every running visit.
 */
export function loadSleutel({ geheim, map }: { geheim: string | undefined; map: string }): Buffer {
  return afgeleid(geheim ?? uitBestand(map))
}

function uitBestand(map: string): string {
  const pad = join(map, 'sleutel-antwoorden')
  maakMap(map)
  try {
    // `wx`: whoever comes second reads what the first one wrote.
    writeFileSync(pad, randomBytes(SLEUTEL_BYTES).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (fout) {
    if (!(fout instanceof Error && 'code' in fout && fout.code === 'EEXIST')) throw fout
  }
  return readFileSync(pad, 'utf8').trim()
}

function afgeleid(geheim: string): Buffer {
  return Buffer.from(hkdfSync('sha256', geheim, 'voordeur', 'antwoorden in een cookie', SLEUTEL_BYTES))
}
