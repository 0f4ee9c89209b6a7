import { ongeldig } from '../../fout.ts'
import type { JsonObject, Rij } from '../opslag.ts'
import { betrokkenen, leesInvoer, rolInvoer } from './invoer.ts'
import {
  eisOpen,
  eisType,
  fout,
  haalZaak,
  meldZaak,
  type Schrijfcontext,
  verwijderDeel,
  zetBij,
  zonderLeeg,
} from './kern.ts'

/** The standard makes and removes roles; it does not change them. */
export async function maakRol(context: Schrijfcontext): Promise<Rij> {
  const { schrijver, adressen, nu } = context
  const { betrokkeneIdentificatie, ...invoer } = leesInvoer(rolInvoer, context.json)
  const zaak = await haalZaak(context, invoer.zaak)
  eisOpen(context, zaak)
  const type = await eisType(context, zaak, { soort: 'roltypen', veld: 'roltype', url: invoer.roltype })
  if (invoer.betrokkene === '' && betrokkeneIdentificatie === null) {
    throw ongeldig(fout('nonFieldErrors', 'invalid-betrokkene', 'Zeg wie de betrokkene is.'))
  }
  const wie: JsonObject = leesBetrokkene(invoer.betrokkeneType, betrokkeneIdentificatie ?? {})
  const uuid = context.uuid()
  const url = adressen.van('rollen', uuid)
  const rol = zonderLeeg(
    {
      ...invoer,
      url,
      uuid,
      omschrijving: String(type.omschrijving),
      omschrijvingGeneriek: String(type.omschrijvingGeneriek),
      registratiedatum: nu.toISOString(),
      statussen: [],
      betrokkeneIdentificatie: wie,
    },
    'betrokkene',
  )
  await schrijver.zet('rollen', rol)
  const nieuw = await zetBij(schrijver, zaak, 'rollen', url)
  meldZaak(context, nieuw, { resource: 'rol', url, actie: 'create' })
  return rol
}

export async function verwijderRol(context: Schrijfcontext, url: string): Promise<void> {
  await verwijderDeel(context, url, { soort: 'rollen', veld: 'rollen', resource: 'rol' })
}

function leesBetrokkene(type: keyof typeof betrokkenen, json: unknown): JsonObject {
  const gelezen = betrokkenen[type].safeParse(json)
  if (gelezen.success) return gelezen.data
  throw ongeldig(
    ...gelezen.error.issues.map(({ path, message }) =>
      fout(`betrokkeneIdentificatie.${path.join('.')}`, 'invalid', message),
    ),
  )
}
