/** An objection is to an item for a participant, whatever share it was made to. */
import type { Bezwaarstand, Deelgrond } from './begrippen.ts'
import type { Deelnemer, Deling, Ketenzaak } from './ketenzaak.ts'
import type { Weigering } from './opdracht.ts'

type Paar = Pick<Deling, 'onderdeel' | 'deelnemer'>
type Stand = Pick<Ketenzaak, 'deelnemers' | 'delingen' | 'bezwaren'>

/**
 * An organisation is the same one when it went away and comes back. An outside party has no name that can be compared;
 * with them nothing is shared but on consent.
 */
function wieVan(deelnemer: string, { wie }: Pick<Deelnemer, 'wie'>): string {
  return wie.soort === 'organisatie' ? `o:${wie.organisatie}` : `p:${deelnemer}`
}

export function sleutelVan(
  { deelnemers }: Pick<Stand, 'deelnemers'>,
  { onderdeel, deelnemer }: Paar,
): string {
  const is = deelnemers.get(deelnemer)
  return `${onderdeel} ${is === undefined ? `p:${deelnemer}` : wieVan(deelnemer, is)}`
}

/** The shares of the same item with the same participant. */
export function delingenVan({ delingen }: Pick<Stand, 'delingen'>, { onderdeel, deelnemer }: Paar) {
  return [...delingen.values()].filter((een) => een.onderdeel === onderdeel && een.deelnemer === deelnemer)
}

/** How the objection stands after something happened to one of its shares; as long as one waits, all of it does. */
export function naBezwaar(
  stand: Stand,
  deling: Deling | undefined,
  wordt: Bezwaarstand,
): ReadonlyMap<string, Bezwaarstand> {
  if (deling === undefined) return stand.bezwaren
  const wacht = delingenVan(stand, deling).some(({ id, stand: hoe }) => id !== deling.id && hoe === 'bezwaar')
  return new Map(stand.bezwaren).set(sleutelVan(stand, deling), wacht ? 'wacht' : wordt)
}

/**
 * What the resident objected to is not given again: not while it waits, and after it was stopped on their consent alone,
 * which somebody asked them for anew.
 */
export function keurBezwaar(stand: Stand, paar: Paar, grond: Deelgrond): Weigering | undefined {
  const hoe = stand.bezwaren.get(sleutelVan(stand, paar))
  if (hoe === undefined || hoe === 'blijft') return undefined
  if (hoe === 'gestopt' && grond === 'toestemming') return undefined
  return { reden: 'bezwaar', onderdeel: paar.onderdeel, stand: hoe }
}
