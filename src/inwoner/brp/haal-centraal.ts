import { z } from 'zod'

/**
 * The part of Haal Centraal BRP personen bevragen 2.x that we read. Unknown names are left out, unknown kinds of
 * address, date or custody are bearable: the standard grows, and we must not fall over.
 */
const bsn = z.string().regex(/^\d{9}$/)
const tabel = z.object({ code: z.string().optional(), omschrijving: z.string().optional() })

const datum = z.union([
  z.object({ type: z.literal('Datum'), datum: z.iso.date() }),
  z.object({ type: z.literal('JaarMaandDatum'), jaar: z.int(), maand: z.int() }),
  z.object({ type: z.literal('JaarDatum'), jaar: z.int() }),
  z.object({ type: z.literal('DatumOnbekend') }),
])
export type BrpDatum = z.infer<typeof datum>

/** Which values are in doubt; every name is a boolean but the day on which the inquiry began. */
const inOnderzoek = z.record(z.string(), z.unknown())
const geboorte = z.object({ datum: datum.optional(), inOnderzoek: inOnderzoek.optional() })
const naam = z.object({
  voornamen: z.string().optional(),
  voorvoegsel: z.string().optional(),
  geslachtsnaam: z.string().optional(),
  inOnderzoek: inOnderzoek.optional(),
})
export type BrpNaam = z.infer<typeof naam>

const partner = z.object({
  burgerservicenummer: bsn.optional(),
  soortVerbintenis: tabel.optional(),
  naam: naam.optional(),
  geboorte: geboorte.optional(),
  inOnderzoek: inOnderzoek.optional(),
  aangaanHuwelijkPartnerschap: z.object({ datum: datum.optional() }).optional(),
  // Also a marriage that ended comes along, when there is no other.
  ontbindingHuwelijkPartnerschap: z.object({}).optional(),
})
export type BrpPartner = z.infer<typeof partner>

const kind = z.object({
  burgerservicenummer: bsn.optional(),
  naam: naam.optional(),
  geboorte: geboorte.optional(),
  inOnderzoek: inOnderzoek.optional(),
})
export type BrpKind = z.infer<typeof kind>

const gezag = z.object({
  type: z.string(),
  minderjarige: z.object({ burgerservicenummer: bsn.optional() }).optional(),
  ouder: z.object({ burgerservicenummer: bsn.optional() }).optional(),
  ouders: z.array(z.object({ burgerservicenummer: bsn.optional() })).optional(),
  inOnderzoek: z.boolean().optional(),
})
export type BrpGezag = z.infer<typeof gezag>

const verblijfplaats = z.object({
  type: z.string(),
  datumVan: datum.optional(),
  adresseerbaarObjectIdentificatie: z.string().optional(),
  verblijfadres: z.object({ land: tabel.optional(), inOnderzoek: inOnderzoek.optional() }).optional(),
  inOnderzoek: inOnderzoek.optional(),
})

const persoon = z.object({
  burgerservicenummer: bsn,
  geheimhoudingPersoonsgegevens: z.boolean().optional(),
  gemeenteVanInschrijving: tabel.optional(),
  inOnderzoek: inOnderzoek.optional(),
  indicatieCurateleRegister: z.boolean().optional(),
  opschortingBijhouding: z.object({ reden: tabel.optional() }).optional(),
  naam: naam.optional(),
  geboorte: geboorte.optional(),
  adressering: z
    .object({
      aanschrijfwijze: z.object({ naam: z.string().optional() }).optional(),
      adresregel1: z.string().optional(),
      adresregel2: z.string().optional(),
    })
    .optional(),
  verblijfplaats: verblijfplaats.optional(),
  partners: z.array(partner).optional(),
  kinderen: z.array(kind).optional(),
  gezag: z.array(gezag).optional(),
})
export type BrpPersoon = z.infer<typeof persoon>

export const raadpleegAntwoord = z.object({
  type: z.literal('RaadpleegMetBurgerservicenummer'),
  personen: z.array(persoon).max(1),
})

const bewoner = z.object({ burgerservicenummer: bsn, geboorte: geboorte.optional() })
export type BrpBewoner = z.infer<typeof bewoner>

export const adresAntwoord = z.object({
  type: z.literal('ZoekMetAdresseerbaarObjectIdentificatie'),
  personen: z.array(bewoner),
})

const gevondene = z.object({
  burgerservicenummer: bsn,
  geheimhoudingPersoonsgegevens: z.boolean().optional(),
  gemeenteVanInschrijving: tabel.optional(),
  opschortingBijhouding: z.object({ reden: tabel.optional() }).optional(),
  naam: naam.optional(),
  geboorte: geboorte.optional(),
})
export type BrpGevondene = z.infer<typeof gevondene>

export const zoekAntwoord = z.object({
  type: z.enum([
    'RaadpleegMetBurgerservicenummer',
    'ZoekMetGeslachtsnaamEnGeboortedatum',
    'ZoekMetPostcodeEnHuisnummer',
  ]),
  personen: z.array(gevondene).max(30),
})

/** Enough to see whether it is the right one. Secrecy and death come along by themselves. */
export const zoekvelden = [
  'burgerservicenummer',
  'naam.voornamen',
  'naam.voorvoegsel',
  'naam.geslachtsnaam',
  'geboorte.datum',
  'gemeenteVanInschrijving',
]

/** No more than what a page shows or a rule uses (Wet BRP: only what the task needs). */
const velden: Readonly<Record<string, readonly string[]>> = {
  naam: ['naam.voornamen', 'naam.voorvoegsel', 'naam.geslachtsnaam', 'adressering.aanschrijfwijze.naam'],
  geboortedatum: ['geboorte.datum'],
  // Secrecy comes along by itself and may not be asked; what silence about it means depends on where they stand.
  geheimhouding: ['gemeenteVanInschrijving'],
  adres: [
    'gemeenteVanInschrijving',
    'adressering.adresregel1',
    'adressering.adresregel2',
    'verblijfplaats.datumVan',
    'verblijfplaats.verblijfadres.land',
  ],
  // Others at the address are those who are no partner or child: so it is asked which of them those are.
  huishouden: [
    'verblijfplaats.adresseerbaarObjectIdentificatie',
    'partners.burgerservicenummer',
    'partners.ontbindingHuwelijkPartnerschap.datum',
    'kinderen.burgerservicenummer',
  ],
  partner: [
    'partners.burgerservicenummer',
    'partners.naam',
    'partners.geboorte.datum',
    'partners.soortVerbintenis',
    'partners.aangaanHuwelijkPartnerschap.datum',
    'partners.ontbindingHuwelijkPartnerschap.datum',
  ],
  kinderen: ['kinderen.burgerservicenummer', 'kinderen.naam', 'kinderen.geboorte.datum', 'gezag'],
  vertegenwoordiging: ['indicatieCurateleRegister'],
}

/** Fields for these kinds of data of the register of processing activities; all of them where none are named. */
export function veldenVoor(soorten: readonly string[] = Object.keys(velden)): string[] {
  const gevraagd = Object.entries(velden).flatMap(([soort, namen]) => (soorten.includes(soort) ? namen : []))
  return [...new Set(['burgerservicenummer', ...gevraagd])]
}

export const bewonersvelden = ['burgerservicenummer', 'geboorte.datum']
