import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { codeVan } from './errors.ts'

/**
 * Makes a directory and those above it, one by one. The `recursive` of Node goes round for ever where a file system
 * says that a directory it just saw is not there, as /proc does.
 */
export function maakMap(map: string, mode?: number): void {
  if (existsSync(map)) return
  const boven = dirname(map)
  if (boven !== map) maakMap(boven, mode)
  try {
    mkdirSync(map, { mode })
  } catch (fout) {
    // Another process was first.
    if (codeVan(fout) !== 'EEXIST') throw fout
  }
}
