/** Nothing of it was done: more waits already than may. Whoever asked can ask again in a moment. */
export class BundelVol extends Error {
  override readonly name = 'BundelVol'
}

export interface BundelGrenzen {
  /** Named limit: so many at once. */
  readonly hoogstens: number
  /** Named limit: so many may wait; one more is refused. Absent: whoever asks is bounded already. */
  readonly wachtend?: number
}

/**
 * Many who ask one thing each become few who ask for many: what comes while `doe` runs goes into the next round,
 * together, and nobody waits for company. `doe` answers in the order of what it was asked, and may be asked the same
 * again: when it fails for all of them it is asked for each alone, so that one that cannot be keeps no other.
 */
export function bundel<Vraag, Antwoord>(
  doe: (vragen: readonly Vraag[]) => Promise<readonly Antwoord[]>,
  { hoogstens, wachtend: maxWachtend = Number.POSITIVE_INFINITY }: BundelGrenzen,
): (vraag: Vraag) => Promise<Antwoord> {
  const wachtend: Wachtend<Vraag, Antwoord>[] = []
  let isBezig = false
  const doeDeel = async (deel: readonly Wachtend<Vraag, Antwoord>[]): Promise<void> => {
    try {
      const antwoorden = await doe(deel.map(({ vraag }) => vraag))
      for (const [i, { klaar, mis }] of deel.entries()) {
        // Of as many questions as many answers: see above.
        if (i < antwoorden.length) klaar(antwoorden[i] as Antwoord)
        else mis(new Error('een vraag zonder antwoord'))
      }
    } catch (fout) {
      if (deel.length === 1) for (const { mis } of deel) mis(fout)
      else await Promise.all(deel.map((een) => doeDeel([een])))
    }
  }
  const werkAf = async (): Promise<void> => {
    isBezig = true
    while (wachtend.length > 0) await doeDeel(wachtend.splice(0, hoogstens))
    isBezig = false
  }
  return (vraag) => {
    if (wachtend.length >= maxWachtend) return Promise.reject(new BundelVol('er wacht te veel tegelijk'))
    const { promise, resolve, reject } = Promise.withResolvers<Antwoord>()
    wachtend.push({ vraag, klaar: resolve, mis: reject })
    if (!isBezig) void werkAf()
    return promise
  }
}

interface Wachtend<Vraag, Antwoord> {
  readonly vraag: Vraag
  readonly klaar: (antwoord: Antwoord) => void
  readonly mis: (fout: unknown) => void
}
