import { z } from 'zod'
import { type OngeldigVeld, ongeldig } from '../../fout.ts'
import { adres } from '../../waarden.ts'
import type { JsonObject, Rij } from '../opslag.ts'
import { leegOf, leesInvoer, nulOf, tekst } from './invoer.ts'
import {
  eisGelijk,
  eisOpen,
  eisType,
  fout,
  foutenElders,
  gewijzigd,
  haalOp,
  haalZaak,
  meldZaak,
  type Schrijfcontext,
  samengevoegd,
  verwijderDeel,
  zetBij,
  zonderLeeg,
} from './kern.ts'

export const objecttypen = [
  'adres',
  'besluit',
  'buurt',
  'enkelvoudig_document',
  'gemeente',
  'gemeentelijke_openbare_ruimte',
  'huishouden',
  'inrichtingselement',
  'kadastrale_onroerende_zaak',
  'kunstwerkdeel',
  'maatschappelijke_activiteit',
  'medewerker',
  'natuurlijk_persoon',
  'niet_natuurlijk_persoon',
  'openbare_ruimte',
  'organisatorische_eenheid',
  'pand',
  'spoorbaandeel',
  'status',
  'terreindeel',
  'terrein_gebouwd_object',
  'vestiging',
  'waterdeel',
  'wegdeel',
  'wijk',
  'woonplaats',
  'woz_deelobject',
  'woz_object',
  'woz_waarde',
  'zakelijk_recht',
  'overige',
] as const

export const zaakobjectInvoer = z.object({
  zaak: adres,
  object: leegOf(adres),
  zaakobjecttype: leegOf(adres),
  objectType: z.enum(objecttypen),
  objectTypeOverige: z
    .string()
    .max(100)
    .regex(/^[a-z_]*$/)
    .default(''),
  objectTypeOverigeDefinitie: nulOf(
    z.object({ url: adres, schema: z.string().min(1).max(100), objectData: z.string().min(1).max(100) }),
  ),
  relatieomschrijving: tekst(80),
  // Thirty shapes, one per type; kept as it comes. What is in it is for whoever knows the object.
  objectIdentificatie: z.record(z.string(), z.unknown()).nullable().default(null),
})
type Zaakobjectinvoer = z.infer<typeof zaakobjectInvoer>

/** What a case is about: an address of it, or what it is known by. */
export async function maakZaakobject(context: Schrijfcontext): Promise<Rij> {
  const { schrijver, adressen } = context
  const invoer = leesInvoer(zaakobjectInvoer, context.json)
  const zaak = await haalZaak(context, invoer.zaak)
  eisOpen(context, zaak)
  await valideer(context, zaak, invoer)
  const uuid = context.uuid()
  const url = adressen.van('zaakobjecten', uuid)
  const rij = velden(invoer, { url, uuid })
  await schrijver.zet('zaakobjecten', rij)
  const nieuw = await zetBij(schrijver, zaak, 'zaakobjecten', url)
  meldZaak(context, nieuw, { resource: 'zaakobject', url, actie: 'create' })
  return rij
}

export async function wijzigZaakobject(context: Schrijfcontext, url: string, isDeel: boolean): Promise<Rij> {
  const oud = await haalOp(context, 'zaakobjecten', url)
  const invoer = leesInvoer(zaakobjectInvoer, samengevoegd(context, oud, isDeel))
  const { zaak: vanZaak, object, objectType } = invoer
  eisGelijk(oud, { zaak: vanZaak, object, objectType }, 'zaak', 'object', 'objectType')
  const zaak = await haalZaak(context, invoer.zaak)
  eisOpen(context, zaak)
  await valideer(context, zaak, invoer)
  const rij = velden(invoer, { url, uuid: String(oud.uuid) })
  await context.schrijver.zet('zaakobjecten', rij)
  meldZaak(context, zaak, { resource: 'zaakobject', url, actie: gewijzigd(isDeel) })
  return rij
}

export async function verwijderZaakobject(context: Schrijfcontext, url: string): Promise<void> {
  await verwijderDeel(context, url, { soort: 'zaakobjecten', veld: 'zaakobjecten', resource: 'zaakobject' })
}

async function valideer(context: Schrijfcontext, zaak: Rij, invoer: Zaakobjectinvoer): Promise<void> {
  const fouten: OngeldigVeld[] = []
  if (invoer.object === '' && invoer.objectIdentificatie === null) {
    const reden = 'Geef een adres of een identificatie van het object.'
    fouten.push(fout('nonFieldErrors', 'invalid-zaakobject', reden))
  }
  const isOverig = invoer.objectType === 'overige'
  if (isOverig && invoer.objectTypeOverige === '' && invoer.objectTypeOverigeDefinitie === null) {
    fouten.push(fout('objectTypeOverige', 'missing-object-type-overige', 'Zeg wat voor object dit is.'))
  }
  if (!isOverig && invoer.objectTypeOverige !== '') {
    const reden = 'Dit is alleen voor overige objecten.'
    fouten.push(fout('objectTypeOverige', 'invalid-object-type-overige-usage', reden))
  }
  if (invoer.zaakobjecttype !== '') {
    await eisType(context, zaak, {
      soort: 'zaakobjecttypen',
      veld: 'zaakobjecttype',
      url: invoer.zaakobjecttype,
    })
  }
  fouten.push(...(await foutenElders(context, 'object', invoer.object)))
  if (fouten.length > 0) throw ongeldig(...fouten)
}

function velden(invoer: Zaakobjectinvoer, eigen: { url: string; uuid: string }): Rij {
  const { objectIdentificatie, ...rest } = invoer
  // It came out of JSON, and nothing was made of it.
  const wie = objectIdentificatie === null ? {} : { objectIdentificatie: objectIdentificatie as JsonObject }
  return zonderLeeg({ ...rest, ...wie, ...eigen }, 'object', 'zaakobjecttype', 'objectTypeOverige')
}
