import { ongeldig } from '../../fout.ts'
import type { JsonObject, Rij } from '../opslag.ts'
import { heeftScope } from '../rechten.ts'
import { verzamelingVan } from '../verzamelingen.ts'
import { documentsoortenVan, metAdressen, werkTerugBij, zetDocumentsoorten } from './catalogusrelaties.ts'
import { leesInvoer } from './invoer.ts'
import {
  fout,
  foutenElders,
  gelijk,
  gewijzigd,
  haalAf,
  haalOp,
  lijst,
  nietHier,
  type Schrijfcontext,
  samengevoegd,
  zonderLeeg,
} from './kern.ts'
import { vulUitSelectielijst } from './selectielijst.ts'
import { type Type, type Typesoort, typesoorten } from './typesoorten.ts'

const adresvelden = ['selectielijstProcestype', 'contactpersoonBeheerEmailadres']

export async function maakType(context: Schrijfcontext, soort: Type): Promise<Rij> {
  const { schrijver, adressen } = context
  const { invoer, leeg, isZelfstandig, lijst: inLijst }: Typesoort = typesoorten[soort]
  const gelezen = leesInvoer(invoer, context.json)
  if (soort === 'catalogussen') await eisUniek(context, gelezen)
  const ouder = await ouderVan(context, soort, gelezen)
  await eisNieuwDeel(context, soort, ouder, gelezen)
  const url = adressen.van(soort, context.uuid())
  const rij = zonderLeeg(
    {
      ...leeg,
      ...(await velden(context, soort, gelezen, ouder)),
      ...(isZelfstandig === true ? { concept: true } : {}),
      url,
    },
    ...adresvelden,
  )
  await schrijver.zet(soort, rij)
  if (ouder !== undefined && inLijst !== undefined) {
    await schrijver.zet('zaaktypen', { ...ouder, [inLijst]: [...lijst(ouder, inLijst), url] })
  }
  if (isZelfstandig === true) await werkTerugBij(context, soort, { nieuw: rij })
  await werkOuderBij(context, soort, String(rij.zaaktype))
  meldType(context, soort, rij, 'create')
  return (await schrijver.haal(soort, url)) ?? rij
}

/** What was published changes in nothing but the day until which it is valid (ztc-009), or by force. */
export async function wijzigType(
  context: Schrijfcontext,
  soort: Type,
  url: string,
  isDeel: boolean,
): Promise<Rij> {
  const oud = await haalOp(context, soort, url)
  if (!(isDeel && isAlleenEinde(context.json))) eisConcept(context, oud)
  const { invoer, leeg }: Typesoort = typesoorten[soort]
  const gelezen = leesInvoer(invoer, samengevoegd(context, alsInvoer(oud, leeg), isDeel))
  const ouder = await ouderVan(context, soort, gelezen)
  await eisDeelMag(context, soort, ouder, { ...oud })
  const rij = zonderLeeg({ ...oud, ...(await velden(context, soort, gelezen, ouder)) }, ...adresvelden)
  await context.schrijver.zet(soort, rij)
  if ('isZelfstandig' in typesoorten[soort]) await werkTerugBij(context, soort, { oud, nieuw: rij })
  await werkOuderBij(context, soort, String(rij.zaaktype))
  meldType(context, soort, rij, gewijzigd(isDeel))
  return (await context.schrijver.haal(soort, url)) ?? rij
}

/** A concept goes with what belongs to it; what was published stays, since cases hang on it. */
export async function verwijderType(context: Schrijfcontext, soort: Type, url: string): Promise<void> {
  const rij = await haalOp(context, soort, url)
  eisConcept(context, rij, 'catalogi.geforceerd-verwijderen')
  const { schrijver } = context
  const { lijst: inLijst }: Typesoort = typesoorten[soort]
  const zaaktype = soort === 'zaaktypen' ? undefined : await schrijver.haal('zaaktypen', String(rij.zaaktype))
  await eisDeelMag(context, soort, zaaktype, rij, 'catalogi.geforceerd-verwijderen')
  if (soort === 'zaaktypen') {
    for (const deel of delenVanZaaktype) {
      const { rijen } = await schrijver.zoek(deel, { voorwaarden: gelijk('zaaktype', url) })
      for (const { url: weg } of rijen) await schrijver.verwijder(deel, weg)
    }
  }
  await schrijver.verwijder(soort, url)
  if ('isZelfstandig' in typesoorten[soort]) await werkTerugBij(context, soort, { oud: rij })
  if (zaaktype !== undefined) {
    if (inLijst !== undefined) await haalAf(schrijver, zaaktype, inLijst, url, 'zaaktypen')
    await werkOuderBij(context, soort, zaaktype.url)
  }
  meldType(context, soort, rij, 'destroy')
}

