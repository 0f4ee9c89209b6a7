/** Lists to choose from: the vocabulary of facts, the places, and the life events. */
import { z } from 'zod'
import { vocabulaireAlsJsonSchema } from '../engine/index.ts'
import { component, kanalen, tekst, tekstPerTaal } from './componenten.ts'
import type { Route } from './route.ts'

const gebied = component(
  'Gebied',
  z.object({
    code: tekst.meta({ example: 'GM0363' }),
    naam: tekst.meta({ example: 'Amsterdam' }),
    soort: z.enum(['land', 'groep', 'gemeente', 'provincie', 'waterschap', 'eiland']),
    valuta: z.enum(['EUR', 'USD']),
    tijdzone: tekst.meta({ example: 'Europe/Amsterdam' }),
    ligtIn: z.array(tekst).meta({ description: 'Kenmerken van de grotere gebieden.' }),
    waterschappen: z.array(tekst).meta({ description: 'Meer dan één als het adres beslist.' }),
  }),
)

const stap = component(
  'Stap',
  z
    .object({
      organisatie: tekst.meta({ description: 'Kenmerk van de organisatie.' }),
      overheid: z
        .boolean()
        .meta({ description: 'Of het een overheid is; een bank is dat bijvoorbeeld niet.' }),
      kanalen,
    })
    .meta({ description: 'Wat iemand bij één organisatie regelt.' }),
)

const gebeurtenis = component(
  'Gebeurtenis',
  z.object({ id: tekst.meta({ example: 'verhuizen' }), naam: tekstPerTaal, stappen: z.array(stap) }),
)

export const overzichtRoutes: readonly Route[] = [
  {
    methode: 'GET',
    pad: '/feiten',
    naam: 'toonFeiten',
    tag: 'feiten',
    samenvatting: 'Toon de woorden waarin een huishouden wordt beschreven',
    beschrijving:
      'Een JSON Schema (2020-12) van «huishouden» in een berekening: namen, soorten, grenzen en keuzes.',
    antwoord: {
      schema: component(
        'JsonSchema',
        z.record(tekst, z.unknown()).meta({ description: 'Een JSON Schema, versie 2020-12.' }),
      ),
      beschrijving: 'Het vocabulaire als JSON Schema.',
    },
    handler: (_verzoek, bronnen) => vocabulaireAlsJsonSchema(bronnen.corpus()),
  },
  {
    methode: 'GET',
    pad: '/gebieden',
    naam: 'toonGebieden',
    tag: 'gebieden',
    samenvatting: 'Toon de plaatsen waar regelingen gelden',
    beschrijving:
      'Het land, de provincies, gemeenten, waterschappen en eilanden, met de kenmerken die ook in een berekening staan.',
    antwoord: {
      schema: component('Gebieden', z.object({ gebieden: z.array(gebied) })),
      beschrijving: 'Alle plaatsen.',
    },
    handler: (_verzoek, bronnen) => ({
      gebieden: [...bronnen.corpus().gebieden.values()].map(
        ({ code, naam, soort, valuta, tijdzone, in: ligtIn, waterschappen }) => ({
          code,
          naam,
          soort,
          valuta,
          tijdzone,
          ligtIn,
          waterschappen,
        }),
      ),
    }),
  },
  {
    methode: 'GET',
    pad: '/gebeurtenissen',
    naam: 'toonGebeurtenissen',
    tag: 'gebeurtenissen',
    samenvatting: 'Toon de levensgebeurtenissen',
    beschrijving:
      'Per gebeurtenis de stappen bij alle organisaties. Een lege lijst zegt dat de stappen nog niet zijn beschreven.',
    antwoord: {
      schema: component('Gebeurtenissen', z.object({ gebeurtenissen: z.array(gebeurtenis) })),
      beschrijving: 'Alle gebeurtenissen.',
    },
    handler: (_verzoek, bronnen) => ({
      gebeurtenissen: bronnen.gebeurtenissen().map(({ id, naam }) => ({ id, naam, stappen: [] })),
    }),
  },
]
