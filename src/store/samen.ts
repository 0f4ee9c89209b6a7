import pg from 'pg'

/**
 * What many ask at once goes to the database in one statement: whoever asks while one is under way goes along with the
 * next. Whoever asks alone waits for nobody, and nobody gets an answer that was read before they asked. Also for what is
 * written in one statement: then it is written for all or for nobody.
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
        if (nu.length > 1 && isVanEen(fout)) await Promise.all(nu.map(alleen))
        else for (const { mis } of nu) mis(fout)
      }
    }
    isBezig = false
  }
  const alleen = async ({ vraag, klaar, mis }: Wachtend): Promise<void> => {
    try {
      const [antwoord] = await doe([vraag])
      klaar(antwoord as T)
    } catch (fout) {
      mis(fout)
    }
  }
  return (vraag) =>
    new Promise((klaar, mis) => {
      wachtend.push({ vraag, klaar, mis })
      if (!isBezig) void draai()
    })
}

/**
 * One of them cannot be written (SQLSTATE 22 and 23), or two nodes waited for each other: nothing of it was, and the others
 * have no part in that.
 */
function isVanEen(fout: unknown): boolean {
  return fout instanceof pg.DatabaseError && /^(22|23|40P01)/.test(fout.code ?? '')
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
