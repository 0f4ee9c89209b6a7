import { isHoogstens } from '../../zgw/index.ts'
import type { Toonregel } from '../toonregel.ts'
import type { InformatieobjectVorm, ZaaktypeVorm, ZaakVorm } from './vormen.ts'

/**
 * May a resident see this case? Every part must say yes; what is absent or unknown says no. The standard has no rule
 * for residents: these are the ones that running portals have, which the organisation may set.
 */
export function isZaakZichtbaar(
  zaak: ZaakVorm,
  type: Pick<ZaaktypeVorm, 'indicatieInternOfExtern'>,
  regel: Toonregel,
): boolean {
  if (!regel.tonen || type.indicatieInternOfExtern !== 'extern') return false
  if (!isHoogstens(zaak.vertrouwelijkheidaanduiding, regel.hoogsteVertrouwelijkheid)) return false
  // A case counts as complete from its first status on.
  if (zaak.status === '' && !regel.zonderStatus) return false
  // What went to the archive is there under the rules of the archive.
  if (zaak.archiefstatus !== '' && zaak.archiefstatus !== 'nog_te_archiveren') return false
  const isDicht = zaak.einddatum !== null && zaak.einddatum !== undefined
  return !isDicht || regel.vanaf === undefined || zaak.startdatum >= regel.vanaf
}

/** A draft is nobody's business but that of who writes it. */
export function isDocumentZichtbaar(
  { status, vertrouwelijkheidaanduiding }: InformatieobjectVorm,
  regel: Toonregel,
): boolean {
  if (!regel.documenten || (status !== 'definitief' && status !== 'gearchiveerd')) return false
  return isHoogstens(vertrouwelijkheidaanduiding, regel.hoogsteVertrouwelijkheid)
}