/** From now on cases can be made of it, and it changes no more. ztc-012: what it names is published first. */
export async function publiceer(context: Schrijfcontext, soort: Type, url: string): Promise<Rij> {
  const rij = await haalOp(context, soort, url)
  if (rij.concept === false) {
    throw ongeldig(fout('nonFieldErrors', 'non-concept-object', 'Dit is al gepubliceerd.'))
  }
  const concepten: string[] = []
  for (const [veld, urls] of Object.entries(await genoemdDoor(context, soort, rij))) {
    const { rijen } = await context.schrijver.zoek(veld === 'besluittypen' ? veld : 'informatieobjecttypen', {
      voorwaarden: [{ op: 'in', veld: 'url', waarden: urls }],
    })
    if (rijen.some(({ concept }) => concept === true)) concepten.push(veld)
  }
  if (concepten.length > 0) {
    throw ongeldig(
      fout('nonFieldErrors', 'concept-relation', `Nog een concept onder: ${concepten.join(', ')}.`),
    )
  }
  const nieuw: Rij = { ...rij, concept: false }
  await context.schrijver.zet(soort, nieuw)
  meldType(context, soort, nieuw, 'update')
  return nieuw
}

const delenVanZaaktype = [
  'statustypen',
  'resultaattypen',
  'roltypen',
  'eigenschappen',
  'zaakobjecttypen',
  'zaaktype-informatieobjecttypen',
] as const

async function genoemdDoor(context: Schrijfcontext, soort: Type, rij: Rij) {
  if (soort !== 'zaaktypen') return {}
  const informatieobjecttypen = await documentsoortenVan(context, rij)
  return { besluittypen: lijst(rij, 'besluittypen'), informatieobjecttypen }
}

/** The zaaktype of a part; the catalogue must be here. */
async function ouderVan(context: Schrijfcontext, soort: Type, gelezen: JsonObject): Promise<Rij | undefined> {
  const { schrijver } = context
  const { zaaktype: url, catalogus } = gelezen
  if (typeof catalogus === 'string' && (await schrijver.haal('catalogussen', catalogus)) === undefined) {
    throw await nietHier(context, 'catalogus', 'catalogussen', catalogus)
  }
  if (typeof url !== 'string' || soort === 'zaaktypen') return undefined
  const zaaktype = await schrijver.haal('zaaktypen', url)
  if (zaaktype === undefined) throw await nietHier(context, 'zaaktype', 'zaaktypen', url)
  return zaaktype
}

/** ztc-011a: nothing new below what was published. */
async function eisNieuwDeel(
  context: Schrijfcontext,
  soort: Type,
  ouder: Rij | undefined,
  gelezen: JsonObject,
): Promise<void> {
  if (ouder?.concept !== false || magForceren(context)) return
  const beide = soort === 'zaaktype-informatieobjecttypen' && (await isGepubliceerd(context, ouder, gelezen))
  throw ongeldig(
    beide
      ? fout('nonFieldErrors', 'non-concept-relation', 'Beide zijn al gepubliceerd.')
      : fout('nonFieldErrors', 'non-concept-zaaktype', 'Het zaaktype is al gepubliceerd.'),
  )
}

/** ztc-010: a part of what was published stays as it is; a tie to a type of document when both are. */
async function eisDeelMag(
  context: Schrijfcontext,
  soort: Type,
  ouder: Rij | undefined,
  deel: JsonObject,
  scope = 'catalogi.geforceerd-schrijven',
): Promise<void> {
  if (ouder?.concept !== false || magForceren(context, scope)) return
  if (soort !== 'zaaktype-informatieobjecttypen') {
    throw ongeldig(fout('nonFieldErrors', 'non-concept-zaaktype', 'Het zaaktype is al gepubliceerd.'))
  }
  if (await isGepubliceerd(context, ouder, deel)) {
    throw ongeldig(fout('nonFieldErrors', 'non-concept-relation', 'Beide zijn al gepubliceerd.'))
  }
}

