import { domeinVan } from './echtheid.ts'
import type { NieuwPoststuk } from './poststuk.ts'

/** Named limits, in an hour: of answers that go by themselves to one address, and to one domain. No law gives a number. */
export const bevestigingsgrenzen = { adres: 6, domein: 600 } as const

/** Counts one to this address or domain; `true`: it is not one too many. */
export type TelBevestiging = (wat: keyof typeof bevestigingsgrenzen, naar: string) => Promise<boolean>

/**
 * Who writes in the name of somebody else makes us write to them. So an address, and a domain, hears by itself only so
 * often; what is over is brought by a human, who sees what came in. Nothing of what came in is lost.
 */
export async function metBevestigingsgrens(
  nieuw: NieuwPoststuk,
  tel: TelBevestiging,
): Promise<NieuwPoststuk> {
  const { afzender, magTerug } = nieuw
  if (magTerug !== true || afzender.soort !== 'onbekend' || afzender.adres === undefined) return nieuw
  const adres = afzender.adres.toLowerCase()
  // Both are counted, also when one is enough.
  const mag = await Promise.all([tel('adres', adres), tel('domein', domeinVan(adres))])
  return { ...nieuw, magTerug: mag.every(Boolean) }
}
