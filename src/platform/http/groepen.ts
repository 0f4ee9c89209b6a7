/** Things by a word, several under one; a word without any is not kept. */
export class Groepen<T> {
  readonly #per = new Map<string, Set<T>>()

  zetBij(woord: string, wat: T): void {
    const groep = this.#per.get(woord)
    if (groep === undefined) this.#per.set(woord, new Set([wat]))
    else groep.add(wat)
  }

  haalWeg(woord: string, wat: T): void {
    const groep = this.#per.get(woord)
    groep?.delete(wat)
    if (groep?.size === 0) this.#per.delete(woord)
  }

  van(woord: string): ReadonlySet<T> {
    return this.#per.get(woord) ?? new Set()
  }
}
