import { z } from 'zod'
import { ongeldig } from '../../fout.ts'
import { adres } from '../../waarden.ts'
import type { Rij, ZgwLezer } from '../opslag.ts'
import { meldBesluit } from './besluit.ts'
import { leesInvoer } from './invoer.ts'
import { fout, gelijk, haalOp, haalVan, lijst, nietHier, type Schrijfcontext } from './kern.ts'
import { haalSpiegelWeg, zetSpiegel } from './spiegel.ts'

export const besluitdocumentInvoer = z.object({ informatieobject: adres, besluit: adres })

/** The document in which a decision is written down; the documents API mirrors it (brc-003 to brc-005, brc-008). */
export async function koppelBesluitdocument(context: Schrijfcontext): Promise<Rij> {
  const { schrijver, adressen } = context
  const invoer = leesInvoer(besluitdocumentInvoer, context.json)
  const { informatieobject } = invoer
  const besluit = await haalVan(context, { soort: 'besluiten', veld: 'besluit', url: invoer.besluit })
  const document = await schrijver.haal('enkelvoudiginformatieobjecten', informatieobject)
  if (document === undefined) {
    throw await nietHier(context, 'informatieobject', 'enkelvoudiginformatieobjecten', informatieobject)
  }
  const voorwaarden = [...gelijk('besluit', besluit.url), ...gelijk('informatieobject', informatieobject)]
  if ((await schrijver.zoek('besluitinformatieobjecten', { voorwaarden })).aantal > 0) {
    throw ongeldig(fout('nonFieldErrors', 'unique', 'Dit document hoort al bij het besluit.'))
  }
  await eisSoortBijBesluit(schrijver, besluit, String(document.informatieobjecttype))
  const rij: Rij = { ...invoer, url: adressen.van('besluitinformatieobjecten', context.uuid()) }
  await schrijver.zet('besluitinformatieobjecten', rij)
  await zetSpiegel(context, { informatieobject, object: besluit.url, objectType: 'besluit' })
  meldBesluit(context, besluit, { resource: 'besluitinformatieobject', url: rij.url, actie: 'create' })
  return rij
}

export async function ontkoppelBesluitdocument(context: Schrijfcontext, url: string): Promise<void> {
  const rij = await haalOp(context, 'besluitinformatieobjecten', url)
  const besluit = await haalVan(context, { soort: 'besluiten', veld: 'besluit', url: String(rij.besluit) })
  await context.schrijver.verwijder('besluitinformatieobjecten', url)
  await haalSpiegelWeg(context, { object: besluit.url, informatieobject: String(rij.informatieobject) })
  meldBesluit(context, besluit, { resource: 'besluitinformatieobject', url, actie: 'destroy' })
}

async function eisSoortBijBesluit(
  lezer: ZgwLezer,
  besluit: Rij,
  informatieobjecttype: string,
): Promise<void> {
  const type = await lezer.haal('besluittypen', String(besluit.besluittype))
  const soort = await lezer.haal('informatieobjecttypen', informatieobjecttype)
  const genoemd: readonly unknown[] = type === undefined ? [] : lijst(type, 'informatieobjecttypen')
  if (genoemd.includes(informatieobjecttype) || genoemd.includes(soort?.omschrijving)) return
  const reden = 'Documenten van dit type horen niet bij het besluittype.'
  throw ongeldig(fout('nonFieldErrors', 'missing-besluittype-informatieobjecttype-relation', reden))
}
