import { z } from 'zod'
import { ongeldig } from '../../fout.ts'
import { adres } from '../../waarden.ts'
import type { JsonObject, Rij } from '../opslag.ts'
import { verzamelingVan } from '../verzamelingen.ts'
import { leesInvoer } from './invoer.ts'
import {
  eisOpen,
  fout,
  foutenElders,
  gelijk,
  haalOp,
  haalZaak,
  meldZaak,
  type Schrijfcontext,
} from './kern.ts'

export const contactmomentInvoer = z.object({ zaak: adres, contactmoment: adres })
export const verzoekInvoer = z.object({ zaak: adres, verzoek: adres })

const velden = { zaakcontactmomenten: 'contactmoment', zaakverzoeken: 'verzoek' } as const
type Verwijzing = keyof typeof velden

/**
 * Ties a case to a contact or a request that another API holds. The other side (zrc-024, zrc-025) is not written to:
 * the kernel calls nobody.
 */
export async function maakVerwijzing(
  context: Schrijfcontext,
  soort: Verwijzing,
  vorm: z.ZodType<JsonObject>,
): Promise<Rij> {
  const { schrijver, adressen } = context
  const invoer = leesInvoer(vorm, context.json)
  const veld = velden[soort]
  const zaak = await haalZaak(context, String(invoer.zaak))
  eisOpen(context, zaak)
  const fouten = await foutenElders(context, veld, String(invoer[veld]))
  if (fouten.length > 0) throw ongeldig(...fouten)
  const voorwaarden = [...gelijk('zaak', zaak.url), ...gelijk(veld, String(invoer[veld]))]
  if ((await schrijver.zoek(soort, { voorwaarden })).aantal > 0) {
    throw ongeldig(fout('nonFieldErrors', 'unique', 'Dit hoort al bij de zaak.'))
  }
  const uuid = context.uuid()
  const rij: Rij = { ...invoer, url: adressen.van(soort, uuid), uuid }
  await schrijver.zet(soort, rij)
  const { resource } = verzamelingVan(soort)
  meldZaak(context, zaak, { resource, url: rij.url, actie: 'create' })
  return rij
}

export async function verwijderVerwijzing(
  context: Schrijfcontext,
  soort: Verwijzing,
  url: string,
): Promise<void> {
  const rij = await haalOp(context, soort, url)
  const zaak = await haalZaak(context, String(rij.zaak))
  eisOpen(context, zaak)
  await context.schrijver.verwijder(soort, url)
  meldZaak(context, zaak, { resource: verzamelingVan(soort).resource, url, actie: 'destroy' })
}
