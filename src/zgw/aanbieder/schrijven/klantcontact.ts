import { z } from 'zod'
import { ongeldig } from '../../fout.ts'
import { adres, momentInvoer } from '../../waarden.ts'
import type { Rij } from '../opslag.ts'
import { leesInvoer, tekst } from './invoer.ts'
import { eisOpen, fout, haalZaak, meldZaak, type Schrijfcontext } from './kern.ts'

export const klantcontactInvoer = z.object({
  zaak: adres,
  identificatie: tekst(14),
  datumtijd: momentInvoer,
  kanaal: tekst(20),
  onderwerp: tekst(200),
  toelichting: tekst(1000),
})

/** A contact about a case, as the standard had it before there was an API for contacts. Made and never changed. */
export async function maakKlantcontact(context: Schrijfcontext): Promise<Rij> {
  const { schrijver, adressen, nu } = context
  const invoer = leesInvoer(klantcontactInvoer, context.json)
  const zaak = await haalZaak(context, invoer.zaak)
  eisOpen(context, zaak)
  if (new Date(invoer.datumtijd) > nu) {
    throw ongeldig(fout('datumtijd', 'not_in_future', 'Een contact ligt niet in de toekomst.'))
  }
  const uuid = context.uuid()
  const url = adressen.van('klantcontacten', uuid)
  const identificatie = invoer.identificatie || uuid.replaceAll('-', '').slice(-14).toUpperCase()
  const rij: Rij = { ...invoer, identificatie, url, uuid }
  await schrijver.zet('klantcontacten', rij)
  meldZaak(context, zaak, { resource: 'klantcontact', url, actie: 'create' })
  return rij
}
