/** Waits of one kind of calls. Times in seconds; undefined when there was none to say it of. */
export interface Klassebeeld {
  readonly oproepen: number
  /** Over all of them, who hung up included. */
  readonly gemiddeldSeconden: number | undefined
  /** Nine in ten of who was helped waited so long or shorter, to a tenth of a second. */
  readonly p90Seconden: number | undefined
  /** The part of all calls that was answered within twenty seconds, from 0 to 1. */
  readonly binnen20: number | undefined
  /** The part that hung up, or was refused because the queue was full. */
  readonly afgehaakt: number | undefined
}

const TIENDEN = 10
/** A wait of more than two hours counts as one of two hours in the P90; in the mean as what it was. */
const HOOGSTENS_TIENDEN = 2 * 3600 * TIENDEN
const SNEL_MS = 20_000

/** Counts in fixed memory: no sorting at the end that would hold everybody else up. */
export class Telling {
  readonly #geholpen = new Uint32Array(HOOGSTENS_TIENDEN + 1)
  #aantalGeholpen = 0
  #snel = 0
  #weg = 0
  #somMs = 0

  geholpen(gewachtMs: number): void {
    const vak = Math.min(HOOGSTENS_TIENDEN, Math.ceil((gewachtMs / 1000) * TIENDEN))
    this.#geholpen[vak] = (this.#geholpen[vak] ?? 0) + 1
    this.#aantalGeholpen++
    this.#somMs += gewachtMs
    if (gewachtMs <= SNEL_MS) this.#snel++
  }

  weg(gewachtMs: number): void {
    this.#weg++
    this.#somMs += gewachtMs
  }

  /** Everything counted here and there, as one. */
  plus(ander: Telling): Telling {
    const samen = new Telling()
    for (const een of [this, ander]) {
      for (const [vak, aantal] of een.#geholpen.entries())
        samen.#geholpen[vak] = (samen.#geholpen[vak] ?? 0) + aantal
      samen.#aantalGeholpen += een.#aantalGeholpen
      samen.#snel += een.#snel
      samen.#weg += een.#weg
      samen.#somMs += een.#somMs
    }
    return samen
  }

  beeld(): Klassebeeld {
    const oproepen = this.#aantalGeholpen + this.#weg
    const deel = (aantal: number) => (oproepen === 0 ? undefined : aantal / oproepen)
    const somSeconden = deel(this.#somMs / 1000)
    return {
      oproepen,
      gemiddeldSeconden: somSeconden,
      p90Seconden: this.#p90(),
      binnen20: deel(this.#snel),
      afgehaakt: deel(this.#weg),
    }
  }

  #p90(): number | undefined {
    if (this.#aantalGeholpen === 0) return undefined
    let nog = Math.ceil(this.#aantalGeholpen * 0.9)
    for (const [vak, aantal] of this.#geholpen.entries()) {
      nog -= aantal
      if (nog <= 0) return vak / TIENDEN
    }
    return HOOGSTENS_TIENDEN / TIENDEN
  }
}
