/** The named schemas of the OpenAPI document, and the small ones that every resource uses. */
import { z } from 'zod'

export const componenten = z.registry<{ id: string }>()

/** Names a schema: it becomes `#/components/schemas/<id>`. Ids are UpperCamelCase (/core linter: schema-camel-case). */
export function component<S extends z.ZodType>(id: string, schema: S): S {
  componenten.add(schema, { id })
  return schema
}

export const tekst = z.string()
export const datum = z.iso.date()
export const centen = z.int()

/** Texts per language, Dutch always. */
export const tekstPerTaal = component(
  'TekstPerTaal',
  z.record(tekst, tekst).meta({
    description: 'Tekst per taal: nl altijd, en en pap als die er zijn.',
    example: { nl: 'Verhuizen', en: 'Moving house' },
  }),
)

export const vertrouwen = component(
  'Vertrouwen',
  z.enum(['alleen-tekst', 'opgesteld', 'beoordeeld', 'nagerekend']).meta({
    description: 'Hoe ver een bedrag of regel is nagekeken, van laag naar hoog.',
  }),
)

export const soort = component(
  'Soort',
  z
    .enum(['geld', 'korting', 'kwijtschelding', 'natura', 'signaal'])
    .meta({ description: 'Wat de regeling geeft.' }),
)

export const kanaal = component(
  'Kanaal',
  z
    .object({
      url: tekst.optional(),
      met: tekst.optional().meta({ description: 'Waarmee iemand inlogt.' }),
      nummer: tekst.optional(),
      naam: tekst.optional(),
      uren: tekst.optional(),
      adres: tekst.optional(),
      tekst: tekstPerTaal.optional(),
      bron: tekst.optional(),
      vertrouwen: tekst.optional(),
    })
    .meta({ description: 'Een manier om contact te krijgen.' }),
)

export const kanalen = component(
  'Kanalen',
  z.record(tekst, kanaal).meta({
    description:
      'Per kanaal: web, telefoon, balie, brief, informatiepunt, email, sms of berichtenbox. Bij een stap of regeling is kanalen waar iemand het doet, en contact waar iemand vragen stelt.',
  }),
)

export const vertalingen = component(
  'Vertalingen',
  z
    .object({
      en: tekst.optional().meta({ description: 'In het Engels.' }),
      pap: tekst.optional().meta({ description: 'In het Papiaments.' }),
    })
    .meta({ description: 'Dezelfde zin in andere talen; een taal die ontbreekt, is er niet.' }),
)

export const onzeker = component(
  'Onzeker',
  z
    .object({ artikel: tekst, reden: tekst, vertalingen: vertalingen.optional() })
    .meta({ description: 'Wat van de wet hier niet in staat, en waarom.' }),
)

export const wet = component(
  'Wet',
  z.object({
    wet: tekst,
    bwb: tekst.optional().meta({ description: 'Kenmerk in het Basiswettenbestand.' }),
    cvdr: tekst.optional().meta({ description: 'Kenmerk in de lokale wet- en regelgeving.' }),
    artikel: tekst.optional(),
  }),
)
