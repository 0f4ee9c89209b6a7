import type { BronUitkomst } from '../../platform/bron/index.ts'

/** In what a supplier may differ and still call it ZGW, as far as it changes what we ask. */
export interface Vermogens {
  /** A search in a body: what identifies a person stays out of addresses. */
  readonly zoek: boolean
  readonly expand: boolean
  /** Leaving out what is too confidential already there. */
  readonly maximum: boolean
  /** Finding a company by its number, which the standard does not have. */
  readonly kvk: boolean
}

/** Named limit: suppliers move to a newer version, and then the shorter way is there. */
const geldigMs = 60 * 60_000

/** What a source turned out to be able to; until then it is taken to be able to everything. */
export class Vermogensboek {
  readonly #nu: () => Date
  #stand: Partial<Record<keyof Vermogens, { readonly kan: boolean; readonly totMs: number }>> = {}

  constructor(nu: () => Date) {
    this.#nu = nu
  }

  kan(wat: keyof Vermogens): boolean {
    return this.weet(wat) ?? true
  }

  /** `undefined`: not seen yet, or too long ago. */
  weet(wat: keyof Vermogens): boolean | undefined {
    const stand = this.#stand[wat]
    return stand !== undefined && this.#nu().getTime() < stand.totMs ? stand.kan : undefined
  }

  onthoud(wat: keyof Vermogens, kan: boolean): void {
    this.#stand = { ...this.#stand, [wat]: { kan, totMs: this.#nu().getTime() + geldigMs } }
  }
}

/** 400: an unknown parameter must be refused. */
export function isGeweigerdeVraag(uitkomst: BronUitkomst<unknown>): boolean {
  return uitkomst.status === 'fout' && uitkomst.http === 400
}

/** There is no such search, or (before 1.5) it takes a geometry and nothing else. */
export function isZonderZoek(uitkomst: BronUitkomst<unknown>): boolean {
  if (uitkomst.status === 'niet-gevonden') return true
  return uitkomst.status === 'fout' && [400, 405, 501].includes(uitkomst.http ?? 0)
}
