import { z } from 'zod'
import { alsVelden, ongeldig } from '../../fout.ts'
import { adres, betrokkeneTypen, datum, duur, momentInvoer, rsin, vertrouwelijkheden } from '../../waarden.ts'

/**
 * Bodies of requests. What the server fills falls away, as in the reference; `null` and an empty text unset. The texts
 * have the lengths of the files.
 */
export const tekst = (max: number) => z.string().max(max).default('')
export const leegOf = <T extends z.ZodType>(soort: T) => z.union([soort, z.literal('')]).default('')
export const nulOf = <T extends z.ZodType>(soort: T) => soort.nullable().default(null)

/** zrc-011: `null`, or a group in which nothing stands, is none. */
const leeg = z.record(z.string(), z.union([z.null(), z.literal('')])).transform(() => null)
export const groep = <T extends z.ZodType>(soort: T) => nulOf(z.union([leeg, soort]))

const punt = z.array(z.number()).min(2)
const geometrie = z.looseObject({
  type: z.string(),
  coordinates: z.array(z.union([z.number(), z.unknown()])),
})

export const zaakInvoer = z.object({
  identificatie: tekst(40),
  bronorganisatie: rsin,
  omschrijving: tekst(80),
  toelichting: tekst(1000),
  zaaktype: adres,
  registratiedatum: datum.optional(),
  verantwoordelijkeOrganisatie: rsin,
  startdatum: datum,
  einddatumGepland: nulOf(datum),
  uiterlijkeEinddatumAfdoening: nulOf(datum),
  publicatiedatum: nulOf(datum),
  communicatiekanaal: leegOf(adres),
  productenOfDiensten: z.array(adres).default([]),
  vertrouwelijkheidaanduiding: leegOf(z.enum(vertrouwelijkheden)),
  betalingsindicatie: leegOf(z.enum(['nvt', 'nog_niet', 'gedeeltelijk', 'geheel'])),
  laatsteBetaaldatum: nulOf(momentInvoer),
  zaakgeometrie: nulOf(z.union([z.object({ type: z.literal('Point'), coordinates: punt }), geometrie])),
  verlenging: groep(z.object({ reden: z.string().min(1).max(200), duur })),
  opschorting: nulOf(z.object({ indicatie: z.boolean(), reden: z.string().max(200) })),
  selectielijstklasse: leegOf(adres),
  hoofdzaak: z
    .union([adres, z.literal('').transform(() => null)])
    .nullable()
    .default(null),
  relevanteAndereZaken: z
    .array(z.object({ url: adres, aardRelatie: z.enum(['vervolg', 'onderwerp', 'bijdrage']) }))
    .default([]),
  kenmerken: z
    .array(z.object({ kenmerk: z.string().min(1).max(40), bron: z.string().min(1).max(40) }))
    .default([]),
  archiefnominatie: z.enum(['blijvend_bewaren', 'vernietigen', '']).nullable().default(null),
  archiefstatus: z
    .enum(['nog_te_archiveren', 'gearchiveerd', 'gearchiveerd_procestermijn_onbekend', 'overgedragen'])
    .default('nog_te_archiveren'),
  archiefactiedatum: nulOf(datum),
  opdrachtgevendeOrganisatie: leegOf(rsin),
  processobjectaard: z.string().max(200).nullable().default(null),
  startdatumBewaartermijn: nulOf(datum),
  processobject: nulOf(
    z.object({
      datumkenmerk: z.string().max(250),
      identificatie: z.string().max(250),
      objecttype: z.string().max(250),
      registratie: z.string().max(250),
    }),
  ),
})
export type Zaakinvoer = z.infer<typeof zaakInvoer>

export const statusInvoer = z.object({
  zaak: adres,
  statustype: adres,
  datumStatusGezet: momentInvoer,
  statustoelichting: tekst(1000),
  gezetdoor: leegOf(adres.max(200)),
})

export const resultaatInvoer = z.object({ zaak: adres, resultaattype: adres, toelichting: tekst(1000) })

