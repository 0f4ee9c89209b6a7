import { z } from 'zod'
import { adres, datum } from './waarden.ts'

export const documentstatussen = ['in_bewerking', 'ter_vaststelling', 'definitief', 'gearchiveerd'] as const

/** The Documenten API 1.4 as it comes in. */
export const informatieobjectSchema = z.object({
  url: adres,
  identificatie: z.string().default(''),
  bronorganisatie: z.string(),
  creatiedatum: datum,
  titel: z.string(),
  vertrouwelijkheidaanduiding: z.string().default(''),
  auteur: z.string().default(''),
  status: z.string().default(''),
  formaat: z.string().default(''),
  taal: z.string().default(''),
  versie: z.int(),
  bestandsnaam: z.string().default(''),
  /** An address on read, base64 on write. A resident never gets this address. */
  inhoud: z.string().nullish(),
  bestandsomvang: z.int().nonnegative().nullish(),
  beschrijving: z.string().default(''),
  ontvangstdatum: datum.nullish(),
  verzenddatum: datum.nullish(),
  indicatieGebruiksrecht: z.boolean().nullish(),
  informatieobjecttype: adres,
  locked: z.boolean().default(false),
})
export type Informatieobject = z.infer<typeof informatieobjectSchema>

export const objectInformatieobjectSchema = z.object({
  url: adres,
  informatieobject: adres,
  object: adres,
  objectType: z.enum(['besluit', 'zaak', 'verzoek']),
})