async function isGepubliceerd(
  { schrijver }: Schrijfcontext,
  { catalogus }: Rij,
  { informatieobjecttype }: JsonObject,
): Promise<boolean> {
  for (const veld of ['omschrijving', 'url']) {
    const { rijen } = await schrijver.zoek('informatieobjecttypen', {
      voorwaarden: [...gelijk(veld, String(informatieobjecttype)), ...gelijk('catalogus', String(catalogus))],
    })
    if (rijen.some(({ concept }) => concept === false)) return true
  }
  return false
}

function eisConcept(context: Schrijfcontext, rij: Rij, scope = 'catalogi.geforceerd-schrijven'): void {
  if (rij.concept !== false || magForceren(context, scope)) return
  throw ongeldig(fout('nonFieldErrors', 'non-concept-object', 'Dit is al gepubliceerd.'))
}

/** Somebody with every authorisation may, but did not say that they force: the rules hold for them. */
function magForceren({ aangemeld }: Schrijfcontext, scope = 'catalogi.geforceerd-schrijven'): boolean {
  if (aangemeld.client.heeftAlleAutorisaties === true) return false
  return heeftScope(aangemeld, 'ztc', { scope, type: '' })
}

function isAlleenEinde(json: unknown): boolean {
  return typeof json === 'object' && json !== null && Object.keys(json).join() === 'eindeGeldigheid'
}

/** What the server filled is not read again as if a client had sent it. */
function alsInvoer(oud: Rij, leeg: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(oud).filter(([veld]) => !Object.hasOwn(leeg, veld)))
}

async function velden(
  context: Schrijfcontext,
  soort: Type,
  gelezen: JsonObject,
  ouder: Rij | undefined,
): Promise<JsonObject> {
  const eigen = await metAdressen(context, soort, gelezen, ouder)
  // ztc-001: looked at where that can be done.
  const procestype = String(gelezen.selectielijstProcestype ?? '')
  const fouten = await foutenElders(context, 'selectielijstProcestype', procestype, ['nummer', 'naam'])
  if (fouten.length > 0) throw ongeldig(...fouten)
  const vol = soort === 'resultaattypen' ? await vulUitSelectielijst(context, eigen, ouder) : eigen
  if (ouder === undefined) return vol
  const { identificatie, catalogus: van, beginGeldigheid, eindeGeldigheid } = ouder
  const vast = { zaaktypeIdentificatie: identificatie ?? '', catalogus: van ?? null }
  if (typesoorten[soort].invoer === typesoorten['zaaktype-informatieobjecttypen'].invoer)
    return { ...vol, ...vast }
  if (vol.beginGeldigheid !== null && vol.beginGeldigheid !== beginGeldigheid) {
    const reden = 'Een deel van een zaaktype is geldig vanaf dezelfde dag.'
    throw ongeldig(fout('beginGeldigheid', 'invalid', reden))
  }
  return {
    ...vol,
    ...vast,
    beginGeldigheid: beginGeldigheid ?? null,
    eindeGeldigheid: vol.eindeGeldigheid ?? eindeGeldigheid ?? null,
  }
}

async function eisUniek({ schrijver }: Schrijfcontext, { domein, rsin }: JsonObject): Promise<void> {
  const voorwaarden = [...gelijk('domein', String(domein)), ...gelijk('rsin', String(rsin))]
  if ((await schrijver.zoek('catalogussen', { voorwaarden })).aantal > 0) {
    throw ongeldig(fout('nonFieldErrors', 'unique', 'Deze catalogus is er al.'))
  }
}

async function werkOuderBij(context: Schrijfcontext, soort: Type, zaaktype: string): Promise<void> {
  if (soort === 'statustypen') await zetEinde(context, zaaktype)
  if (soort === 'zaaktype-informatieobjecttypen') await zetDocumentsoorten(context, zaaktype)
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

/** Of what stands on its own there is a channel; a part of a zaaktype has none. */
function meldType({ meld, nu }: Schrijfcontext, soort: Type, rij: Rij, actie: string): void {
  if (!('isZelfstandig' in typesoorten[soort])) return
  meld({
    kanaal: soort,
    hoofdObject: rij.url,
    resource: verzamelingVan(soort).resource,
    resourceUrl: rij.url,
    actie,
    aanmaakdatum: nu.toISOString(),
    kenmerken: { catalogus: String(rij.catalogus) },
  })
}
