import { z } from 'zod'
import { adres, datum, duur, rolomschrijvingen } from './waarden.ts'

/** The Catalogi API 1.3 as it comes in: what a resident can notice of it. */
const adressen = z.array(z.string()).default([])

export const catalogusSchema = z.object({ url: adres, domein: z.string(), rsin: z.string() })

export const zaaktypeSchema = z.object({
  url: adres,
  /** Stays the same over versions; the address does not. Settings hang on (domein, rsin, identificatie). */
  identificatie: z.string(),
  catalogus: adres,
  omschrijving: z.string(),
  omschrijvingGeneriek: z.string().default(''),
  vertrouwelijkheidaanduiding: z.string(),
  doel: z.string().default(''),
  onderwerp: z.string().default(''),
  /** Unknown is `intern`: then nothing is shown. */
  indicatieInternOfExtern: z.enum(['intern', 'extern']).catch('intern'),
  doorlooptijd: duur.nullish().catch(null),
  servicenorm: duur.nullish().catch(null),
  opschortingEnAanhoudingMogelijk: z.boolean().default(false),
  verlengingMogelijk: z.boolean().default(false),
  verlengingstermijn: duur.nullish().catch(null),
  productenOfDiensten: adressen,
  trefwoorden: z.array(z.string()).default([]),
  statustypen: adressen,
  resultaattypen: adressen,
  // The files of 1.3 call this a text; every implementation gives a list.
  informatieobjecttypen: z.union([adressen, z.string()]).optional(),
  besluittypen: adressen,
  roltypen: adressen,
  beginGeldigheid: datum.optional(),
  eindeGeldigheid: datum.nullish(),
  concept: z.boolean().default(false),
})
export type Zaaktype = z.infer<typeof zaaktypeSchema>

export const statustypeSchema = z.object({
  url: adres,
  omschrijving: z.string(),
  omschrijvingGeneriek: z.string().default(''),
  /** Written for the resident, where somebody wrote it. */
  statustekst: z.string().default(''),
  zaaktype: adres,
  volgnummer: z.int(),
  isEindstatus: z.boolean(),
  informeren: z.boolean().default(false),
  doorlooptijd: duur.nullish().catch(null),
  toelichting: z.string().nullish(),
})
export type Statustype = z.infer<typeof statustypeSchema>

export const resultaattypeSchema = z.object({
  url: adres,
  zaaktype: adres,
  omschrijving: z.string(),
  omschrijvingGeneriek: z.string().default(''),
  toelichting: z.string().default(''),
})
export type Resultaattype = z.infer<typeof resultaattypeSchema>

export const roltypeSchema = z.object({
  url: adres,
  zaaktype: adres,
  omschrijving: z.string(),
  omschrijvingGeneriek: z.enum(rolomschrijvingen),
})

export const besluittypeSchema = z.object({
  url: adres,
  catalogus: adres,
  omschrijving: z.string().default(''),
  omschrijvingGeneriek: z.string().default(''),
  reactietermijn: duur.nullish().catch(null),
  toelichting: z.string().default(''),
})
export type Besluittype = z.infer<typeof besluittypeSchema>

export const informatieobjecttypeSchema = z.object({
  url: adres,
  catalogus: adres,
  omschrijving: z.string(),
  vertrouwelijkheidaanduiding: z.string(),
})
export type Informatieobjecttype = z.infer<typeof informatieobjecttypeSchema>

export const zaaktypeInformatieobjecttypeSchema = z.object({
  url: adres,
  zaaktype: adres,
  informatieobjecttype: z.string(),
  volgnummer: z.int(),
  richting: z.enum(['inkomend', 'intern', 'uitgaand']),
  statustype: z.string().nullish(),
})

/** `P56D`, `P8W`, `P3M`: what a duration says in days; months and years stay what they are. */
export function duurIn(tekst: string): { jaren: number; maanden: number; dagen: number } | undefined {
  const gevonden = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T.*)?$/.exec(tekst)
  if (gevonden === null) return undefined
  const [jaren, maanden, weken, dagen] = gevonden.slice(1).map((deel) => Number(deel ?? 0))
  return { jaren: jaren ?? 0, maanden: maanden ?? 0, dagen: (weken ?? 0) * 7 + (dagen ?? 0) }
}
