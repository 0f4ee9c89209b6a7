import { z } from 'zod'
import { adres, moment } from './waarden.ts'

/**
 * What goes to a channel and to whoever subscribed. It holds no personal data and no values: read the resource. It
 * comes at least once, in any order, and never again when it was lost.
 */
export const notificatieSchema = z.object({
  kanaal: z.string().min(1).max(50),
  hoofdObject: adres,
  resource: z.string().max(100),
  resourceUrl: adres,
  /** `create`, `update`, `partial_update`, `destroy`; an open list, as `test` shows. */
  actie: z.string().max(100),
  aanmaakdatum: moment,
  kenmerken: z.record(z.string(), z.string().max(1000)).default({}),
})
export type Notificatie = z.infer<typeof notificatieSchema>

/** Equal for the same event delivered twice. */
export function sleutelVan({ resourceUrl, actie, aanmaakdatum }: Notificatie): string {
  return `${actie} ${aanmaakdatum} ${resourceUrl}`
}

export const abonnementSchema = z.object({
  callbackUrl: z.url({ protocol: /^https?$/ }).max(200),
  /** The literal value of the Authorization header that the sender puts on. */
  auth: z.string().min(1).max(1000),
  kanalen: z
    .array(z.object({ naam: z.string().min(1), filters: z.record(z.string(), z.string()).default({}) }))
    .min(1),
})
export type Abonnement = z.infer<typeof abonnementSchema>

/** What may be filtered on, per channel. */
export const kanalen = {
  zaken: ['bronorganisatie', 'zaaktype', 'vertrouwelijkheidaanduiding'],
  documenten: ['bronorganisatie', 'informatieobjecttype', 'vertrouwelijkheidaanduiding'],
  besluiten: ['verantwoordelijke_organisatie', 'besluittype'],
  zaaktypen: ['catalogus'],
  besluittypen: ['catalogus'],
  informatieobjecttypen: ['catalogus'],
  autorisaties: [],
} as const

export const kanaalSchema = z.object({
  naam: z.string().min(1).max(50),
  documentatieLink: z.union([adres.max(200), z.literal('')]).default(''),
  filters: z.array(z.string().min(1).max(100)).default([]),
})
export type Kanaal = z.infer<typeof kanaalSchema>

/** `*` and an empty text let everything through. */
export function wilHebben({ kanalen: gevraagd }: Abonnement, { kanaal, kenmerken }: Notificatie): boolean {
  return gevraagd.some(
    ({ naam, filters }) =>
      naam === kanaal &&
      Object.entries(filters).every(
        ([kenmerk, waarde]) => waarde === '' || waarde === '*' || kenmerken[kenmerk] === waarde,
      ),
  )
}
