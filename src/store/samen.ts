/**
 * What many ask at once goes to the database in one statement: whoever asks while one is under way goes along with the
 * next. Whoever asks alone waits for nobody, and nobody gets an answer that was read before they asked.
 */
export function samen<S, T>(doe: (vragen: readonly S[]) => Promise<readonly T[]>): (vraag: S) => Promise<T> {
  interface Wachtend {
    readonly vraag: S
    readonly klaar: (antwoord: T) => void
    readonly mis: (fout: unknown) => void
  }
  let wachtend: Wachtend[] = []
  let isBezig = false
  const draai = async (): Promise<void> => {
    isBezig = true
    while (wachtend.length > 0) {
      const nu = wachtend.slice(0, HOOGSTENS)
      wachtend = wachtend.slice(HOOGSTENS)
      try {
        const antwoorden = await doe(nu.map(({ vraag }) => vraag))
        // One for each, in order.
        for (const [i, { klaar }] of nu.entries()) klaar(antwoorden[i] as T)
      } catch (fout) {
        for (const { mis } of nu) mis(fout)
      }
    }
    isBezig = false
  }
  return (vraag) =>
    new Promise((klaar, mis) => {
      wachtend.push({ vraag, klaar, mis })
      if (!isBezig) void draai()
    })
}

/** Named limit: so many in one statement. */
const HOOGSTENS = 50

export interface Onthoudend<T> {
  readonly van: (sleutel: string) => T | undefined
  readonly zet: (sleutel: string, waarde: T) => void
}

/** What was known last, of so many: what was not set for the longest is forgotten. */
export function onthoudend<T>(hoogstens = 20_000): Onthoudend<T> {
  const alle = new Map<string, T>()
  return {
    van: (sleutel) => alle.get(sleutel),
    zet: (sleutel, waarde) => {
      alle.delete(sleutel)
      alle.set(sleutel, waarde)
      const oudste = alle.keys().next().value
      if (alle.size > hoogstens && oudste !== undefined) alle.delete(oudste)
    },
  }
}
