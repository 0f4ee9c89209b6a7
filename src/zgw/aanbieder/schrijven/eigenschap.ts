import { z } from 'zod'
import { ongeldig } from '../../fout.ts'
import { adres } from '../../waarden.ts'
import { uuidUit } from '../context.ts'
import type { Rij } from '../opslag.ts'
import { leesInvoer } from './invoer.ts'
import {
  eisGelijk,
  eisOpen,
  eisType,
  fout,
  gewijzigd,
  haalOp,
  haalZaak,
  meldZaak,
  type Schrijfcontext,
  samengevoegd,
  verwijderDeel,
  zetBij,
} from './kern.ts'

export const zaakeigenschapInvoer = z.object({ zaak: adres, eigenschap: adres, waarde: z.string() })

/** What a case has besides what every case has; its name comes from the catalogue. */
export async function maakZaakeigenschap(context: Schrijfcontext): Promise<Rij> {
  const { schrijver, adressen, ouder } = context
  const invoer = leesInvoer(zaakeigenschapInvoer, context.json)
  const zaak = await haalZaak(context, invoer.zaak)
  if (uuidUit(zaak.url) !== ouder)
    throw ongeldig(fout('zaak', 'invalid', 'Dit is een andere zaak dan in het adres.'))
  eisOpen(context, zaak)
  const type = await eisType(context, zaak, {
    soort: 'eigenschappen',
    veld: 'eigenschap',
    url: invoer.eigenschap,
  })
  const uuid = context.uuid()
  const url = adressen.van('zaakeigenschappen', uuid, ouder)
  const rij: Rij = { ...invoer, url, uuid, naam: String(type.naam) }
  await schrijver.zet('zaakeigenschappen', rij)
  const nieuw = await zetBij(schrijver, zaak, 'eigenschappen', url)
  meldZaak(context, nieuw, { resource: 'zaakeigenschap', url, actie: 'create' })
  return rij
}

export async function wijzigZaakeigenschap(
  context: Schrijfcontext,
  url: string,
  isDeel: boolean,
): Promise<Rij> {
  const oud = await haalOp(context, 'zaakeigenschappen', url)
  const invoer = leesInvoer(zaakeigenschapInvoer, samengevoegd(context, oud, isDeel))
  eisGelijk(oud, invoer, 'zaak', 'eigenschap')
  const zaak = await haalZaak(context, invoer.zaak)
  eisOpen(context, zaak)
  const nieuw: Rij = { ...oud, ...invoer }
  await context.schrijver.zet('zaakeigenschappen', nieuw)
  meldZaak(context, zaak, { resource: 'zaakeigenschap', url, actie: gewijzigd(isDeel) })
  return nieuw
}

export async function verwijderZaakeigenschap(context: Schrijfcontext, url: string): Promise<void> {
  await verwijderDeel(context, url, {
    soort: 'zaakeigenschappen',
    veld: 'eigenschappen',
    resource: 'zaakeigenschap',
  })
}
