import { randomBytes } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeVan } from './errors.ts'
import { maakMap } from './maak-map.ts'

export interface Sleutelbron {
  /** VOORDEUR_SLEUTEL. With it nothing is read from disk. */
  readonly geheim: string | undefined
  /** VOORDEUR_SLEUTEL_VORIGE: what it was before, newest first. */
  readonly vorige: readonly string[]
  /** The data directory. */
  readonly map: string
}

/**
 * The secrets of the key ring, newest first: from the configuration when several machines share the work; else from
 * one file in the data directory, made at the first start and readable by us alone. Whoever loses that file loses
 * the vault with it.
 */
export function leesSleutelgeheimen({ geheim, vorige, map }: Sleutelbron): readonly string[] {
  if (geheim !== undefined) return [geheim, ...vorige]
  maakMap(map)
  try {
    // `wx`: whoever comes second reads what the first one wrote.
    writeFileSync(padVan(map), `${nieuwGeheim()}\n`, { mode: 0o600, flag: 'wx' })
  } catch (fout) {
    if (codeVan(fout) !== 'EEXIST') throw fout
  }
  return leesBestand(map)
}

/** Puts a new secret in front. The old ones stay: evidence from before keeps its seal. */
export function maakSleutelgeheim(map: string): readonly string[] {
  const geheimen = [nieuwGeheim(), ...leesBestand(map)]
  const half = `${padVan(map)}.nieuw`
  writeFileSync(half, `${geheimen.join('\n')}\n`, { mode: 0o600 })
  renameSync(half, padVan(map))
  return geheimen
}

function leesBestand(map: string): readonly string[] {
  return readFileSync(padVan(map), 'utf8')
    .split('\n')
    .filter((regel) => regel !== '')
}

function padVan(map: string): string {
  return join(map, 'sleutelring')
}

function nieuwGeheim(): string {
  return randomBytes(32).toString('base64url')
}
