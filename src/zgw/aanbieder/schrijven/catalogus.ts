import type { z } from 'zod'
import { ongeldig } from '../../fout.ts'
import type { JsonObject, Rij } from '../opslag.ts'
import { heeftScope } from '../rechten.ts'
import type { Soort } from '../verzamelingen.ts'
import { leesInvoer } from './invoer.ts'
import {
  besluittypeInvoer,
  catalogusInvoer,
  eigenschapInvoer,
  informatieobjecttypeInvoer,
  resultaattypeInvoer,
  roltypeInvoer,
  statustypeInvoer,
  zaaktypeDocumentInvoer,
  zaaktypeInvoer,
} from './invoer-catalogus.ts'
import { fout, gelijk, haalAf, lijst, nietHier, type Schrijfcontext, zonderLeeg } from './kern.ts'

interface Typesoort {
  readonly invoer: z.ZodType<JsonObject>
  /** Has a life of its own: made as a concept, published later. */
  readonly isZelfstandig?: true
  /** In which list of its zaaktype it stands. */
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
  'zaaktype-informatieobjecttypen': { invoer: zaaktypeDocumentInvoer, leeg: {} },
} as const satisfies Partial<Record<Soort, Typesoort>>
export type Type = keyof typeof typesoorten

const adresvelden = ['selectielijstProcestype', 'contactpersoonBeheerEmailadres']

export async function maakType(context: Schrijfcontext, soort: Type): Promise<Rij> {
  const { schrijver, adressen } = context
  const { invoer, leeg, isZelfstandig, lijst: inLijst }: Typesoort = typesoorten[soort]
  const gelezen = leesInvoer(invoer, context.json)
  const ouder = await ouderVan(context, soort, gelezen)
  const url = adressen.van(soort, context.uuid())
  const rij = zonderLeeg(
    {
      ...leeg,
      ...(await metAdressen(context, gelezen)),
      ...ouder?.velden,
      ...(isZelfstandig === true ? { concept: true } : {}),
      url,
    },
    ...adresvelden,
  )
  await schrijver.zet(soort, rij)
  if (ouder !== undefined && inLijst !== undefined) {
    const { zaaktype } = ouder
    await schrijver.zet('zaaktypen', { ...zaaktype, [inLijst]: [...lijst(zaaktype, inLijst), url] })
  }
  if (soort === 'statustypen') await zetEinde(context, String(rij.zaaktype))
  return (await schrijver.haal(soort, url)) ?? rij
}

export async function wijzigType(
  context: Schrijfcontext,
  soort: Type,
  url: string,
  isDeel: boolean,
): Promise<Rij> {
  const oud = await haalConcept(context, soort, url)
  const { invoer }: Typesoort = typesoorten[soort]
  const json = typeof context.json === 'object' && context.json !== null ? context.json : {}
  const gelezen = leesInvoer(invoer, isDeel ? { ...oud, ...json } : json)
  const ouder = await ouderVan(context, soort, gelezen)
  const rij = zonderLeeg(
    { ...oud, ...(await metAdressen(context, gelezen)), ...ouder?.velden },
    ...adresvelden,
  )
  await context.schrijver.zet(soort, rij)
  if (soort === 'statustypen') await zetEinde(context, String(rij.zaaktype))
  return (await context.schrijver.haal(soort, url)) ?? rij
}

/** A concept goes with what belongs to it; what was published stays, since cases hang on it. */
export async function verwijderType(context: Schrijfcontext, soort: Type, url: string): Promise<void> {
  const rij = await haalConcept(context, soort, url)
  const { schrijver } = context
  const { lijst: inLijst }: Typesoort = typesoorten[soort]
  if (soort === 'zaaktypen') {
    for (const deel of delenVanZaaktype) {
      const { rijen } = await schrijver.zoek(deel, { voorwaarden: gelijk('zaaktype', url) })
      for (const { url: weg } of rijen) await schrijver.verwijder(deel, weg)
    }
  }
  await schrijver.verwijder(soort, url)
  const zaaktype = await schrijver.haal('zaaktypen', String(rij.zaaktype))
  if (zaaktype === undefined) return
  if (inLijst !== undefined) await haalAf(schrijver, zaaktype, inLijst, url, 'zaaktypen')
  if (soort === 'statustypen') await zetEinde(context, zaaktype.url)
}

