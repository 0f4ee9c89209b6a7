import type { Datum, OrganisatieId } from '../domain/index.ts'
import { beginVan, type Tijdzone } from '../kalender/index.ts'
import type { Stapeigenaar } from './begrippen.ts'

/**
 * By whose clock a day begins and ends at an organisation. The islands are four or five hours later: what has to be done
 * today on Bonaire is in time while it is tomorrow in The Hague.
 */
export type ZoneVan = (organisatie: OrganisatieId) => Tijdzone

export const inNederland: ZoneVan = () => 'Europe/Amsterdam'

/** A resident and an outside party have the day of the owner of the case, whom they deal with. */
export function zoneBij(zoneVan: ZoneVan, eigenaar: Stapeigenaar, regie: OrganisatieId): Tijdzone {
  return zoneVan(eigenaar.soort === 'organisatie' ? eigenaar.organisatie : regie)
}

/** Days of a standard are days in the Netherlands; an index knows moments. */
export const dagbegin = (dag: Datum): Date => beginVan(dag, 'Europe/Amsterdam')
