/** Which electronic way each body designated for each kind of message (Awb 2:13), as it holds on a day. */
import { z } from 'zod'
import {
  aanwijzingOp,
  POSTKANALEN,
  POSTSOORTEN,
  type Postwegen,
  type Postwegregister,
  postwegenOp,
} from '../corpus/index.ts'
import { type Datum, parseDatum } from '../domain/index.ts'
import { component, datum, tekst } from './componenten.ts'
import { DATUM, vandaag } from './parameters.ts'
import { ApiProbleem } from './problemen.ts'
import type { ApiBronnen, Parameter, Route } from './route.ts'

const aanwijzing = component(
  'Aanwijzing',
  z.object({
    soort: z.enum(POSTSOORTEN).meta({
      description: 'Soort bericht, zoals Awb 2:13 ze deelt; overig is elk ander bericht (Awb 2:14).',
    }),
    stand: z.enum(['vastgesteld', 'uitzondering', 'niet-vastgesteld']).meta({
      description:
        'niet-vastgesteld: er is geen besluit gelezen. Dat is niet hetzelfde als geen weg. uitzondering: Awb 2:13 lid 4.',
    }),
    wegen: z
      .array(
        z.object({
          kanaal: z.enum(POSTKANALEN),
          waar: tekst.optional().meta({ description: 'Zonder: het formulier van deze website.' }),
        }),
      )
      .optional(),
    tot: datum.optional().meta({ description: 'Einde van een uitzondering; die dag geldt zij niet meer.' }),
    besluit: tekst.optional().meta({ description: 'Waar dit staat.' }),
  }),
)

const overzicht = component(
  'Postwegen',
  z.object({
    organisatie: tekst.meta({ example: 'svb' }),
    naam: tekst,
    versie: z.int().meta({ description: 'Hoger bij elke andere tekst van deze organisatie.' }),
    vanaf: datum,
    soorten: z.array(aanwijzing),
  }),
)

const ORGANISATIE: Parameter = {
  schema: tekst.regex(/^[A-Za-z0-9-]{1,60}$/),
  beschrijving: 'Kenmerk van één organisatie. Zonder: alle.',
  voorbeeld: 'svb',
  verwacht: 'een kenmerk van een organisatie, als svb of gemeente-GM0599',
}

export const postwegRoutes: readonly Route[] = [
  {
    methode: 'GET',
    pad: '/postwegen',
    naam: 'toonPostwegen',
    tag: 'postwegen',
    samenvatting: 'Toon welke digitale weg per soort bericht is aangewezen',
    beschrijving:
      'Per organisatie en soort bericht de aangewezen weg (Awb 2:13), op een dag. Op papier mag ook, tenzij een bijzondere wet iets anders zegt (Awb 2:7).',
    query: { organisatie: ORGANISATIE, datum: DATUM },
    antwoord: {
      schema: component('PostwegenLijst', z.object({ datum, postwegen: z.array(overzicht) })),
      beschrijving: 'De wegen zoals ze die dag gelden.',
    },
    handler: ({ query: { organisatie, datum: opDag } }, bronnen) => {
      const dag = opDag ?? vandaag(bronnen.nu())
      const alle = bronnen.postwegen?.() ?? new Map<string, readonly Postwegen[]>()
      if (organisatie !== undefined && !alle.has(organisatie))
        throw new ApiProbleem('verzoek-ongeldig', [
          {
            in: 'query',
            parameter: 'organisatie',
            code: 'onbekende-organisatie',
            detail: 'Van deze organisatie is niets over haar wegen opgeschreven.',
            gegeven: organisatie,
            verwacht: ORGANISATIE.verwacht,
          },
        ])
      // The parameter was checked, and today is a day.
      const op = parseDatum(dag) as NonNullable<ReturnType<typeof parseDatum>>
      const gekozen = [...alle].flatMap(([van, teksten]) => {
        // Before the first one the same holds as where nothing is written down; then that is named.
        const tekst = postwegenOp(alle, van, op) ?? teksten.at(-1)
        return tekst === undefined || (organisatie !== undefined && van !== organisatie) ? [] : [tekst]
      })
      return { datum: dag, postwegen: gekozen.map((van) => alsAntwoord(van, alle, op, bronnen)) }
    },
  },
]

function alsAntwoord(
  { organisatie, versie, vanaf }: Postwegen,
  alle: Postwegregister,
  op: Datum,
  { organisaties }: Pick<ApiBronnen, 'organisaties'>,
): z.infer<typeof overzicht> {
  return {
    organisatie,
    naam: organisaties().get(organisatie)?.naam ?? organisatie,
    versie,
    vanaf,
    soorten: POSTSOORTEN.map((soort) => {
      const van = aanwijzingOp(alle, { organisatie, soort }, op)
      const kop = { soort, stand: van.soort }
      if (van.soort === 'vastgesteld') return { ...kop, wegen: [...van.wegen], besluit: van.besluit }
      return van.soort === 'uitzondering' ? { ...kop, tot: van.tot, besluit: van.besluit } : kop
    }),
  }
}
