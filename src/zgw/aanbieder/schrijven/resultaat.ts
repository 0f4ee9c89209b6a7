import { ongeldig } from '../../fout.ts'
import type { Rij } from '../opslag.ts'
import { leesInvoer, resultaatInvoer } from './invoer.ts'
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
} from './kern.ts'

/** How a case ended: at most one. */
export async function maakResultaat(context: Schrijfcontext): Promise<Rij> {
  const { schrijver, adressen } = context
  const invoer = leesInvoer(resultaatInvoer, context.json)
  const zaak = await haalZaak(context, invoer.zaak)
  eisOpen(context, zaak)
  await eisType(context, zaak, { soort: 'resultaattypen', veld: 'resultaattype', url: invoer.resultaattype })
  if (zaak.resultaat !== null) {
    throw ongeldig(fout('zaak', 'unique', 'De zaak heeft al een resultaat.'))
  }
  const uuid = context.uuid()
  const url = adressen.van('resultaten', uuid)
  const resultaat: Rij = { ...invoer, url, uuid }
  await schrijver.zet('resultaten', resultaat)
  const nieuw: Rij = { ...zaak, resultaat: url }
  await schrijver.zet('zaken', nieuw)
  meldZaak(context, nieuw, { resource: 'resultaat', url, actie: 'create' })
  return resultaat
}

export async function wijzigResultaat(context: Schrijfcontext, url: string, isDeel: boolean): Promise<Rij> {
  const oud = await haalOp(context, 'resultaten', url)
  const invoer = leesInvoer(resultaatInvoer, samengevoegd(context, oud, isDeel))
  eisGelijk(oud, invoer, 'zaak')
  const zaak = await haalZaak(context, invoer.zaak)
  eisOpen(context, zaak)
  await eisType(context, zaak, { soort: 'resultaattypen', veld: 'resultaattype', url: invoer.resultaattype })
  const nieuw: Rij = { ...oud, ...invoer }
  await context.schrijver.zet('resultaten', nieuw)
  meldZaak(context, zaak, { resource: 'resultaat', url, actie: gewijzigd(isDeel) })
  return nieuw
}

export async function verwijderResultaat(context: Schrijfcontext, url: string): Promise<void> {
  const resultaat = await haalOp(context, 'resultaten', url)
  const zaak = await haalZaak(context, String(resultaat.zaak))
  eisOpen(context, zaak)
  await context.schrijver.verwijder('resultaten', url)
  await context.schrijver.zet('zaken', { ...zaak, resultaat: null })
  meldZaak(context, zaak, { resource: 'resultaat', url, actie: 'destroy' })
}
