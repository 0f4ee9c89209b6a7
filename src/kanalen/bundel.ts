/**
 * Many who ask one thing each become few who ask for many: what comes while `doe` runs goes into the next round,
 * together, and nobody waits for company. `doe` answers in the order of what it was asked.
 */
export function bundel<Vraag, Antwoord>(
  doe: (vragen: readonly Vraag[]) => Promise<readonly Antwoord[]>,
  hoogstens: number,
): (vraag: Vraag) => Promise<Antwoord> {
  const wachtend: Wachtend<Vraag, Antwoord>[] = []
  let isBezig = false
  const werkAf = async (): Promise<void> => {
    isBezig = true
    while (wachtend.length > 0) {
      const deel = wachtend.splice(0, hoogstens)
      try {
        const antwoorden = await doe(deel.map(({ vraag }) => vraag))
        for (const [i, { klaar, mis }] of deel.entries()) {
          // Of as many questions as many answers: see above.
          if (i < antwoorden.length) klaar(antwoorden[i] as Antwoord)
          else mis(new Error('een vraag zonder antwoord'))
        }
      } catch (fout) {
        for (const { mis } of deel) mis(fout)
      }
    }
    isBezig = false
  }
  return (vraag) => {
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
