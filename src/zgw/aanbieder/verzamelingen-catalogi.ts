import { rolomschrijvingen } from '../waarden.ts'
import type { Filter, Verzameling } from './verzameling.ts'

/** Types of cases may be read by whoever reads cases or documents; the rest of the catalogue asks its own scope. */
const leesScopes = ['catalogi.lezen'] as const
const typeScopes = ['catalogi.lezen', 'documenten.lezen', 'zaken.lezen'] as const
const gewoon = { component: 'ztc', leesScopes, isGepagineerd: true, heeftEtag: true } as const

const versie: Filter = { naam: 'status', veld: 'concept', vorm: 'versie' }
const geldig: Filter = { naam: 'datumGeldigheid', veld: 'beginGeldigheid', vorm: 'geldig' }
const opCatalogus: Filter = { naam: 'catalogus', veld: 'catalogus', vorm: 'adres' }
const opZaaktype: Filter = { naam: 'zaaktype', veld: 'zaaktype', vorm: 'adres' }
const opIdentificatie: Filter = {
  naam: 'zaaktypeIdentificatie',
  veld: 'zaaktypeIdentificatie',
  vorm: 'tekst',
}

export const catalogiVerzamelingen = {
  catalogussen: {
    ...gewoon,
    pad: 'catalogussen',
    resource: 'catalogus',
    filters: [
      { naam: 'domein', veld: 'domein', vorm: 'tekst' },
      { naam: 'domein__in', veld: 'domein', vorm: 'lijst' },
      { naam: 'rsin', veld: 'rsin', vorm: 'tekst' },
      { naam: 'rsin__in', veld: 'rsin', vorm: 'lijst' },
    ],
  },
  zaaktypen: {
    ...gewoon,
    leesScopes: typeScopes,
    pad: 'zaaktypen',
    resource: 'zaaktype',
    filters: [
      opCatalogus,
      { naam: 'identificatie', veld: 'identificatie', vorm: 'tekst' },
      { naam: 'trefwoorden', veld: 'trefwoorden', vorm: 'bevat' },
      versie,
      geldig,
    ],
    relaties: {
      catalogus: 'catalogussen',
      statustypen: 'statustypen',
      resultaattypen: 'resultaattypen',
      roltypen: 'roltypen',
      eigenschappen: 'eigenschappen',
      informatieobjecttypen: 'informatieobjecttypen',
      besluittypen: 'besluittypen',
    },
    detailvragen: ['datumGeldigheid'],
  },
  statustypen: {
    ...gewoon,
    pad: 'statustypen',
    resource: 'statustype',
    filters: [opZaaktype, opIdentificatie, versie, geldig],
    relaties: { zaaktype: 'zaaktypen', catalogus: 'catalogussen' },
  },
  resultaattypen: {
    ...gewoon,
    pad: 'resultaattypen',
    resource: 'resultaattype',
    // The file spells these two with an underscore.
    filters: [
      opZaaktype,
      { ...opIdentificatie, naam: 'zaaktype_identificatie' },
      versie,
      { ...geldig, naam: 'datum_geldigheid' },
    ],
    relaties: { zaaktype: 'zaaktypen', catalogus: 'catalogussen' },
  },
  roltypen: {
    ...gewoon,
    pad: 'roltypen',
    resource: 'roltype',
    filters: [
      opZaaktype,
      opIdentificatie,
      {
        naam: 'omschrijvingGeneriek',
        veld: 'omschrijvingGeneriek',
        vorm: 'keuze',
        keuzes: rolomschrijvingen,
      },
      versie,
      geldig,
    ],
    relaties: { zaaktype: 'zaaktypen', catalogus: 'catalogussen' },
  },
  eigenschappen: {
    ...gewoon,
    pad: 'eigenschappen',
    resource: 'eigenschap',
    filters: [opZaaktype, opIdentificatie, versie, geldig],
    relaties: { zaaktype: 'zaaktypen', catalogus: 'catalogussen' },
  },
  zaakobjecttypen: {
    ...gewoon,
    pad: 'zaakobjecttypen',
    resource: 'zaakobjecttype',
    filters: [
      { naam: 'anderObjecttype', veld: 'anderObjecttype', vorm: 'jaNee' },
      opCatalogus,
      { naam: 'datumBeginGeldigheid', veld: 'beginGeldigheid', vorm: 'dag', op: 'is' },
      { naam: 'datumEindeGeldigheid', veld: 'eindeGeldigheid', vorm: 'dag', op: 'is' },
      geldig,
      { naam: 'objecttype', veld: 'objecttype', vorm: 'adres' },
      { naam: 'relatieOmschrijving', veld: 'relatieOmschrijving', vorm: 'tekst' },
      opZaaktype,
      opIdentificatie,
    ],
    relaties: { zaaktype: 'zaaktypen', catalogus: 'catalogussen' },
  },
  informatieobjecttypen: {
    ...gewoon,
    pad: 'informatieobjecttypen',
    resource: 'informatieobjecttype',
    relaties: { catalogus: 'catalogussen' },
    filters: [opCatalogus, versie, geldig, { naam: 'omschrijving', veld: 'omschrijving', vorm: 'tekst' }],
  },
  besluittypen: {
    ...gewoon,
    pad: 'besluittypen',
    resource: 'besluittype',
    relaties: { catalogus: 'catalogussen' },
    filters: [
      opCatalogus,
      { naam: 'zaaktypen', veld: 'zaaktypen', vorm: 'bevat' },
      { naam: 'informatieobjecttypen', veld: 'informatieobjecttypen', vorm: 'bevat' },
      versie,
      { naam: 'omschrijving', veld: 'omschrijving', vorm: 'tekst' },
      geldig,
    ],
  },
  'zaaktype-informatieobjecttypen': {
    ...gewoon,
    pad: 'zaaktype-informatieobjecttypen',
    resource: 'zaaktypeinformatieobjecttype',
    filters: [
      opZaaktype,
      { naam: 'informatieobjecttype', veld: 'informatieobjecttype', vorm: 'tekst' },
      { naam: 'richting', veld: 'richting', vorm: 'keuze', keuzes: ['inkomend', 'intern', 'uitgaand'] },
      versie,
    ],
  },
} as const satisfies Readonly<Record<string, Verzameling>>