const persoon = z.object({
  inpBsn: leegOf(rsin),
  anpIdentificatie: tekst(17),
  inpA_nummer: tekst(10),
  geslachtsnaam: tekst(200),
  voorvoegselGeslachtsnaam: tekst(80),
  voorletters: tekst(20),
  voornamen: tekst(200),
  geslachtsaanduiding: z.enum(['m', 'v', 'o', '']).default(''),
  geboortedatum: tekst(18),
})
const organisatie = z.object({
  innNnpId: tekst(9),
  annIdentificatie: tekst(17),
  statutaireNaam: tekst(500),
  bezoekadres: tekst(1000),
})
const vestiging = z.object({
  vestigingsNummer: tekst(24),
  handelsnaam: z.array(z.string().max(625)).default([]),
  kvkNummer: tekst(8),
})
const medewerker = z.object({
  identificatie: tekst(24),
  achternaam: tekst(200),
  voorletters: tekst(20),
  voorvoegselAchternaam: tekst(10),
})
const eenheid = z.object({ identificatie: tekst(24), naam: tekst(50), isGehuisvestIn: tekst(24) })

export const betrokkenen = {
  natuurlijk_persoon: persoon,
  niet_natuurlijk_persoon: organisatie,
  vestiging,
  medewerker,
  organisatorische_eenheid: eenheid,
} as const

export const rolInvoer = z.object({
  zaak: adres,
  betrokkene: leegOf(adres),
  betrokkeneType: z.enum(betrokkeneTypen),
  afwijkendeNaamBetrokkene: tekst(625),
  roltype: adres,
  roltoelichting: z.string().max(1000),
  indicatieMachtiging: z.enum(['gemachtigde', 'machtiginggever', '']).default(''),
  contactpersoonRol: nulOf(
    z.object({
      naam: z.string().min(1).max(40),
      emailadres: leegOf(z.email().max(254)),
      telefoonnummer: tekst(20),
      functie: tekst(50),
    }),
  ),
  betrokkeneIdentificatie: z.looseObject({}).nullable().default(null),
})

export const zaakDocumentInvoer = z.object({
  informatieobject: adres,
  zaak: adres,
  titel: tekst(200),
  beschrijving: z.string().default(''),
  vernietigingsdatum: nulOf(momentInvoer),
  status: z
    .union([adres, z.literal('').transform(() => null)])
    .nullable()
    .default(null),
})

const algoritmen = [
  'crc_16',
  'crc_32',
  'crc_64',
  'fletcher_4',
  'fletcher_8',
  'fletcher_16',
  'fletcher_32',
  'hmac',
  'md5',
  'sha_1',
  'sha_256',
  'sha_512',
  'sha_3',
] as const

export const documentInvoer = z.object({
  identificatie: tekst(40),
  bronorganisatie: rsin,
  creatiedatum: datum,
  titel: z.string().min(1).max(200),
  vertrouwelijkheidaanduiding: leegOf(z.enum(vertrouwelijkheden)),
  auteur: z.string().min(1).max(200),
  status: z.enum(['in_bewerking', 'ter_vaststelling', 'definitief', 'gearchiveerd', '']).default(''),
  formaat: tekst(255),
  taal: z.string().length(3),
  bestandsnaam: tekst(255),
  inhoud: z.base64().nullable().default(null),
  bestandsomvang: z.int().nonnegative().nullable().default(null),
  link: leegOf(adres.max(200)),
  beschrijving: tekst(1000),
  ontvangstdatum: nulOf(datum),
  verzenddatum: nulOf(datum),
  indicatieGebruiksrecht: z.boolean().nullable().default(null),
  verschijningsvorm: z.string().default(''),
  ondertekening: groep(z.object({ soort: z.enum(['analoog', 'digitaal', 'pki']), datum })),
  integriteit: groep(z.object({ algoritme: z.enum(algoritmen), waarde: z.string().min(1).max(128), datum })),
  informatieobjecttype: adres.max(200),
  trefwoorden: z.array(z.string().max(100)).default([]),
})

/** Every fault of the body together, in the form of the standard. */
export function leesInvoer<T extends z.ZodType>(schema: T, json: unknown): z.infer<T> {
  const gelezen = schema.safeParse(json)
  if (!gelezen.success) throw ongeldig(...alsVelden(gelezen.error))
  return gelezen.data
}
