import type { RegisterMislukt, RegisterUitkomst } from '../inwoner/index.ts'
import type { Wekker } from './plekken.ts'
import type { BronId } from './zaakgegevens.ts'

/** Named limits: so long may one organisation take for one question, and so many questions at once run to it. */
export const hoogstensMs = 20_000
export const tegelijkPerBron = 150

/**
 * Every question to an organisation passes here. One that hangs holds its own places and no others; whoever comes when
 * they are full is told at once, and does not stand in a row. What an adapter throws against its contract costs its
 * own part as well.
 */
export class Vraagbaak {
  readonly #lopend = new Map<BronId, number>()
  readonly #nu: () => Date
  readonly #wekker: Wekker
  readonly #meld: (wat: string, velden: Readonly<Record<string, unknown>>) => void

  constructor(omgeving: {
    readonly nu: () => Date
    readonly wekker: Wekker
    readonly meld: (wat: string, velden: Readonly<Record<string, unknown>>) => void
  }) {
    this.#nu = omgeving.nu
    this.#wekker = omgeving.wekker
    this.#meld = omgeving.meld
  }

  async vraag<T>(bron: BronId, stel: () => Promise<RegisterUitkomst<T>>): Promise<RegisterUitkomst<T>> {
    const lopend = this.#lopend.get(bron) ?? 0
    if (lopend >= tegelijkPerBron) return this.#mislukt('niet-gevraagd')
    this.#lopend.set(bron, lopend + 1)
    const antwoord = this.#stel(bron, stel)
    const { promise: teLaat, resolve } = Promise.withResolvers<RegisterMislukt>()
    const stop = this.#wekker(hoogstensMs, () => resolve(this.#mislukt('te-laat')))
    const uitkomst = await Promise.race([antwoord, teLaat])
    stop()
    return uitkomst
  }

  /** The place is free when the adapter is done, not when we stopped waiting for it. */
  async #stel<T>(bron: BronId, stel: () => Promise<RegisterUitkomst<T>>): Promise<RegisterUitkomst<T>> {
    try {
      return await stel()
    } catch (fout) {
      this.#meld('een zaakbron gooide een fout', { bron, fout })
      return this.#mislukt('storing')
    } finally {
      this.#lopend.set(bron, (this.#lopend.get(bron) ?? 1) - 1)
    }
  }

  #mislukt(soort: RegisterMislukt['soort']): RegisterMislukt {
    return { status: 'fout', soort, sinds: this.#nu() }
  }
}
