/**
 * Bulkhead: so many questions to one source at a time, so many waiting. A source that hangs then holds a few
 * connections and not the whole server. First come, first served.
 */
export class Schot {
  readonly #maxTegelijk: number
  readonly #maxWachtend: number
  #lopend = 0
  readonly #wachtend: ((mag: boolean) => void)[] = []

  constructor(maxTegelijk: number, maxWachtend: number) {
    this.#maxTegelijk = maxTegelijk
    this.#maxWachtend = maxWachtend
  }

  get lopend(): number {
    return this.#lopend
  }

  get wachtend(): number {
    return this.#wachtend.length
  }

  /**
   * `vol` at once when there is no room to wait either, `opgegeven` when `opgeven` was called first.
   * Whoever gets `binnen` calls `vrij` afterwards.
   */
  betreed(bijWachten: (opgeven: () => void) => void): Promise<'binnen' | 'vol' | 'opgegeven'> {
    if (this.#lopend < this.#maxTegelijk) {
      this.#lopend++
      return Promise.resolve('binnen')
    }
    if (this.#wachtend.length >= this.#maxWachtend) return Promise.resolve('vol')
    return new Promise((klaar) => {
      const aanDeBeurt = (mag: boolean) => klaar(mag ? 'binnen' : 'opgegeven')
      this.#wachtend.push(aanDeBeurt)
      bijWachten(() => {
        const plaats = this.#wachtend.indexOf(aanDeBeurt)
        if (plaats < 0) return
        this.#wachtend.splice(plaats, 1)
        aanDeBeurt(false)
      })
    })
  }

  vrij(): void {
    const volgende = this.#wachtend.shift()
    // The place passes on to who waits; the number of running questions stays the same.
    if (volgende === undefined) this.#lopend--
    else volgende(true)
  }
}
