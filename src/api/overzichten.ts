/** Lists to choose from: the vocabulary of facts, the places, and the life events. */
import { z } from 'zod'
import { DOELGROEPEN, type Levensgebeurtenis, type Organisatie } from '../corpus/index.ts'
import { vocabulaireAlsJsonSchema } from '../engine/index.ts'
import { stapwie } from '../gebeurtenissen/index.ts'
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

const dag = component(
  'Termijndag',
  z
    .object({
      richting: z.enum(['op', 'voor', 'na']).meta({ description: 'Op de datum zelf, ervoor of erna.' }),
      duur: z
        .object({
          aantal: z.int(),
          eenheid: z.enum(['dagen', 'werkdagen', 'weken', 'maanden', 'jaren']),
        })
        .optional(),
    })
    .meta({ description: 'Een dag, geteld vanaf de datum van de gebeurtenis.' }),
)

const termijn = component(
  'Termijn',
  z.object({
    vanaf: dag.optional(),
    tot: dag.optional().meta({ description: 'De laatste dag, geteld vanaf de dag na de datum.' }),
    isVerlengbaar: z.boolean().meta({ description: 'Of de Algemene termijnenwet de laatste dag opschuift.' }),
    zekerheid: z.enum(['wet', 'meestal']).meta({ description: 'Uit de wet, of zoals het meestal gaat.' }),
    artikel: tekst.optional(),
    bron: tekst.optional(),
  }),
)

const stap = component(
  'Stap',
  z
    .object({
      id: tekst.meta({ example: 'geboorteaangifte' }),
      titel: tekstPerTaal,
      wat: tekstPerTaal,
      wie: z.enum(['u', 'vanzelf', 'ander']).meta({ description: 'Wie de stap doet.' }),
      organisatie: tekst.meta({ description: 'Kenmerk van de organisatie.' }),
      overheid: z
        .boolean()
        .meta({ description: 'Of het een overheid is; een bank is dat bijvoorbeeld niet.' }),
      kanalen,
      contact: kanalen,
      gebied: tekst.optional().meta({ description: 'Waar de stap geldt; zonder dit veld overal.' }),
      als: z
        .record(tekst, z.array(tekst))
        .optional()
        .meta({ description: 'Bij welke antwoorden de stap hoort, per vraag.' }),
      wachtOp: z.array(tekst).meta({ description: 'Kenmerken van stappen die eerst moeten.' }),
      termijn: termijn.optional(),
      termijnTekst: tekstPerTaal.optional(),
      regelingen: z.array(tekst),
    })
    .meta({ description: 'Wat iemand bij één organisatie regelt.' }),
)

const vraag = component(
  'Gebeurtenisvraag',
  z.object({
    id: tekst,
    vraag: tekstPerTaal,
    opties: z.array(z.object({ id: tekst, naam: tekstPerTaal })),
  }),
)

const gebeurtenis = component(
  'Gebeurtenis',
  z.object({
    id: tekst.meta({ example: 'kind-krijgen' }),
    doelgroep: z.enum(DOELGROEPEN),
    naam: tekstPerTaal,
    titel: tekstPerTaal,
    kort: tekstPerTaal,
    vragen: z.array(vraag),
    stappen: z.array(stap),
    regelingen: z.array(tekst).meta({ description: 'Regelingen om opnieuw te bekijken.' }),
  }),
)

/** As anybody may know it: no place, so `gemeente` stays the municipality in general. */
function alsAntwoord(van: Levensgebeurtenis, organisaties: ReadonlyMap<string, Organisatie>): unknown {
  const { id, doelgroep, naam, titel, kort, vragen, stappen, regelingen } = van
  return {
    id,
    doelgroep,
    naam,
    titel,
    kort,
    vragen: vragen.map(({ id: vraagId, vraag: tekstVan, opties }) => ({
      id: vraagId,
      vraag: tekstVan,
      opties,
    })),
    stappen: stappen.map((s) => {
      const wie = stapwie(s, { organisaties, plaats: undefined })
      return {
        id: s.id,
        titel: s.titel,
        wat: s.wat,
        wie: s.wie,
        organisatie: s.organisatie,
        overheid: wie.isOverheid,
        kanalen: wie.kanalen,
        contact: wie.vragen,
        gebied: s.gebied,
        als: s.als,
        wachtOp: s.wachtOp,
        termijn: s.termijn,
        termijnTekst: s.termijnTekst,
        regelingen: s.regelingen,
      }
    }),
    regelingen,
  }
}

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
    beschrijving: 'Per gebeurtenis de stappen bij alle organisaties, in volgorde, met termijn en kanalen.',
    antwoord: {
      schema: component('Gebeurtenissen', z.object({ gebeurtenissen: z.array(gebeurtenis) })),
      beschrijving: 'Alle gebeurtenissen.',
    },
    handler: (_verzoek, bronnen) => ({
      gebeurtenissen: [...bronnen.gebeurtenissen().values()].map((g) =>
        alsAntwoord(g, bronnen.organisaties()),
      ),
    }),
  },
]
