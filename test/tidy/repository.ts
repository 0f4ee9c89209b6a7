import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const wortel = join(import.meta.dirname, '..', '..')

/** What belongs to the repository: tracked, or new and not ignored. */
export function bestanden(): string[] {
  const uitvoer = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: wortel,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const paden = uitvoer.split('\0').filter((pad) => pad !== '')
  return paden.filter((pad) => existsSync(join(wortel, pad)) && statSync(join(wortel, pad)).isFile())
}

export function lees(pad: string): string {
  return readFileSync(join(wortel, pad), 'utf8')
}

export function leesAlle(paden: readonly string[]): Map<string, string> {
  return new Map(paden.map((pad) => [pad, lees(pad)]))
}
