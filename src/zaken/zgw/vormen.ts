import { z } from 'zod'
import { parseDatum } from '../../domain/index.ts'

/**
 * What we read of ZGW, and no more: a name of an official, an internal note, are never in memory. Less strict than the
 * standard where a fault would cost a person their case and nothing of ours hangs on it; what decides about showing is
 * strict. Rows are read one by one, so that a bad one costs only itself.
 */
const leeg = z
  .string()
  .nullish()
  .catch(null)
  .transform((tekst) => tekst ?? '')
const adres = z.url({ protocol: /^https?$/ }).max(1_000)
/** Refused: what does not exist, and years that cannot be meant, such as 0001 and 9999 for «unknown». */
const dag = z.string().transform((tekst, ctx) => {
  const datum = parseDatum(tekst)
  if (datum !== undefined) return datum
  ctx.addIssue({ code: 'custom', message: 'geen dag' })
  return z.NEVER
})
const misschienDag = dag.nullish().catch(null)
const lijst = z.array(z.string()).catch([])
const uitgevouwen = z.record(z.string(), z.unknown()).optional().catch(undefined)
const moment = z.iso
  .datetime({ offset: true, local: true })
  // Without a zone the reference takes UTC.
  .transform((tekst) => new Date(/(Z|[+-]\d\d:?\d\d)$/.test(tekst) ? tekst : `${tekst}Z`))

export const zaakVorm = z.object({
  url: adres,
  identificatie: leeg,
  bronorganisatie: leeg,
  verantwoordelijkeOrganisatie: z.string(),
  omschrijving: leeg,
  zaaktype: adres,
  registratiedatum: misschienDag,
  startdatum: dag,
  einddatum: dag.nullish(),
  einddatumGepland: misschienDag,
  uiterlijkeEinddatumAfdoening: misschienDag,
  vertrouwelijkheidaanduiding: leeg,
  verlenging: z.object({ duur: leeg }).nullish().catch(null),
  opschorting: z.object({ indicatie: z.boolean() }).nullish().catch(null),
  hoofdzaak: leeg,
  deelzaken: lijst,
  relevanteAndereZaken: z.array(z.object({ url: z.string(), aardRelatie: z.string() })).catch([]),
  status: leeg,
  resultaat: leeg,
  zaakinformatieobjecten: z.array(z.string()).nullish().catch(null),
  archiefstatus: leeg,
  _expand: uitgevouwen,
})
export type ZaakVorm = z.infer<typeof zaakVorm>

export const statusVorm = z.object({
  url: adres,
  zaak: adres,
  statustype: adres,
  datumStatusGezet: moment,
  statustoelichting: leeg,
  _expand: uitgevouwen,
})
export type StatusVorm = z.infer<typeof statusVorm>

export const resultaatVorm = z.object({
  url: adres,
  zaak: adres,
  resultaattype: adres,
  toelichting: leeg,
  _expand: uitgevouwen,
})

export const rolVorm = z.object({
  zaak: adres,
  betrokkeneType: z.string(),
  omschrijvingGeneriek: leeg,
  indicatieMachtiging: leeg,
  betrokkeneIdentificatie: z
    .object({ inpBsn: leeg, innNnpId: leeg, kvkNummer: leeg, vestigingsNummer: leeg })
    .nullish()
    .catch(null),
})
export type RolVorm = z.infer<typeof rolVorm>

export const catalogusVorm = z.object({ url: adres, domein: z.string(), rsin: z.string() })

export const zaaktypeVorm = z.object({
  url: adres,
  identificatie: z.union([z.string(), z.int().transform(String)]),
  catalogus: adres,
  omschrijving: leeg,
  omschrijvingGeneriek: leeg,
  /** Unknown is `intern`: then nothing is shown. */
  indicatieInternOfExtern: z.enum(['intern', 'extern']).catch('intern'),
  doorlooptijd: leeg,
  servicenorm: leeg,
  handelingInitiator: leeg,
  besluittypen: lijst,
  informatieobjecttypen: lijst,
})
export type ZaaktypeVorm = z.infer<typeof zaaktypeVorm>

export const statustypeVorm = z.object({
  url: adres,
  omschrijving: leeg,
  omschrijvingGeneriek: leeg,
  statustekst: leeg,
  volgnummer: z.int(),
  isEindstatus: z.boolean().catch(false),
})
export type StatustypeVorm = z.infer<typeof statustypeVorm>

/** Of results and of decisions. */
export const naamtypeVorm = z.object({ url: adres, omschrijving: leeg, omschrijvingGeneriek: leeg })

export const typerichtingVorm = z.object({
  informatieobjecttype: z.string(),
  volgnummer: z.int().catch(0),
  richting: z.string(),
})

export const koppelingVorm = z.object({ informatieobject: adres, zaak: adres })

export const informatieobjectVorm = z.object({
  url: adres,
  identificatie: leeg,
  bronorganisatie: leeg,
  creatiedatum: misschienDag,
  titel: leeg,
  vertrouwelijkheidaanduiding: leeg,
  status: leeg,
  formaat: leeg,
  bestandsnaam: leeg,
  bestandsomvang: z.int().nonnegative().nullish().catch(null),
  inhoud: leeg,
  ontvangstdatum: misschienDag,
  verzenddatum: misschienDag,
  informatieobjecttype: leeg,
  lock: leeg,
  bestandsdelen: z
    .array(
      z.object({ url: adres, volgnummer: z.int(), omvang: z.int().nonnegative(), voltooid: z.boolean() }),
    )
    .catch([]),
})
export type InformatieobjectVorm = z.infer<typeof informatieobjectVorm>

export const besluitVorm = z.object({
  url: adres,
  besluittype: adres,
  zaak: leeg,
  datum: dag,
  toelichting: leeg,
  ingangsdatum: misschienDag,
  vervaldatum: misschienDag,
  verzenddatum: misschienDag,
  uiterlijkeReactiedatum: misschienDag,
})

/** A case before it is read: enough to know that it is the one that was asked for. */
export const zaakRij = z.looseObject({ url: adres })

/** A page, or a bare list: which of the two differs per collection and per supplier. */
export const lijstVorm = z.union([
  z.array(z.unknown()).transform((results) => ({ results, next: undefined })),
  z.object({ results: z.array(z.unknown()), next: z.unknown() }),
])
