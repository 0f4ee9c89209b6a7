/** Which ways lead to a step or a scheme, and which only to somebody who answers a question about it. */
import type { Kanaal, Kanaalkeuze } from '../engine/index.ts'

export type Kanalen = Readonly<Record<string, Kanaal>>
export type Kanaalkeuzes = Readonly<Record<string, Kanaalkeuze>>

export interface Wegen {
  /** Here somebody can do it. */
  readonly doen: Kanalen
  /** Here somebody can ask: the other ways to reach the organisation. */
  readonly vragen: Kanalen
}

/**
 * A step or scheme that names ways can be done in those ways alone: its own, and with «ja» one of the organisation.
 * With «nee» only, or with nothing, it is done wherever the organisation can be reached, except at the information
 * point: that helps with a computer and decides about nothing.
 */
export function verdeelWegen(organisatie: Kanalen | undefined, eigen: Kanaalkeuzes): Wegen {
  const contact = contactwegen(organisatie ?? {})
  const noemtWegen = Object.values(eigen).some((keuze) => keuze !== 'nee')
  const doen: Record<string, Kanaal> = {}
  for (const id of new Set([...Object.keys(contact), ...Object.keys(eigen)])) {
    const keuze = eigen[id] ?? (noemtWegen || id === 'informatiepunt' ? 'nee' : 'ja')
    const weg = typeof keuze === 'object' ? aangevuld(contact[id], keuze) : contact[id]
    if (keuze !== 'nee' && weg !== undefined) doen[id] = weg
  }
  const vragen = Object.entries(contact).filter(([id]) => doen[id] === undefined)
  return { doen, vragen: Object.fromEntries(vragen) }
}

/** How to reach an organisation. What one logs in with belongs to what one comes to do, so it is not among this. */
function contactwegen(kanalen: Kanalen): Kanalen {
  return Object.fromEntries(Object.entries(kanalen).map(([id, { met: _, ...kanaal }]) => [id, kanaal]))
}

/**
 * A step says «go to Burgerzaken» and cannot know the address of each municipality: the organisation adds where.
 * A way with an address, number or page of its own stands alone.
 */
function aangevuld(organisatie: Kanaal | undefined, eigen: Kanaal): Kanaal {
  if (eigen.url !== undefined || eigen.nummer !== undefined || eigen.adres !== undefined) return eigen
  return { ...organisatie, ...eigen }
}

/** The ways of a body of one place on top of those of its kind: the nearest says it best, and a page stands alone. */
export function stapelWegen(...lagen: readonly (Kanalen | undefined)[]): Kanalen {
  const samen: Record<string, Kanaal> = {}
  for (const laag of lagen) {
    for (const [id, kanaal] of Object.entries(laag ?? {})) {
      // A number makes the words that say where to find one superfluous.
      const isHeel = id === 'web' || kanaal.nummer !== undefined
      samen[id] = isHeel ? kanaal : { ...samen[id], ...kanaal }
    }
  }
  return samen
}
