/** The answer of an evaluation as a schema. The names are fixed; `src/engine/types.ts` has the same shape as types. */
import { z } from 'zod'
import { centen, component, datum, onzeker, soort, tekst, vertalingen, vertrouwen } from './componenten.ts'

export const recht = component(
  'Recht',
  z.enum(['ja', 'nee', 'onbekend']).meta({ description: 'Of er recht is.' }),
)

const valuta = component('Valuta', z.enum(['EUR', 'USD']))
const per = component('Per', z.enum(['2-weken', 'maand', 'kwartaal', 'jaar', 'eenmalig']))

export const bedrag = component(
  'Bedrag',
  z
    .object({
      waarde: centen.meta({ description: 'Hele centen, zoals uitbetaald aan het huishouden.' }),
      valuta,
      per,
    })
    .meta({
      description: 'Een bedrag; 0 bij nee, afwezig bij onbekend.',
      example: { waarde: 11200, valuta: 'EUR', per: 'maand' },
    }),
)

const grenzen = component(
  'Grenzen',
  z
    .object({
      van: centen,
      tot: centen.nullable().meta({ description: 'Leeg als er geen bovengrens bekend is.' }),
      valuta,
      per,
      exact: z.boolean().meta({ description: 'Of beide grenzen echt kunnen voorkomen.' }),
    })
    .meta({ description: 'Zekere grenzen in centen, beide meegerekend.' }),
)

const ontbreekt = component(
  'Ontbreekt',
  z
    .object({
      pad: tekst
        .optional()
        .meta({ description: 'JSON Pointer in de vraag.', example: '/huishouden/aanvrager/vermogen' }),
      parameter: tekst.optional().meta({ description: 'Naam van het bedrag in de wet dat ontbreekt.' }),
      reden: z.enum([
        'niet-gevraagd',
        'bron-zweeg',
        'bedrag-niet-vastgesteld',
        'niet-gemodelleerd',
        'bedragen-nog-niet-bekend',
      ]),
      bron: tekst.optional().meta({ description: 'Waar het te vinden is of wie het weet.' }),
    })
    .meta({ description: 'Wat nog niet bekend is; wat het meest beslist staat voorop.' }),
)

const opgave = z
  .unknown()
  .meta({ description: 'Een waarde zoals in de vraag: getal, ja of nee, datum of tekst.' })

const aanname = component(
  'Aanname',
  z
    .object({ pad: tekst, waarde: opgave })
    .meta({ description: 'Wat is aangenomen omdat het niet is opgegeven.' }),
)

const waarde = component(
  'Waarde',
  z
    .object({
      soort: z.enum(['bekend', 'grenzen', 'onbekend']),
      waarde: z.union([tekst, z.boolean()]).optional(),
      van: tekst.optional(),
      tot: tekst.optional(),
    })
    .meta({ description: 'Een waarde in de uitleg. Getallen staan als tekst in de eenheid ernaast.' }),
)

const wetVerwijzing = component(
  'WetVerwijzing',
  z.object({ naam: tekst, bwb: tekst.optional(), cvdr: tekst.optional() }).meta({
    description: 'De wet van het artikel, als dat een andere is dan die van de regeling zelf.',
  }),
)

const uitlegStap = component(
  'UitlegStap',
  z.object({
    naam: tekst,
    artikel: tekst,
    wet: wetVerwijzing.optional(),
    uitleg: tekst.meta({ description: 'Eén zin in het Nederlands: wat deze regel doet.' }),
    vertalingen: vertalingen.optional(),
    formule: tekst,
    eenheid: tekst,
    vertrouwen,
    waarde,
    wie: tekst.optional().meta({ description: 'Over wie deze regel gaat, als JSON Pointer.' }),
    get gebruikt() {
      return z.array(verwijzing)
    },
  }),
)

const verwijzing = component(
  'Verwijzing',
  z
    .object({
      soort: z.enum(['regel', 'eerder', 'parameter', 'feit']),
      get stap() {
        return uitlegStap.optional()
      },
      naam: tekst.optional(),
      pad: tekst.optional(),
      waarde: waarde.optional(),
      eenheid: tekst.optional(),
      bron: tekst.optional(),
      vertrouwen: vertrouwen.optional(),
      herkomst: z.enum(['opgegeven', 'aanname', 'onbekend']).optional(),
    })
    .meta({ description: 'Wat een regel gebruikte: een andere regel, een bedrag uit de wet of een feit.' }),
)

