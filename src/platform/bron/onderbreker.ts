export interface OnderbrekerInstelling {
  /** So many of the last answers are looked at. */
  readonly venster: number
  /** Fewer answers than this say nothing yet. */
  readonly minimum: number
  /** From this share of failures on, nothing is asked any more. */
  readonly aandeel: number
  /** So long the source gets to recover; then one question tries. */
  readonly rustMs: number
}

export const gewoneOnderbreker: OnderbrekerInstelling = {
  venster: 20,
  minimum: 5,
  aandeel: 0.5,
  rustMs: 10_000,
}

export type Keten = 'dicht' | 'open' | 'half-open'

/**
 * Circuit breaker. Closed (`dicht`): everything passes. Open: nothing passes, until the rest is over. Half open:
 * one question at a time tries; a good answer closes, a bad one opens again and doubles the rest, up to eight times.
 */
export class Onderbreker {
  readonly #instelling: OnderbrekerInstelling
  readonly #nu: () => number
  #laatste: boolean[] = []
  #openVanaf: number | undefined
  #keren = 0
  #isProefBezig = false

  constructor(instelling: OnderbrekerInstelling, nu: () => number) {
    this.#instelling = instelling
    this.#nu = nu
  }

  get keten(): Keten {
    if (this.#openVanaf === undefined) return 'dicht'
    return this.#nu() - this.#openVanaf >= this.#rustMs ? 'half-open' : 'open'
  }

  /** May we ask? Whoever gets `true` reports back with `meld` or `laatGaan`. */
  vraagDoorgang(): boolean {
    const keten = this.keten
    if (keten === 'dicht') return true
    if (keten === 'open' || this.#isProefBezig) return false
    this.#isProefBezig = true
    return true
  }

  meld(isGoed: boolean): void {
    this.#isProefBezig = false
    if (this.#openVanaf !== undefined) {
      // An answer to a question from before it opened says nothing about now; a good one is still welcome.
      if (isGoed) this.#sluit()
      else if (this.keten === 'half-open') this.#open()
      return
    }
    this.#laatste = [...this.#laatste, isGoed].slice(-this.#instelling.venster)
    const mis = this.#laatste.filter((goed) => !goed).length
    const { minimum, aandeel } = this.#instelling
    // A good answer never opens, however bad it was before.
    if (!isGoed && this.#laatste.length >= minimum && mis / this.#laatste.length >= aandeel) this.#open()
  }

  /** The question said nothing about the source. */
  laatGaan(): void {
    this.#isProefBezig = false
  }

  get #rustMs(): number {
    return this.#instelling.rustMs * 2 ** Math.min(this.#keren - 1, 3)
  }

  #open(): void {
    this.#openVanaf = this.#nu()
    this.#keren++
  }

  #sluit(): void {
    this.#openVanaf = undefined
    this.#keren = 0
    this.#laatste = []
  }
}
