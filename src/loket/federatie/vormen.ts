/** What goes between two installations, read on the side where it comes in. Words, moments and codes; no number of anybody. */
import { z } from 'zod'
import {
  type OrganisatieId,
  type PersoonId,
  parseDatum,
  parseOrganisatieId,
  parsePersoonId,
} from '../../domain/index.ts'
import { zaakgebeurtenisSchema } from '../../zgw/index.ts'
import {
  deeldoelen,
  deelgronden,
  deelnemersrollen,
  documentsoorten,
  herkenningswijzen,
  ingangen,
  onderdeelsoorten,
  opschaalfuncties,
  opschaalredenen,
  partijsoorten,
  stapstanden,
} from '../begrippen.ts'
import type { Opdracht } from '../opdracht.ts'

/** On every answer of the door: whoever stands in between does not know it. */
export const deurmerk = { kop: 'voordeur-keten', waarde: 'v1' } as const

/** What a professional at another installation can do; the rest is done where the case lies. */
export const opdrachtenElders = [
  'aanvaard-stap',
  'weiger-stap',
  'begin-stap',
  'rond-stap-af',
  'voeg-toe',
  'schaal-op',
  'weiger-overdracht',
  'neem-verzoek-aan',
  'geef-verzoek-terug',
  'behandel-opschaling',
] as const
export type Opdrachtelders = Extract<Opdracht, { readonly soort: (typeof opdrachtenElders)[number] }>

export function isOpdrachtElders<O extends { readonly soort: string }>(
  opdracht: O,
): opdracht is O & Opdrachtelders {
  return (opdrachtenElders as readonly string[]).includes(opdracht.soort)
}

function gelezen<T>(lees: (tekst: unknown) => T | undefined) {
  return z.unknown().transform((waarde, fout): T => {
    const is = lees(waarde)
    if (is !== undefined) return is
    fout.addIssue({ code: 'custom', message: 'past niet' })
    return z.NEVER
  })
}
const id = z.string().min(1).max(80)
const uuid = z.uuid()
const organisatie = gelezen<OrganisatieId>(parseOrganisatieId)
const persoon = gelezen<PersoonId>(parsePersoonId)
const dag = gelezen((waarde) => parseDatum(waarde))
const moment = z.iso.datetime().transform((tekst) => new Date(tekst))
const tekst = z.string().max(4_000)
const woorden = z.strictObject({ woorden: tekst })

const eigenaar = z.union([
  z.object({ soort: z.literal('organisatie'), organisatie }),
  z.object({ soort: z.literal('partij'), deelnemer: id }),
  z.object({ soort: z.literal('inwoner') }),
])

/** Who does it there: by a mark of which only their installation knows whose it is, with their roles and their ground. */
export const doorSchema = z.strictObject({
  medewerker: z.string().regex(/^[0-9a-f]{32}$/),
  rollen: z.array(z.string().max(40)).max(20),
  grond: z.string().min(1).max(80),
})
export type Doorelders = z.infer<typeof doorSchema>

export const opdrachtSchema = z.discriminatedUnion('soort', [
  z.strictObject({ soort: z.literal('aanvaard-stap'), stap: uuid }),
  z.strictObject({ soort: z.literal('weiger-stap'), stap: uuid, reden: woorden }),
  z.strictObject({ soort: z.literal('begin-stap'), stap: uuid }),
  z.strictObject({ soort: z.literal('rond-stap-af'), stap: uuid, uitkomst: woorden.optional() }),
  z.strictObject({
    soort: z.literal('voeg-toe'),
    wat: z.enum(['notitie', 'document', 'contactmoment', 'bericht']),
    tekst: woorden,
    gesprek: z
      .strictObject({
        antwoord: woorden,
        afgesproken: woorden.optional(),
        acties: z.array(z.strictObject({ wie: eigenaar, wat: woorden, termijn: dag })).max(20),
      })
      .optional(),
  }),
  z.strictObject({
    soort: z.literal('schaal-op'),
    aanleiding: z.enum(opschaalredenen),
    stap: uuid.optional(),
    reden: woorden,
  }),
  z.strictObject({ soort: z.literal('weiger-overdracht'), overdracht: id, reden: woorden }),
  z.strictObject({ soort: z.literal('neem-verzoek-aan'), verzoek: uuid }),
  z.strictObject({ soort: z.literal('geef-verzoek-terug'), verzoek: uuid, reden: woorden }),
  z.strictObject({ soort: z.literal('behandel-opschaling'), opschaling: uuid, uitkomst: woorden }),
])