/** From now on cases can be made of it, and it changes no more. */
export async function publiceer(context: Schrijfcontext, soort: Type, url: string): Promise<Rij> {
  const rij = await context.schrijver.haal(soort, url)
  if (rij === undefined) throw nietHier(context, 'url', soort, url)
  const genoemd = soort === 'zaaktypen' ? lijst(rij, 'besluittypen') : []
  const { rijen } = await context.schrijver.zoek('besluittypen', {
    voorwaarden: [{ op: 'in', veld: 'url', waarden: genoemd }],
  })
  if (rijen.some(({ concept }) => concept === true)) {
    throw ongeldig(fout('besluittypen', 'concept-relation', 'Een besluittype is nog een concept.'))
  }
  const nieuw: Rij = { ...rij, concept: false }
  await context.schrijver.zet(soort, nieuw)
  return nieuw
}

const delenVanZaaktype = [
  'statustypen',
  'resultaattypen',
  'roltypen',
  'eigenschappen',
  'zaaktype-informatieobjecttypen',
] as const

/** The zaaktype of a part must still be a concept, unless the client may force; the catalogue must be here. */
async function ouderVan(context: Schrijfcontext, soort: Type, gelezen: JsonObject) {
  const { schrijver } = context
  const { zaaktype: url, catalogus } = gelezen
  if (typeof catalogus === 'string' && (await schrijver.haal('catalogussen', catalogus)) === undefined) {
    throw nietHier(context, 'catalogus', 'catalogussen', catalogus)
  }
  if (typeof url !== 'string' || soort === 'zaaktypen') return undefined
  const zaaktype = await schrijver.haal('zaaktypen', url)
  if (zaaktype === undefined) throw nietHier(context, 'zaaktype', 'zaaktypen', url)
  if (zaaktype.concept === false && !magForceren(context)) {
    throw ongeldig(fout('nonFieldErrors', 'non-concept-zaaktype', 'Het zaaktype is al gepubliceerd.'))
  }
  const { identificatie, catalogus: van } = zaaktype
  return { zaaktype, velden: { zaaktypeIdentificatie: identificatie ?? '', catalogus: van ?? null } }
}

async function haalConcept(context: Schrijfcontext, soort: Type, url: string): Promise<Rij> {
  const rij = await context.schrijver.haal(soort, url)
  if (rij === undefined) throw nietHier(context, 'url', soort, url)
  if (rij.concept === false && !magForceren(context)) {
    throw ongeldig(fout('nonFieldErrors', 'non-concept-object', 'Dit is al gepubliceerd.'))
  }
  return rij
}

function magForceren({ aangemeld }: Schrijfcontext): boolean {
  return heeftScope(aangemeld, 'ztc', { scope: 'catalogi.geforceerd-schrijven', type: '' })
}

/** The end status is the one with the highest number, also after one was added or went. */
async function zetEinde({ schrijver }: Schrijfcontext, zaaktype: string): Promise<void> {
  const { rijen } = await schrijver.zoek('statustypen', { voorwaarden: gelijk('zaaktype', zaaktype) })
  const hoogste = Math.max(...rijen.map(({ volgnummer }) => Number(volgnummer)))
  for (const rij of rijen) {
    const isEindstatus = rij.volgnummer === hoogste
    if (rij.isEindstatus !== isEindstatus) await schrijver.zet('statustypen', { ...rij, isEindstatus })
  }
}

/** Names become addresses of what has that name in the catalogue; a name of nothing is refused. */
async function metAdressen(context: Schrijfcontext, gelezen: JsonObject): Promise<JsonObject> {
  const uit: Record<string, JsonObject[string]> = { ...gelezen }
  for (const soort of ['besluittypen', 'informatieobjecttypen'] as const) {
    const genoemd = gelezen[soort]
    if (!Array.isArray(genoemd)) continue
    const gevonden: string[] = []
    for (const naam of genoemd.map(String)) gevonden.push(...(await adressenVan(context, soort, naam)))
    uit[soort] = gevonden
  }
  return uit
}

async function adressenVan(
  context: Schrijfcontext,
  soort: 'besluittypen' | 'informatieobjecttypen',
  naam: string,
): Promise<string[]> {
  const veld = /^https?:/.test(naam) ? 'url' : 'omschrijving'
  const { rijen } = await context.schrijver.zoek(soort, { voorwaarden: gelijk(veld, naam) })
  if (rijen.length === 0) throw ongeldig(fout(soort, 'bad-url', `${naam} is hier niet.`))
  return rijen.map(({ url }) => url)
}
