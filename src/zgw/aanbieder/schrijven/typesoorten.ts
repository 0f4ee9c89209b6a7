import type { z } from 'zod'
import type { JsonObject } from '../opslag.ts'
import type { Soort } from '../verzamelingen.ts'
import {
  besluittypeInvoer,
  catalogusInvoer,
  eigenschapInvoer,
  informatieobjecttypeInvoer,
  resultaattypeInvoer,
  roltypeInvoer,
  statustypeInvoer,
  zaakobjecttypeInvoer,
  zaaktypeDocumentInvoer,
  zaaktypeInvoer,
} from './invoer-catalogus.ts'

export interface Typesoort {
  readonly invoer: z.ZodType<JsonObject>
  /** Has a life of its own: made as a concept, published later. */
  readonly isZelfstandig?: true
  /** In which list of its zaaktype it stands; what has one has the validity of that zaaktype. */
  readonly lijst?: string
  /** What the server fills. */
  readonly leeg: JsonObject
}

export const typesoorten = {
  catalogussen: {
    invoer: catalogusInvoer,
    leeg: { zaaktypen: [], besluittypen: [], informatieobjecttypen: [] },
  },
  zaaktypen: {
    invoer: zaaktypeInvoer,
    isZelfstandig: true,
    leeg: {
      zaakobjecttypen: [],
      statustypen: [],
      resultaattypen: [],
      eigenschappen: [],
      informatieobjecttypen: [],
      roltypen: [],
    },
  },
  informatieobjecttypen: {
    invoer: informatieobjecttypeInvoer,
    isZelfstandig: true,
    leeg: { zaaktypen: [], besluittypen: [] },
  },
  besluittypen: {
    invoer: besluittypeInvoer,
    isZelfstandig: true,
    leeg: { zaaktypen: [], resultaattypen: [], resultaattypenOmschrijving: [], vastgelegdIn: [] },
  },
  statustypen: {
    invoer: statustypeInvoer,
    lijst: 'statustypen',
    leeg: { isEindstatus: true, eigenschappen: [] },
  },
  resultaattypen: {
    invoer: resultaattypeInvoer,
    lijst: 'resultaattypen',
    leeg: { omschrijvingGeneriek: '', besluittypeOmschrijving: [], informatieobjecttypeOmschrijving: [] },
  },
  roltypen: { invoer: roltypeInvoer, lijst: 'roltypen', leeg: {} },
  eigenschappen: { invoer: eigenschapInvoer, lijst: 'eigenschappen', leeg: {} },
  zaakobjecttypen: {
    invoer: zaakobjecttypeInvoer,
    lijst: 'zaakobjecttypen',
    leeg: { resultaattypen: [], statustypen: [] },
  },
  'zaaktype-informatieobjecttypen': { invoer: zaaktypeDocumentInvoer, leeg: {} },
} as const satisfies Partial<Record<Soort, Typesoort>>
export type Type = keyof typeof typesoorten