/** With the one attribute that is of us alone: a receiver that does not know it leaves it. */
export const ketengebeurtenisSchema = zaakgebeurtenisSchema.extend({
  voordeurvergeet: z.boolean().optional(),
})

export const beeldvraagSchema = z.strictObject({ door: doorSchema })
export const opdrachtvraagSchema = z.strictObject({
  id: uuid,
  verwacht: z.int().positive(),
  na: z.array(uuid).max(200),
  opdracht: opdrachtSchema,
  door: doorSchema,
})

const dader = z.union([
  z.object({ soort: z.literal('inwoner') }),
  z.object({ soort: z.literal('organisatie'), organisatie }),
  z.object({ soort: z.literal('genodigde'), deelnemer: id }),
  z.object({ soort: z.literal('klok') }),
])
const gebeurd = z.object({
  nr: z.int(),
  op: moment,
  // Codes of a newer installation are shown as what they are: something else that happened.
  soort: z.string().max(60),
  van: dader,
  over: id.optional(),
})
const titel = z.union([
  z.object({ soort: z.literal('sjabloon'), gebeurtenis: id, stap: id }),
  z.object({ soort: z.literal('vrij'), tekst: tekst.optional() }),
])

const zicht = z.object({
  id: uuid,
  nummer: z.string().max(20),
  nr: z.int().positive(),
  als: z.enum(['deelnemer', 'aangeboden']),
  deelnemer: id.optional(),
  stand: z.enum(['open', 'gesloten']),
  geopend: moment,
  ingang: z.enum(ingangen),
  gebeurtenis: id.optional(),
  regie: z.object({ organisatie, aanspreekpunt: tekst.optional() }),
  betrokkene: z
    .union([
      z.object({ soort: z.literal('persoon'), persoon, hoe: z.enum(herkenningswijzen) }),
      z.object({ soort: z.literal('document'), document: z.enum(documentsoorten), naam: tekst.optional() }),
      z.object({ soort: z.literal('anoniem') }),
    ])
    .optional(),
  helper: z.object({ naam: tekst.optional(), organisatie: organisatie.optional() }).optional(),
  onderdelen: z.array(
    z.object({
      id,
      soort: z.enum(onderdeelsoorten),
      op: moment,
      van: dader,
      tekst: tekst.optional(),
      gesprek: z
        .object({
          antwoord: tekst.optional(),
          afgesproken: tekst.optional(),
          acties: z.array(z.object({ wie: eigenaar, wat: tekst.optional(), termijn: dag })),
        })
        .optional(),
      reden: tekst.optional(),
    }),
  ),
  stappen: z.array(
    z.object({
      stap: uuid,
      plaats: z.int().positive().optional(),
      eigenaar,
      stand: z.enum(stapstanden),
      termijn: dag,
      wachtOp: z.array(uuid),
      isAfgeschermd: z.boolean(),
      titel: titel.optional(),
      nodig: tekst.optional(),
      toelichting: tekst.optional(),
    }),
  ),
  deelnemers: z.array(
    z.object({
      id,
      wie: z.union([
        z.object({ soort: z.literal('organisatie'), organisatie }),
        z.object({ soort: z.literal('partij'), partij: z.enum(partijsoorten), naam: tekst.optional() }),
      ]),
      rol: z.enum(deelnemersrollen),
      doel: z.enum(deeldoelen),
      heeftGetekend: z.boolean().optional(),
    }),
  ),
  delingen: z.array(
    z.object({
      id,
      onderdeel: id,
      deelnemer: id,
      doel: z.enum(deeldoelen),
      grond: z.enum(deelgronden),
      tot: moment,
      sinds: moment,
      stand: z.enum(['geldt', 'bezwaar', 'gestopt', 'verlopen']),
      bezwaar: z
        .object({
          reden: tekst.optional(),
          uitkomst: z.enum(['gestopt', 'blijft']).optional(),
          antwoord: tekst.optional(),
        })
        .optional(),
    }),
  ),
  overdracht: z.object({ id, aan: organisatie, reden: tekst.optional(), tot: moment }).optional(),
  opschalingen: z.array(
    z.object({
      id,
      aanleiding: z.enum(opschaalredenen),
      stap: uuid.optional(),
      organisatie,
      functie: z.enum(opschaalfuncties),
      op: moment,
      tot: moment,
      stand: z.enum(['open', 'verder', 'behandeld', 'doorbroken', 'voorbij']),
      reden: tekst.optional(),
      uitkomst: tekst.optional(),
    }),
  ),
  doorzendingen: z.array(z.unknown()).transform(() => []),
  verzoeken: z.array(
    z.object({
      id: uuid,
      wat: z.enum(['doorzending', 'erbij']),
      organisatie,
      reden: tekst.optional(),
      op: moment,
      tot: moment,
      stand: z.enum(['open', 'aangenomen', 'teruggegeven', 'afgehandeld', 'ingetrokken']),
    }),
  ),
  kan: z.array(z.string()).transform((rij) => opdrachtenElders.filter((soort) => rij.includes(soort))),
})

