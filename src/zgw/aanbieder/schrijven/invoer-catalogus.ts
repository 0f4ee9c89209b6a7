import { z } from 'zod'
import { adres, datum, duur, rolomschrijvingen, rsin, vertrouwelijkheid } from '../../waarden.ts'

/** Bodies for the catalogue. A type of document or decision may be named by its description, as 1.3 writes it. */
const tekst = (max: number) => z.string().max(max).default('')
const nodig = (max: number) => z.string().min(1).max(max)
const nulOf = <T extends z.ZodType>(soort: T) => soort.nullable().default(null)
const leegOf = <T extends z.ZodType>(soort: T) => z.union([soort, z.literal('')]).default('')
const genoemd = z.array(z.string().min(1).max(1000)).default([])

const geldigheid = {
  beginGeldigheid: nulOf(datum),
  eindeGeldigheid: nulOf(datum),
  beginObject: nulOf(datum),
  eindeObject: nulOf(datum),
}
const eigenGeldigheid = { ...geldigheid, beginGeldigheid: datum }

export const catalogusInvoer = z.object({
  domein: nodig(5),
  rsin,
  contactpersoonBeheerNaam: nodig(40),
  contactpersoonBeheerTelefoonnummer: tekst(20),
  contactpersoonBeheerEmailadres: leegOf(z.email().max(254)),
  naam: tekst(200),
  versie: tekst(20),
  begindatumVersie: nulOf(datum),
})

export const zaaktypeInvoer = z.object({
  identificatie: nodig(50),
  omschrijving: nodig(80),
  omschrijvingGeneriek: tekst(80),
  vertrouwelijkheidaanduiding: vertrouwelijkheid,
  doel: z.string().min(1),
  aanleiding: z.string().min(1),
  toelichting: z.string().default(''),
  indicatieInternOfExtern: z.enum(['intern', 'extern']),
  handelingInitiator: nodig(20),
  onderwerp: nodig(80),
  handelingBehandelaar: nodig(20),
  doorlooptijd: duur,
  servicenorm: nulOf(duur),
  opschortingEnAanhoudingMogelijk: z.boolean(),
  verlengingMogelijk: z.boolean(),
  verlengingstermijn: nulOf(duur),
  trefwoorden: z.array(z.string().max(30)).default([]),
  publicatieIndicatie: z.boolean(),
  publicatietekst: z.string().default(''),
  verantwoordingsrelatie: z.array(z.string().max(40)).default([]),
  productenOfDiensten: z.array(adres),
  selectielijstProcestype: leegOf(adres.max(200)),
  referentieproces: z
    .object({ naam: nodig(80), link: leegOf(adres.max(200)) })
    .transform(({ naam, link }) => (link === '' ? { naam } : { naam, link })),
  verantwoordelijke: nodig(50),
  catalogus: adres,
  besluittypen: genoemd,
  deelzaaktypen: genoemd,
  gerelateerdeZaaktypen: z
    .array(
      z.object({
        zaaktype: z.string().max(200),
        aardRelatie: z.enum(['vervolg', 'bijdrage', 'onderwerp']),
        toelichting: tekst(255),
      }),
    )
    .default([]),
  ...eigenGeldigheid,
  versiedatum: datum,
})

export const statustypeInvoer = z.object({
  omschrijving: nodig(80),
  omschrijvingGeneriek: tekst(80),
  statustekst: tekst(1000),
  zaaktype: adres,
  volgnummer: z.int().min(1).max(9999),
  informeren: z.boolean().default(false),
  doorlooptijd: nulOf(duur),
  toelichting: tekst(1000),
  checklistitemStatustype: z
    .array(
      z.object({
        itemnaam: nodig(30),
        vraagstelling: nodig(255),
        verplicht: z.boolean(),
        toelichting: tekst(1000),
      }),
    )
    .default([]),
  ...geldigheid,
})

export const resultaattypeInvoer = z.object({
  zaaktype: adres,
  omschrijving: nodig(30),
  resultaattypeomschrijving: adres,
  selectielijstklasse: adres,
  toelichting: z.string().default(''),
  archiefnominatie: z.enum(['blijvend_bewaren', 'vernietigen', '']).default(''),
  archiefactietermijn: nulOf(duur),
  brondatumArchiefprocedure: nulOf(
    z.object({
      afleidingswijze: z.enum([
        'afgehandeld',
        'ander_datumkenmerk',
        'eigenschap',
        'gerelateerde_zaak',
        'hoofdzaak',
        'ingangsdatum_besluit',
        'termijn',
        'vervaldatum_besluit',
        'zaakobject',
      ]),
      datumkenmerk: tekst(80),
      einddatumBekend: z.boolean().default(false),
      objecttype: tekst(80),
      registratie: tekst(80),
      procestermijn: z
        .union([duur, z.literal('').transform(() => null)])
        .nullable()
        .default(null),
    }),
  ),
  ...geldigheid,
})

export const roltypeInvoer = z.object({
  zaaktype: adres,
  omschrijving: nodig(100),
  omschrijvingGeneriek: z.enum(rolomschrijvingen),
  ...geldigheid,
})

export const eigenschapInvoer = z.object({
  naam: nodig(20),
  definitie: nodig(255),
  specificatie: z.object({
    groep: tekst(32),
    formaat: z.enum(['tekst', 'getal', 'datum', 'datum_tijd']),
    lengte: nodig(14),
    kardinaliteit: nodig(3),
    waardenverzameling: z.array(z.string().max(100)).default([]),
  }),
  toelichting: tekst(1000),
  zaaktype: adres,
  ...geldigheid,
})

export const informatieobjecttypeInvoer = z.object({
  catalogus: adres,
  omschrijving: nodig(80),
  vertrouwelijkheidaanduiding: vertrouwelijkheid,
  informatieobjectcategorie: nodig(80),
  trefwoord: z.array(z.string().max(30)).default([]),
  ...eigenGeldigheid,
})

export const besluittypeInvoer = z.object({
  catalogus: adres,
  omschrijving: tekst(80),
  omschrijvingGeneriek: tekst(80),
  besluitcategorie: tekst(40),
  reactietermijn: nulOf(duur),
  publicatieIndicatie: z.boolean(),
  publicatietekst: z.string().default(''),
  publicatietermijn: nulOf(duur),
  toelichting: z.string().default(''),
  informatieobjecttypen: genoemd,
  ...eigenGeldigheid,
})

export const zaakobjecttypeInvoer = z.object({
  anderObjecttype: z.boolean(),
  ...geldigheid,
  objecttype: adres.max(200),
  relatieOmschrijving: nodig(80),
  zaaktype: adres,
})

export const zaaktypeDocumentInvoer = z.object({
  zaaktype: adres,
  informatieobjecttype: nodig(1000),
  volgnummer: z.int().min(1).max(999),
  richting: z.enum(['inkomend', 'intern', 'uitgaand']),
  statustype: z
    .union([adres, z.literal('').transform(() => null)])
    .nullable()
    .default(null),
})
