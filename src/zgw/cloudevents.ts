import { z } from 'zod'
import { moment } from './waarden.ts'

/**
 * The other way in which a case register says that something changed: CloudEvents 1.0 in the profile of NL GOV, as
 * Open Zaak sends them to national receivers. A hint only: read the case at its source. The standard is young, so the
 * list of types is open and what is not known falls away.
 */
export const zaakgebeurtenissen = [
  'nl.overheid.zaken.zaak-geregistreerd',
  'nl.overheid.zaken.zaak-gemuteerd',
  'nl.overheid.zaken.zaak-bijgewerkt',
  'nl.overheid.zaken.zaak-opgeschort',
  'nl.overheid.zaken.zaak-verlengd',
  'nl.overheid.zaken.zaak-afgesloten',
  'nl.overheid.zaken.zaak-verwijderd',
  'nl.overheid.zaken.zaak-geopend',
] as const

export const zaakgebeurtenisSchema = z.object({
  specversion: z.literal('1.0'),
  id: z.string().min(1).max(255),
  /** `urn:nld:oin:<oin>:<system>`: who says it. With `id` it tells one event from another. */
  source: z
    .string()
    .regex(/^urn:nld:(oin|kvknr):[^\s]+$/)
    .max(255),
  type: z.string().startsWith('nl.overheid.zaken.').max(255),
  /** The uuid of the case. */
  subject: z.guid(),
  time: moment.optional(),
  datacontenttype: z.string().optional(),
  /** Path of the case at its source; never an address at another host. */
  dataref: z
    .string()
    .regex(/^\/(?![/\\])[^\s\\]*$/)
    .max(1000)
    .optional(),
  data: z
    .object({
      bronorganisatie: z.string().optional(),
      zaaktype: z.string().optional(),
      'zaaktype.catalogus': z.string().optional(),
      vertrouwelijkheidaanduiding: z.string().optional(),
    })
    .nullish(),
})
export type Zaakgebeurtenis = z.infer<typeof zaakgebeurtenisSchema>

/** After these the case is gone at its source, and so must be every trace of it elsewhere. */
export function isVerwijderd({ type }: Zaakgebeurtenis): boolean {
  return type === 'nl.overheid.zaken.zaak-verwijderd'
}

/** Equal for the same event delivered twice. */
export function gebeurtenissleutel({ source, id }: Zaakgebeurtenis): string {
  return `${source} ${id}`
}