const verwachting = z.union([
  z.object({ soort: z.literal('verwacht'), dag, vanaf: dag, tot: dag }),
  z.object({ soort: z.literal('termijn'), dag }),
])
const zinstap = z.object({
  ...{ stap: uuid, wie: eigenaar, klaar: verwachting, isTeLaat: z.boolean() },
  isGeweigerd: z.literal(true).optional(),
})
const zin = z.object({
  nu: z.array(zinstap),
  daarna: z.array(zinstap),
  einde: verwachting.optional(),
  kritiek: z.array(uuid),
  wachten: z.array(z.object({ stap: uuid, wie: eigenaar, op: zinstap })),
})

export const beeldSchema = z.object({
  beeld: z.object({
    zicht,
    zin,
    verloop: z.array(gebeurd),
    herkomst: z.object({
      plaatsen: z.record(z.string(), z.object({ nr: z.int(), opdracht: uuid })),
      standen: z.array(
        z.object({
          nr: z.int(),
          op: moment,
          stap: uuid.optional(),
          stand: z.enum([...stapstanden, 'open', 'gesloten']),
        }),
      ),
    }),
  }),
})

export const uitslagSchema = z.discriminatedUnion('status', [
  z.object({
    status: z.literal('ok'),
    nr: z.int(),
    isHerhaald: z.boolean(),
    isSamengevoegd: z.boolean(),
  }),
  z.object({ status: z.literal('conflict'), nr: z.int(), anderen: z.array(gebeurd) }),
  z.object({ status: z.literal('geweigerd'), weigering: z.looseObject({ reden: z.string().max(40) }) }),
])

export const werkSchema = z.object({
  regels: z
    .array(
      z.object({
        ketenzaak: uuid,
        nummer: z.string().max(20),
        soort: z.enum(['stap', 'aanbod', 'opschaling', 'doorzending', 'erbij']),
        stap: uuid.optional(),
        stand: z.string().max(20),
        termijn: dag.optional(),
      }),
    )
    .max(200),
})
