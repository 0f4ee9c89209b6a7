import type { Notificatie } from '../notificaties.ts'
import type { Dialect } from './dialect.ts'
import type { ZgwOpslag } from './opslag.ts'
import type { Aangemeld } from './rechten.ts'
import { gewonePaden, type Onderdeel, type Paden } from './verzameling.ts'
import { type Soort, verzamelingVan } from './verzamelingen.ts'

/** What everything that handles a request has at hand. */
export interface Context {
  readonly adressen: Adressen
  readonly opslag: ZgwOpslag
  readonly dialect: Dialect
  readonly nu: Date
  readonly uuid: () => string
  readonly aangemeld: Aangemeld
  readonly meld: (notificatie: Notificatie) => void
  readonly buiten: Buiten | undefined
}

/** What is at an address of somebody else; `undefined` when nothing answers well there. */
export type Buiten = (adres: string) => Promise<{ readonly json: unknown } | undefined>

/** Makes addresses of resources; the same base for every reference that goes out. */
export class Adressen {
  readonly wortel: string
  readonly #paden: Paden

  /** `wortel` without a slash at the end: `https://zaken.example`. */
  constructor(wortel: string, paden: Paden) {
    this.wortel = wortel
    this.#paden = paden
  }

  basis(component: Onderdeel): string {
    return this.wortel + (this.#paden[component] ?? gewonePaden[component])
  }

  /** `ouder` is the uuid of the case, for what lives below one. */
  van(soort: Soort, uuid: string, ouder = ''): string {
    const { component, pad } = verzamelingVan(soort)
    return `${this.basis(component)}/${pad.replace('*', ouder)}/${uuid}`
  }

  /** Onderdeel and the parts after its base, or `undefined` when it is none of ours. */
  ontleed(adres: string): { component: Onderdeel; delen: string[] } | undefined {
    for (const component of ['zrc', 'ztc', 'drc', 'brc', 'ac'] as const) {
      if (this.#paden[component] === undefined) continue
      const begin = `${this.basis(component)}/`
      if (adres.startsWith(begin)) return { component, delen: adres.slice(begin.length).split('/') }
    }
    return undefined
  }
}

export function uuidUit(url: string): string {
  return url.slice(url.lastIndexOf('/') + 1)
}
