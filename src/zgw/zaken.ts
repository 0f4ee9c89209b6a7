import { z } from 'zod'
import { adres, betrokkeneTypen, datum, duur, moment, rolomschrijvingen } from './waarden.ts'

/**
 * The Zaken API 1.5 as it comes in from another organisation. What newer versions added (`uuid`, the lists of
 * relations) may be absent: a case register of 1.2 is still one. Unknown fields fall away.
 */
const lijst = z.array(z.string()).default([])
const leegOf = <T extends z.ZodType>(soort: T) => z.union([soort, z.literal('')]).nullish()

export const zaakSchema = z.object({
  url: adres,
  uuid: z.guid().optional(),
  identificatie: z.string(),
  bronorganisatie: z.string(),
  omschrijving: z.string().default(''),
  toelichting: z.string().default(''),
  zaaktype: adres,
  registratiedatum: datum.nullish(),
  verantwoordelijkeOrganisatie: z.string(),
  startdatum: datum,
  einddatum: datum.nullable(),
  /** What is planned; says nothing about the law. */
  einddatumGepland: datum.nullish(),
  /** The last day according to the law. */
  uiterlijkeEinddatumAfdoening: datum.nullish(),
  publicatiedatum: datum.nullish(),
  vertrouwelijkheidaanduiding: z.string().default(''),
  betalingsindicatie: z.string().default(''),
  laatsteBetaaldatum: moment.nullish(),
  verlenging: z.object({ reden: z.string(), duur: leegOf(duur) }).nullish(),
  opschorting: z.object({ indicatie: z.boolean(), reden: z.string().default('') }).nullish(),
  hoofdzaak: leegOf(adres),
  deelzaken: lijst,
  /** The only field that may point to a case of another organisation. */
  relevanteAndereZaken: z.array(z.object({ url: z.string(), aardRelatie: z.string() })).default([]),
  kenmerken: z.array(z.object({ kenmerk: z.string(), bron: z.string() })).default([]),
  status: leegOf(adres),
  resultaat: leegOf(adres),
  rollen: lijst,
  eigenschappen: lijst,
  zaakinformatieobjecten: lijst,
  archiefstatus: z.string().default(''),
  _expand: z.record(z.string(), z.unknown()).optional(),
})
export type Zaak = z.infer<typeof zaakSchema>

export const statusSchema = z.object({
  url: adres,
  zaak: adres,
  statustype: adres,
  datumStatusGezet: moment,
  statustoelichting: z.string().default(''),
  indicatieLaatstGezetteStatus: z.boolean().optional(),
  _expand: z.record(z.string(), z.unknown()).optional(),
})
export type Status = z.infer<typeof statusSchema>

export const resultaatSchema = z.object({
  url: adres,
  zaak: adres,
  resultaattype: adres,
  toelichting: z.string().default(''),
  _expand: z.record(z.string(), z.unknown()).optional(),
})
export type Resultaat = z.infer<typeof resultaatSchema>

/** Only what identifies somebody; a name of an official is not even read. */
export const betrokkeneSchema = z
  .object({
    inpBsn: z.string().default(''),
    inpA_nummer: z.string().default(''),
    anpIdentificatie: z.string().default(''),
    innNnpId: z.string().default(''),
    kvkNummer: z.string().default(''),
    vestigingsNummer: z.string().default(''),
  })
  .partial()

export const rolSchema = z.object({
  url: adres,
  zaak: adres,
  betrokkene: z.string().default(''),
  betrokkeneType: z.enum(betrokkeneTypen),
  roltype: adres,
  omschrijving: z.string().default(''),
  omschrijvingGeneriek: z.enum(rolomschrijvingen).or(z.literal('')),
  indicatieMachtiging: z.enum(['gemachtigde', 'machtiginggever', '']).nullish(),
  betrokkeneIdentificatie: betrokkeneSchema.nullish(),
  _expand: z.record(z.string(), z.unknown()).optional(),
})
export type Rol = z.infer<typeof rolSchema>

export const zaakInformatieObjectSchema = z.object({
  url: adres,
  informatieobject: adres,
  zaak: adres,
  titel: z.string().default(''),
  beschrijving: z.string().default(''),
  registratiedatum: moment.nullish(),
})
export type ZaakInformatieObject = z.infer<typeof zaakInformatieObjectSchema>

export const zaakEigenschapSchema = z.object({
  url: adres,
  zaak: adres,
  naam: z.string(),
  waarde: z.string(),
})
export const zaakBesluitSchema = z.object({ url: adres, besluit: adres })
