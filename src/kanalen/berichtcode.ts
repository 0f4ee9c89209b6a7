import { eigenAfzender, type NieuweCode } from '../afzender/index.ts'
import type { OrganisatieId } from '../domain/index.ts'
import { datumOp } from '../kalender/index.ts'
import type { Bericht } from './bericht.ts'
import { kenmerkenVan } from './berichtsoort.ts'

/** What the control code of a message says: from whom, of which day, of which group. Never what it says or to whom. */
export function codeVoor(
  { id, soort, verstuurd }: Pick<Bericht, 'id' | 'soort' | 'verstuurd'>,
  van: OrganisatieId | undefined,
): NieuweCode {
  return {
    organisatie: van ?? eigenAfzender,
    datum: datumOp(verstuurd, 'Europe/Amsterdam'),
    onderwerp: kenmerkenVan(soort).groep,
    bericht: id,
  }
}
