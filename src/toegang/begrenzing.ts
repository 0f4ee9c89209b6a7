import type { Sleutelring } from '../audit/index.ts'
import type { PersoonId } from '../domain/index.ts'
import type { BegrenzingStore } from './begrenzing-store.ts'

/** So often in so many minutes, counted per person, per session, per network address, or per whom something goes to. */
export interface Grens {
  readonly per: 'persoon' | 'sessie' | 'adres' | 'naar'
  readonly aantal: number
  readonly minuten: number
}

/** Who does it, as far as known. What is absent is not counted. */
export interface Beller {
  readonly persoon?: PersoonId | undefined
  readonly sessie?: string | undefined
  readonly adres?: string | undefined
  /** An e-mail address, or a domain. */
  readonly naar?: string | undefined
}

export type Begrensd =
  | { readonly mag: true }
  | { readonly mag: false; readonly per: Grens['per']; readonly seconden: number }

export interface Begrenzer {
  /** Counts one, and says whether it is one too many. Everywhere at once: all servers count in the same rows. */
  tel(actie: string, grenzen: readonly Grens[], wie: Beller): Promise<Begrensd>
}

/**
 * Fixed windows: counting on never makes anybody wait longer than the end of the window. What is counted is a hash
 * under a key of that day alone, so a row does not say who it was and two days cannot be laid beside each other.
 */
export function openBegrenzer({
  store,
  ring,
  nu,
}: {
  readonly store: BegrenzingStore
  readonly ring: Sleutelring
  readonly nu: () => Date
}): Begrenzer {
  return {
    async tel(actie, grenzen, wie) {
      const op = nu()
      const vensters = grenzen.flatMap((grens) => {
        const wat = grens.per === 'adres' ? netwerkVan(wie.adres) : wie[grens.per]
        if (wat === undefined) return []
        const { begin, einde } = vensterVan(grens, op)
        const naam = `${actie}|${grens.per}|${grens.minuten}|${wat}`
        return [{ grens, einde, begin, sleutel: hashVan(ring, op, naam) }]
      })
      if (vensters.length === 0) return { mag: true }
      const aantallen = await store.tel(vensters.map(({ sleutel, begin }) => ({ sleutel, begin })))
      const over = vensters.filter(({ grens }, i) => (aantallen[i] ?? 0) > grens.aantal)
      const [laatste] = over.toSorted((a, b) => b.einde.getTime() - a.einde.getTime())
      if (laatste === undefined) return { mag: true }
      const seconden = Math.max(1, Math.ceil((laatste.einde.getTime() - op.getTime()) / 1000))
      return { mag: false, per: laatste.grens.per, seconden }
    },
  }
}

function vensterVan({ minuten }: Grens, op: Date): { begin: Date; einde: Date } {
  const duurMs = minuten * 60_000
  const begin = Math.floor(op.getTime() / duurMs) * duurMs
  return { begin: new Date(begin), einde: new Date(begin + duurMs) }
}

/** Of IPv6 the network of one connection (/64): within it a visitor changes address at will. */
export function netwerkVan(adres: string | undefined): string | undefined {
  if (adres === undefined || !adres.includes(':')) return adres
  const v4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(adres)?.[1]
  if (v4 !== undefined) return v4
  const [voor = '', na] = adres.toLowerCase().split('%')[0]?.split('::') ?? []
  const begin = voor === '' ? [] : voor.split(':')
  const eind = na === undefined || na === '' ? [] : na.split(':')
  const midden = na === undefined ? [] : Array<string>(Math.max(0, 8 - begin.length - eind.length)).fill('0')
  const delen = [...begin, ...midden, ...eind].slice(0, 4)
  return `${delen.map((deel) => deel.replace(/^0+(?=.)/, '')).join(':')}::/64`
}

function hashVan(ring: Sleutelring, op: Date, naam: string): Buffer {
  const dag = op.toISOString().slice(0, 10)
  return ring.merk(ring.actief(), `begrenzing ${dag}`, naam)
}
