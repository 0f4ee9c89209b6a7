import { z } from 'zod'
import { adres, datum } from './waarden.ts'

/** The Besluiten API 1.0 and 1.1 as it comes in. */
export const besluitSchema = z.object({
  url: adres,
  identificatie: z.string().default(''),
  verantwoordelijkeOrganisatie: z.string(),
  besluittype: adres,
  zaak: z.union([adres, z.literal('')]).nullish(),
  datum,
  toelichting: z.string().default(''),
  bestuursorgaan: z.string().default(''),
  ingangsdatum: datum,
  vervaldatum: datum.nullish(),
  vervalreden: z.string().default(''),
  publicatiedatum: datum.nullish(),
  verzenddatum: datum.nullish(),
  /** The last day for an objection. */
  uiterlijkeReactiedatum: datum.nullish(),
})
export type Besluit = z.infer<typeof besluitSchema>

export const besluitInformatieobjectSchema = z.object({ url: adres, informatieobject: adres, besluit: adres })
