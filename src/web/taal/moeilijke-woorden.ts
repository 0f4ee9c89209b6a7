import { readFileSync } from 'node:fs'
import { join } from 'node:path'

let gelezen: readonly string[] | undefined

/** Words to avoid in Dutch, in small letters: the first column of moeilijke-woorden.csv. Read once. */
export function moeilijkeWoorden(): readonly string[] {
  gelezen ??= readFileSync(join(import.meta.dirname, 'moeilijke-woorden.csv'), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((regel) => regel.split(',')[0] ?? '')
  return gelezen
}
