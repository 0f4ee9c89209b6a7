import { z } from 'zod'

/** MijnTaken / Interactieservices 0.1.0. Lists of words are open: what we do not know stays what it is. */
const vertaald = z.object({ nl: z.string().min(1) }).catchall(z.string())
const adres = z.url()

const context = z.object({ urn: z.string().regex(/^urn:/), canonicalUrl: z.string().optional() })

const uitvoeringInfo = z.object({ type: z.string().optional(), fallbackUrl: adres })

const taakInfo = z.object({
  uuid: z.guid(),
  titel: vertaald,
  toelichting: vertaald.optional(),
  status: z.string(),
  deadline: z.iso.datetime({ offset: true }).optional(),
  context: context.optional(),
})

/** As in a list: without what one needs to do it. */
export const contextVorm = z.object({
  taken: z.array(taakInfo.extend({ uitvoering: uitvoeringInfo.optional() })).default([]),
})

const uitvoering = uitvoeringInfo.extend({
  submitUrl: adres.optional(),
  maxBestanden: z.int().positive().optional(),
  toegestaneFormaten: z.array(z.string()).optional(),
  maxBestandsgrootte: z.int().positive().optional(),
  schema: z.record(z.string(), z.unknown()).optional(),
})

export const taakVorm = taakInfo.extend({ uitvoering: uitvoering.optional() })
export type TaakWire = z.infer<typeof taakVorm>

/** The part of JSON Schema that one page can ask. */
export const formulierVorm = z.object({
  type: z.literal('object'),
  required: z.array(z.string()).default([]),
  properties: z.record(
    z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,63}$/),
    z.object({
      type: z.enum(['string', 'integer', 'number', 'boolean']),
      title: z.string().optional(),
      enum: z.array(z.string()).optional(),
      format: z.string().optional(),
      maxLength: z.int().positive().optional(),
    }),
  ),
})
