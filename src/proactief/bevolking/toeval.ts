/** Chance that can be repeated: the same seed and piece give the same people, whatever was made before. */
import type { Verdeling } from './marges.ts'

/** Steps of a table of a distribution. */
export const STAPPEN = 4096

/** A start for a stream of chance: mixes the seed, the piece and a name, so that streams do not resemble each other. */
export function begin(zaad: number, stuk: number, naam: string): number {
  let x = Math.imul(zaad ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(stuk + 0x7f4a7c15, 0xc2b2ae35)
  for (let i = 0; i < naam.length; i++) x = Math.imul(x ^ naam.charCodeAt(i), 0x01000193)
  x ^= x >>> 16
  x = Math.imul(x, 0x7feb352d)
  return x ^ (x >>> 15)
}

/** Numbers from 0 up to 1 (mulberry32). */
export function stroom(start: number): () => number {
  let a = start | 0
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

export function opPunt(v: Verdeling, q: number): number {
  for (let i = 1; i < v.length; i++) {
    const [a, b] = [v[i - 1], v[i]]
    if (a && b && q <= b[0]) return a[1] + ((b[1] - a[1]) * (q - a[0])) / Math.max(1e-9, b[0] - a[0])
  }
  return v.at(-1)?.[1] ?? 0
}

/** A distribution as a table: entry q × STAPPEN is the value below which a share q lies. */
export function tabel(v: Verdeling, keer = 1): Float64Array {
  return Float64Array.from({ length: STAPPEN }, (_, i) => opPunt(v, (i + 0.5) / STAPPEN) * keer)
}
