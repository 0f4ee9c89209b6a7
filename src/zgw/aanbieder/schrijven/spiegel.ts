import { z } from 'zod'
import { ongeldig } from '../../fout.ts'
import { adres } from '../../waarden.ts'
import type { Rij, ZgwLezer } from '../opslag.ts'
import { noteer } from '../spoor.ts'
import { leesInvoer } from './invoer.ts'
import { fout, foutenElders, gelijk, haalOp, haalVan, nietHier, type Schrijfcontext } from './kern.ts'

const objectsoorten = ['besluit', 'zaak', 'verzoek'] as const
export const spiegelInvoer = z.object({
  informatieobject: adres,
  object: adres,
  objectType: z.enum(objectsoorten),
})
type Spiegel = z.infer<typeof spiegelInvoer>

/** Where the relation itself is; of a request we hold nothing. */
const bronnen = {
  zaak: { soort: 'zaken', relatie: 'zaakinformatieobjecten', veld: 'zaak' },
  besluit: { soort: 'besluiten', relatie: 'besluitinformatieobjecten', veld: 'besluit' },
} as const

/** Written together with the relation itself (zrc-005, brc-005): the two never differ. */
export async function zetSpiegel(context: Schrijfcontext, spiegel: Spiegel): Promise<void> {
  const nieuw = await zet(context, spiegel)
  await noteer(context, { soort: 'objectinformatieobjecten', methode: 'POST', oud: undefined, nieuw })
}

async function zet(context: Schrijfcontext, spiegel: Spiegel): Promise<Rij> {
  const url = context.adressen.van('objectinformatieobjecten', context.uuid())
  const rij: Rij = { url, ...spiegel }
  await context.schrijver.zet('objectinformatieobjecten', rij)
  return rij
}

/** Of one document, or of all that this object had. */
export async function haalSpiegelWeg(
  context: Schrijfcontext,
  { object, informatieobject }: { readonly object: string; readonly informatieobject?: string },
): Promise<void> {
  const { schrijver } = context
  const een = informatieobject === undefined ? [] : gelijk('informatieobject', informatieobject)
  const { rijen } = await schrijver.zoek('objectinformatieobjecten', {
    voorwaarden: [...gelijk('object', object), ...een],
  })
  for (const oud of rijen) {
    await schrijver.verwijder('objectinformatieobjecten', oud.url)
    await noteer(context, { soort: 'objectinformatieobjecten', methode: 'DELETE', oud, nieuw: undefined })
  }
}

/** Over HTTP, for registers elsewhere: drc-002 (it exists), drc-003 (once), drc-004 (its source says so too). */
export async function maakSpiegel(context: Schrijfcontext): Promise<Rij> {
  const { schrijver } = context
  const invoer = leesInvoer(spiegelInvoer, context.json)
  await haalVan(context, {
    soort: 'enkelvoudiginformatieobjecten',
    veld: 'informatieobject',
    url: invoer.informatieobject,
  })
  const voorwaarden = [
    ...gelijk('object', invoer.object),
    ...gelijk('informatieobject', invoer.informatieobject),
  ]
  if ((await schrijver.zoek('objectinformatieobjecten', { voorwaarden })).aantal > 0) {
    throw ongeldig(fout('nonFieldErrors', 'unique', 'Deze relatie is er al.'))
  }
  const elders = await foutenElders(context, 'object', invoer.object)
  if (elders.length > 0) throw ongeldig(...elders)
  if (context.adressen.ontleed(invoer.object) !== undefined) await eisBron(context, invoer)
  return zet(context, invoer)
}

async function eisBron(context: Schrijfcontext, invoer: Spiegel): Promise<void> {
  const bron = invoer.objectType === 'verzoek' ? undefined : bronnen[invoer.objectType]
  if (bron === undefined || (await context.schrijver.haal(bron.soort, invoer.object)) === undefined) {
    throw await nietHier(context, 'object', bron?.soort ?? 'zaken', invoer.object)
  }
  if (!(await isInBron(context.schrijver, invoer))) {
    throw ongeldig(fout('nonFieldErrors', 'inconsistent-relation', 'De bron kent deze relatie niet.'))
  }
}

/** Not while its source still has the relation: then it goes there, and here with it. */
export async function verwijderSpiegel(context: Schrijfcontext, url: string): Promise<void> {
  const rij = await haalOp(context, 'objectinformatieobjecten', url)
  if (await isInBron(context.schrijver, spiegelInvoer.parse(rij))) {
    throw ongeldig(fout('nonFieldErrors', 'remote-relation-exists', 'De bron heeft deze relatie nog.'))
  }
  await context.schrijver.verwijder('objectinformatieobjecten', url)
}

async function isInBron(lezer: ZgwLezer, { objectType, object, informatieobject }: Spiegel) {
  if (objectType === 'verzoek') return false
  const { relatie, veld } = bronnen[objectType]
  const voorwaarden = [...gelijk(veld, object), ...gelijk('informatieobject', informatieobject)]
  return (await lezer.zoek(relatie, { voorwaarden })).aantal > 0
}
