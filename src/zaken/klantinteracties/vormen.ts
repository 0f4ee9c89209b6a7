import { z } from 'zod'

/** Klantinteracties 0.9.0, as Open Klant 2 serves it. What other versions add falls away. */
const sleutel = z.object({ uuid: z.guid() })
const moment = z.iso.datetime({ offset: true })

const objectidentificator = z.object({
  codeObjecttype: z.string().default(''),
  codeRegister: z.string().default(''),
  codeSoortObjectId: z.string().default(''),
  objectId: z.string().default(''),
})

export const partijIdentificatorenVorm = z.object({
  next: z.string().nullish(),
  results: z.array(
    z.object({
      identificeerdePartij: sleutel.nullish(),
      partijIdentificator: objectidentificator,
    }),
  ),
})

const betrokkene = z.object({
  wasPartij: sleutel.nullish(),
  rol: z.string().default(''),
})

const onderwerpobject = z.object({ onderwerpobjectidentificator: objectidentificator.nullish() })

export const klantcontactVorm = z.object({
  uuid: z.guid(),
  nummer: z.string().nullish(),
  kanaal: z.string(),
  onderwerp: z.string(),
  inhoud: z.string().default(''),
  reactie: z.string().default(''),
  /** Not for the eyes of the person it is about. Absent counts as confidential. */
  vertrouwelijk: z.boolean().default(true),
  plaatsgevondenOp: moment.nullish(),
  gingOverOnderwerpobjecten: z.array(z.unknown()).default([]),
  _expand: z
    .object({
      hadBetrokkenen: z.array(betrokkene).default([]),
      gingOverOnderwerpobjecten: z.array(onderwerpobject).default([]),
    })
    .partial()
    .optional(),
})
export type Klantcontact = z.infer<typeof klantcontactVorm>

export const klantcontactenVorm = z.object({
  next: z.string().nullish(),
  results: z.array(klantcontactVorm),
})

export const gemaaktVorm = z.object({
  klantcontact: z.object({ uuid: z.guid(), nummer: z.string().nullish() }),
})
export const partijVorm = sleutel
/** What was made: of a contact or of what it was about nothing but that it is there. */
export const gemaakteVorm = sleutel
export const interneTaakVorm = sleutel.extend({
  aanleidinggevendKlantcontact: sleutel.nullish(),
  status: z.string().optional(),
})
export const interneTakenVorm = z.object({ results: z.array(interneTaakVorm) })
