/** Measuring: the median of several rounds, so that one hiccup of the machine does not decide. */

export interface Meting {
  readonly naam: string
  readonly waarde: number
  readonly eenheid: string
  /** At most this. */
  readonly grens?: number
  /** At least this. */
  readonly minstens?: number
  /** Times as long as what it is measured against, in the same run. */
  readonly verhouding?: number
  readonly tegen?: string
}

const RONDES = 9
const RONDE_MS = 60
/** So long it runs first: a server has run for hours, and code that is not compiled yet is several times slower. */
const WARM_MS = 1000

/** Microseconds for one call; the result of each call is kept alive so that nothing is optimised away. */
export function microseconden(doe: () => unknown): number {
  const warm = performance.now() + WARM_MS
  while (performance.now() < warm) bewaard = doe()
  let aantal = 1
  let duur = 0
  while (duur < RONDE_MS) {
    aantal *= 2
    duur = ronde(doe, aantal)
  }
  const tijden = Array.from({ length: RONDES }, () => (ronde(doe, aantal) / aantal) * 1000)
  return mediaan(tijden)
}

/** The same for something that answers later. */
export async function microsecondenLater(doe: () => Promise<unknown>): Promise<number> {
  const aantal = 300
  const tijden: number[] = []
  for (let i = 0; i < RONDES; i++) {
    const begin = performance.now()
    for (let n = 0; n < aantal; n++) await doe()
    tijden.push(((performance.now() - begin) / aantal) * 1000)
  }
  return mediaan(tijden)
}

let bewaard: unknown

function ronde(doe: () => unknown, aantal: number): number {
  const begin = performance.now()
  for (let i = 0; i < aantal; i++) bewaard = doe()
  return performance.now() - begin
}

export function laatste(): unknown {
  return bewaard
}

export function mediaan(xs: readonly number[]): number {
  return [...xs].sort((a, b) => a - b)[Math.floor(xs.length / 2)] ?? 0
}

export function rond(n: number): number {
  return Number(n.toPrecision(3))
}
