import type { BronUitkomst } from '../../platform/bron/index.ts'

/** `ongewijzigd`: the source says that what we have is still so. */
export type Vers<T> = { readonly inhoud: T; readonly etag?: string | undefined } | 'ongewijzigd'

interface Stuk<T> {
  readonly inhoud: T
  readonly etag: string | undefined
  readonly opMs: number
}

export interface Houdbaar {
  /** Named limits: so many in all, so long without asking, so long when the source does not answer. */
  readonly max: number
  readonly versMs: number
  readonly noodMs: number
}

/**
 * What changes seldom and belongs to nobody, such as a catalogue. Who asks for the same at the same time waits for one
 * question. Faults are not kept.
 */
export class Voorraad<T> {
  readonly #houdbaar: Houdbaar
  readonly #nu: () => Date
  readonly #stukken = new Map<string, Stuk<T>>()
  readonly #bezig = new Map<string, Promise<BronUitkomst<T>>>()

  constructor(houdbaar: Houdbaar, nu: () => Date) {
    this.#houdbaar = houdbaar
    this.#nu = nu
  }

  haal(
    sleutel: string,
    vraag: (etag: string | undefined) => Promise<BronUitkomst<Vers<T>>>,
  ): Promise<BronUitkomst<T>> {
    const vers = this.pak(sleutel)
    if (vers !== undefined) return Promise.resolve({ status: 'ok', inhoud: vers, op: this.#nu() })
    const bezig = this.#bezig.get(sleutel)
    if (bezig !== undefined) return bezig
    const nieuw = this.#vernieuw(sleutel, vraag).finally(() => this.#bezig.delete(sleutel))
    this.#bezig.set(sleutel, nieuw)
    return nieuw
  }

  /** What is there and fresh. */
  pak(sleutel: string): T | undefined {
    const stuk = this.#stukken.get(sleutel)
    return stuk !== undefined && this.#oudMs(stuk) < this.#houdbaar.versMs ? stuk.inhoud : undefined
  }

  leg(sleutel: string, inhoud: T, etag?: string | undefined): void {
    this.#stukken.delete(sleutel)
    this.#stukken.set(sleutel, { inhoud, etag, opMs: this.#nu().getTime() })
    // A map keeps its order: what was put in longest ago goes.
    if (this.#stukken.size > this.#houdbaar.max) {
      for (const [oudste] of this.#stukken) {
        this.#stukken.delete(oudste)
        break
      }
    }
  }

  async #vernieuw(
    sleutel: string,
    vraag: (etag: string | undefined) => Promise<BronUitkomst<Vers<T>>>,
  ): Promise<BronUitkomst<T>> {
    const oud = this.#stukken.get(sleutel)
    const uitkomst = await vraag(oud?.etag)
    if (uitkomst.status === 'ok') {
      if (uitkomst.inhoud !== 'ongewijzigd') {
        this.leg(sleutel, uitkomst.inhoud.inhoud, uitkomst.inhoud.etag)
        return { status: 'ok', inhoud: uitkomst.inhoud.inhoud, op: uitkomst.op }
      }
      if (oud === undefined) return { status: 'fout', soort: 'onleesbaar', sinds: uitkomst.op }
      this.leg(sleutel, oud.inhoud, oud.etag)
      return { status: 'ok', inhoud: oud.inhoud, op: uitkomst.op }
    }
    if (uitkomst.status === 'niet-gevonden') {
      this.#stukken.delete(sleutel)
      return uitkomst
    }
    const isBruikbaar = oud !== undefined && this.#oudMs(oud) < this.#houdbaar.noodMs
    return isBruikbaar ? { status: 'ok', inhoud: oud.inhoud, op: new Date(oud.opMs) } : uitkomst
  }

  #oudMs({ opMs }: Stuk<T>): number {
    return this.#nu().getTime() - opMs
  }
}
