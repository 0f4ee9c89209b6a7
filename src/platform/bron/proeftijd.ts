import type { Klok } from '../klok.ts'
import type { Wekker } from './wekker.ts'

/** For tests: a clock that moves when told to, with alarms that ring then. */
export class Proeftijd {
  #ms: number
  #wekkers: { readonly op: number; readonly fn: () => void }[] = []

  constructor(begin: string) {
    this.#ms = new Date(begin).getTime()
  }

  readonly klok: Klok = { nu: () => new Date(this.#ms) }

  readonly wekker: Wekker = (ms, fn) => {
    const wekker = { op: this.#ms + ms, fn }
    this.#wekkers.push(wekker)
    return () => {
      this.#wekkers = this.#wekkers.filter((ander) => ander !== wekker)
    }
  }

  get wachtend(): number {
    return this.#wekkers.length
  }

  /** In so many milliseconds the next alarm rings. */
  get eerstvolgendeMs(): number | undefined {
    return this.#wekkers.length === 0 ? undefined : Math.min(...this.#wekkers.map(({ op }) => op)) - this.#ms
  }

  /** Rings what is due, in order of time. */
  vooruit(ms: number): void {
    const tot = this.#ms + ms
    for (;;) {
      const eerste = this.#wekkers.filter(({ op }) => op <= tot).sort((a, b) => a.op - b.op)[0]
      if (eerste === undefined) break
      this.#wekkers = this.#wekkers.filter((ander) => ander !== eerste)
      this.#ms = Math.max(this.#ms, eerste.op)
      eerste.fn()
    }
    this.#ms = tot
  }
}

/** Bytes that follow from a number: the same in every run. */
export function vasteBytes(begin: number): (aantal: number) => Uint8Array {
  let stand = begin
  return (aantal) =>
    Uint8Array.from({ length: aantal }, () => {
      stand = (Math.imul(stand, 1_664_525) + 1_013_904_223) >>> 0
      return stand >>> 24
    })
}
