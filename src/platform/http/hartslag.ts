/** Who is looked at again and again, each once a round. */
export interface Hartslag<T> {
  readonly zetBij: (wie: T) => void
  readonly haalWeg: (wie: T) => void
  readonly stop: () => void
}

/** In so many turns and not all at once, or thousands would ask the database in one moment. */
const BEURTEN = 100

export function maakHartslag<T>(rondeMs: number, kijkNa: (wie: T) => void): Hartslag<T> {
  const beurten = Array.from({ length: BEURTEN }, () => new Set<T>())
  const van = new Map<T, Set<T>>()
  let [gekomen, beurt] = [0, 0]
  const wekker = setInterval(() => {
    beurt = (beurt + 1) % BEURTEN
    for (const wie of beurten[beurt] ?? []) kijkNa(wie)
  }, rondeMs / BEURTEN)
  wekker.unref()
  return {
    zetBij: (wie) => {
      const rij = beurten[gekomen++ % BEURTEN]
      if (rij !== undefined) van.set(wie, rij.add(wie))
    },
    haalWeg: (wie) => {
      van.get(wie)?.delete(wie)
      van.delete(wie)
    },
    stop: () => clearInterval(wekker),
  }
}
