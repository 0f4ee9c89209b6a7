/** One thing that left, as it came in here. */
export interface Poststuk {
  readonly nummer: number
  readonly op: Date
  readonly weg: 'email' | 'sms' | 'brief'
  readonly aan: string
  readonly onderwerp: string
  readonly tekst: string
  /** Where the sender wants to hear when it does not arrive. */
  readonly retour?: string
  readonly koppen?: readonly (readonly [string, string])[]
  /** Just as it came: the message, or the PDF. */
  readonly ruw?: Uint8Array
  stand: string
}

/** Named limit: of what is older nothing remains. */
const maxStukken = 200

/** Everything that was sent, the latest first; in memory alone. */
export class Postbord {
  #stukken: Poststuk[] = []
  #nummer = 0

  neem(stuk: Omit<Poststuk, 'nummer'>): Poststuk {
    this.#nummer++
    const nieuw = { ...stuk, nummer: this.#nummer }
    this.#stukken = [nieuw, ...this.#stukken].slice(0, maxStukken)
    return nieuw
  }

  lijst(): readonly Poststuk[] {
    return this.#stukken
  }

  vind(nummer: number): Poststuk | undefined {
    return this.#stukken.find((stuk) => stuk.nummer === nummer)
  }
}