const voorwaarde = component(
  'Voorwaarde',
  z.object({
    naam: tekst,
    artikel: tekst,
    wet: wetVerwijzing.optional(),
    voldaan: recht,
    afstand: z
      .object({
        waarde: tekst,
        eenheid: tekst,
        gemeten: tekst,
        grens: tekst,
        richting: z.enum(['te-hoog', 'te-laag']),
      })
      .optional()
      .meta({ description: 'Hoe ver de waarde van de grens ligt.' }),
  }),
)

const uitleg = component(
  'Uitleg',
  z
    .object({
      wet: z.object({
        naam: tekst,
        bwb: tekst.optional(),
        cvdr: tekst.optional(),
        artikel: tekst.optional(),
      }),
      voorwaarden: z.array(voorwaarde),
      stappen: z.array(uitlegStap),
      onzeker: z.array(onzeker),
    })
    .meta({ description: 'Hoe de uitkomst tot stand kwam: regel voor regel, met artikel en bron.' }),
)

const maand = component(
  'Maand',
  z.object({ maand: datum, recht, bedrag: bedrag.optional(), grenzen: grenzen.optional() }),
)

const oorzaak = {
  oorzaak: tekst,
  soort: tekst.meta({ description: 'verjaardag, wet, bedragen, situatie of onbekend.' }),
  artikel: tekst,
}

const jarig = component(
  'Jarige',
  z.object({
    wie: z.enum(['aanvrager', 'partner', 'kinderen', 'medebewoners']),
    leeftijd: z
      .int()
      .meta({ description: 'In hele jaren, op die dag; de verjaardag kan eerder geweest zijn.' }),
    regel: tekst.optional().meta({ description: 'De regel die omsloeg, als er een is aan te wijzen.' }),
  }),
)

const wijziging = component(
  'Wijziging',
  z.object({
    datum,
    ...oorzaak,
    oorzaken: z.array(component('Oorzaak', z.object({ ...oorzaak, jarig: jarig.optional() }))).meta({
      description: 'Elke oorzaak die alleen al de uitkomst verandert; anders wat dat samen doet.',
    }),
    voor: centen.nullable(),
    na: centen.nullable().meta({ description: 'Leeg als het niet bekend is.' }),
  }),
)

export const ontvangstbewijs = component(
  'Ontvangstbewijs',
  z
    .object({
      engine: tekst.meta({ description: 'Versie van de rekenkern.', example: '1.0.0' }),
      regeling: tekst,
      datum,
      gebied: tekst,
      bestanden: z
        .array(z.object({ bestand: tekst, sha256: tekst }))
        .meta({ description: 'De wetsbestanden die meetelden.' }),
      vocabulaire: z
        .array(z.object({ bestand: tekst, sha256: tekst }))
        .meta({ description: 'De bestanden met feiten en gebieden: wat de woorden toen betekenden.' }),
      feiten: z
        .record(tekst, opgave)
        .meta({ description: 'Het deel van het huishouden dat de regeling leest.' }),
      uitkomst: z.object({
        recht,
        bedrag: centen.optional(),
        jaarbedrag: centen.optional(),
        van: centen.optional(),
        tot: centen.nullable().optional(),
      }),
    })
    .meta({ description: 'Waarmee dezelfde berekening later opnieuw te doen is.' }),
)

const uitkomst = component(
  'Uitkomst',
  z.object({
    regeling: tekst.meta({ example: 'zorgtoeslag' }),
    naam: tekst,
    soort,
    recht,
    vertrouwen,
    bedrag: bedrag.optional(),
    jaarbedrag: centen
      .optional()
      .meta({ description: 'Het jaarbedrag van de wet in centen, vóór afronding per betaling.' }),
    grenzen: grenzen.optional(),
    ontbreekt: z.array(ontbreekt),
    aannames: z.array(aanname),
    indicatie: bedrag.optional(),
    uitleg,
    ontvangstbewijs,
    maanden: z.array(maand).optional(),
    wijzigingen: z.array(wijziging).optional(),
  }),
)

export const antwoord = component(
  'Antwoord',
  z
    .object({ datum, uitkomsten: z.array(uitkomst) })
    .meta({ description: 'Per regeling de uitkomst op de gevraagde datum.' }),
)
