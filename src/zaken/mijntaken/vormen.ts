import { z } from 'zod'
import { parseDatum } from '../../domain/index.ts'
import { eindeVan } from '../taakbron.ts'

/** MijnTaken / Interactieservices 0.1.0. Lists of words are open: what we do not know stays what it is. */
const vertaald = z.record(z.string(), z.unknown())
const adres = z.url()

const context = z.object({ urn: z.string().regex(/^urn:/), canonicalUrl: z.string().optional() })

const uitvoeringInfo = z.object({ type: z.string().optional(), fallbackUrl: adres })

/** Inclusive; a bare day is the whole day. A last day that cannot be read is not the same as none. */
const deadline = z
  .union([
    z.iso.datetime({ offset: true }).transform((tekst) => new Date(tekst)),
    z.string().transform((tekst, ctx) => {
      const dag = parseDatum(tekst)
      if (dag !== undefined) return eindeVan(dag)
      ctx.addIssue({ code: 'custom', message: 'geen dag' })
      return z.NEVER
    }),
  ])
  .nullish()

const taakInfo = z.object({
  uuid: z.guid(),
  titel: vertaald,
  toelichting: vertaald.nullish().catch(null),
  status: z.string(),
  deadline,
  context: context.nullish().catch(null),
})

/** Read row by row, so that an odd one costs only itself. */
export const contextVorm = z.object({ taken: z.array(z.unknown()).nullish() })
/** As in a list: without what one needs to do it. */
export const taakInLijstVorm = taakInfo.extend({ uitvoering: uitvoeringInfo.nullish() })

const uitvoering = uitvoeringInfo.extend({
  submitUrl: adres.optional(),
  maxBestanden: z.int().positive().optional(),
  toegestaneFormaten: z.array(z.string()).optional(),
  maxBestandsgrootte: z.int().positive().optional(),
  schema: z.record(z.string(), z.unknown()).optional(),
})

export const taakVorm = taakInfo.extend({ uitvoering: uitvoering.nullish() })
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
