import { z } from 'zod'
import { adres, datum } from '../../waarden.ts'
import type { Rij } from '../opslag.ts'
import { leesInvoer, nulOf, tekst } from './invoer.ts'
import {
  eisGelijk,
  gewijzigd,
  haalOp,
  haalVan,
  meldDocument,
  type Schrijfcontext,
  samengevoegd,
} from './kern.ts'

const kort = (max: number) => z.string().min(1).max(max)

export const verzendingInvoer = z.object({
  betrokkene: adres.max(200),
  informatieobject: adres,
  aardRelatie: z.enum(['afzender', 'geadresseerde']),
  toelichting: tekst(200),
  ontvangstdatum: nulOf(datum),
  verzenddatum: nulOf(datum),
  contactPersoon: adres,
  contactpersoonnaam: tekst(40),
  binnenlandsCorrespondentieadres: nulOf(
    z.object({
      huisletter: tekst(1),
      huisnummer: z.int().min(1).max(99_999),
      huisnummerToevoeging: tekst(4),
      naamOpenbareRuimte: kort(80),
      postcode: tekst(6),
      woonplaatsnaam: kort(80),
    }),
  ),
  buitenlandsCorrespondentieadres: nulOf(
    z.object({
      adresBuitenland1: kort(35),
      adresBuitenland2: tekst(35),
      adresBuitenland3: tekst(35),
      landPostadres: adres.max(200),
    }),
  ),
  correspondentiePostadres: nulOf(
    z.object({
      postBusOfAntwoordnummer: z.int().min(1).max(9_999),
      postadresPostcode: kort(6),
      postadresType: z.enum(['antwoordnummer', 'postbusnummer']),
      woonplaatsnaam: kort(80),
    }),
  ),
  faxnummer: nulOf(z.string().max(15)),
  emailadres: nulOf(z.string().max(100)),
  mijnOverheid: z.boolean().default(false),
  telefoonnummer: nulOf(z.string().max(15)),
})

const resource = 'verzending'
const opDocument = (context: Schrijfcontext, url: string) =>
  haalVan(context, { soort: 'enkelvoudiginformatieobjecten', veld: 'informatieobject', url })

/** To whom a document was sent, or from whom it came, and at which address then. */
export async function maakVerzending(context: Schrijfcontext): Promise<Rij> {
  const invoer = leesInvoer(verzendingInvoer, context.json)
  const document = await opDocument(context, invoer.informatieobject)
  const url = context.adressen.van('verzendingen', context.uuid())
  const rij: Rij = { ...invoer, url }
  await context.schrijver.zet('verzendingen', rij)
  meldDocument(context, document, { resource, url, actie: 'create' })
  return rij
}

export async function wijzigVerzending(context: Schrijfcontext, url: string, isDeel: boolean): Promise<Rij> {
  const oud = await haalOp(context, 'verzendingen', url)
  const invoer = leesInvoer(verzendingInvoer, samengevoegd(context, oud, isDeel))
  eisGelijk(oud, { informatieobject: invoer.informatieobject }, 'informatieobject')
  const document = await opDocument(context, invoer.informatieobject)
  const rij: Rij = { ...invoer, url }
  await context.schrijver.zet('verzendingen', rij)
  meldDocument(context, document, { resource, url, actie: gewijzigd(isDeel) })
  return rij
}

export async function verwijderVerzending(context: Schrijfcontext, url: string): Promise<void> {
  const rij = await haalOp(context, 'verzendingen', url)
  const document = await opDocument(context, String(rij.informatieobject))
  await context.schrijver.verwijder('verzendingen', url)
  meldDocument(context, document, { resource, url, actie: 'destroy' })
}
