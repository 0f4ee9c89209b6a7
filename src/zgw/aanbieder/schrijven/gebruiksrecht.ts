import { z } from 'zod'
import { adres, momentInvoer } from '../../waarden.ts'
import type { Rij } from '../opslag.ts'
import { leesInvoer, nulOf } from './invoer.ts'
import {
  eisGelijk,
  gelijk,
  gewijzigd,
  haalOp,
  haalVan,
  meldDocument,
  type Schrijfcontext,
  samengevoegd,
} from './kern.ts'

export const gebruiksrechtInvoer = z.object({
  informatieobject: adres,
  startdatum: momentInvoer,
  einddatum: nulOf(momentInvoer),
  omschrijvingVoorwaarden: z.string(),
})

const soort = 'enkelvoudiginformatieobjecten'
const resource = 'gebruiksrechten'

/** drc-006: from the first one on the document says that there are rights; after the last one nobody knows. */
export async function maakGebruiksrecht(context: Schrijfcontext): Promise<Rij> {
  const { schrijver, adressen } = context
  const invoer = leesInvoer(gebruiksrechtInvoer, context.json)
  const document = await haalVan(context, { soort, veld: 'informatieobject', url: invoer.informatieobject })
  const rij: Rij = { ...invoer, url: adressen.van('gebruiksrechten', context.uuid()) }
  await schrijver.zet('gebruiksrechten', rij)
  await schrijver.zet(soort, { ...document, indicatieGebruiksrecht: true })
  meldDocument(context, document, { resource, url: rij.url, actie: 'create' })
  return rij
}

export async function wijzigGebruiksrecht(
  context: Schrijfcontext,
  url: string,
  isDeel: boolean,
): Promise<Rij> {
  const oud = await haalOp(context, 'gebruiksrechten', url)
  const invoer = leesInvoer(gebruiksrechtInvoer, samengevoegd(context, oud, isDeel))
  eisGelijk(oud, invoer, 'informatieobject')
  const document = await haalVan(context, { soort, veld: 'informatieobject', url: invoer.informatieobject })
  const rij: Rij = { ...invoer, url }
  await context.schrijver.zet('gebruiksrechten', rij)
  meldDocument(context, document, { resource, url, actie: gewijzigd(isDeel) })
  return rij
}

export async function verwijderGebruiksrecht(context: Schrijfcontext, url: string): Promise<void> {
  const { schrijver } = context
  const rij = await haalOp(context, 'gebruiksrechten', url)
  const informatieobject = String(rij.informatieobject)
  const document = await haalVan(context, { soort, veld: 'informatieobject', url: informatieobject })
  await schrijver.verwijder('gebruiksrechten', url)
  const voorwaarden = gelijk('informatieobject', informatieobject)
  if ((await schrijver.zoek('gebruiksrechten', { voorwaarden })).aantal === 0) {
    await schrijver.zet(soort, { ...document, indicatieGebruiksrecht: null })
  }
  meldDocument(context, document, { resource, url, actie: 'destroy' })
}
