import { z } from 'zod'
import { nietGevonden, ongeldig } from '../fout.ts'
import { vertrouwelijkheid } from '../waarden.ts'
import { jsonAntwoord, type ZgwAntwoord, type ZgwVerzoek } from './bericht.ts'
import type { Context } from './context.ts'
import type { Rij, ZgwLezer } from './opslag.ts'
import type { Autorisatie, Client } from './rechten.ts'
import { eisBekend, leesParameters } from './vraag.ts'

const regelSchema = z.object({
  component: z.string(),
  scopes: z.array(z.string()),
  zaaktype: z.string().optional(),
  informatieobjecttype: z.string().optional(),
  besluittype: z.string().optional(),
  maxVertrouwelijkheidaanduiding: vertrouwelijkheid.optional(),
})
const applicatieSchema = z.object({
  label: z.string(),
  heeftAlleAutorisaties: z.boolean(),
  autorisaties: z.array(regelSchema),
})

/**
 * Who a client is, from the applications that were registered over HTTP: what it may do stands there, its secret comes
 * from `geheimVan`. Without a secret, or without an application, it is nobody.
 */
export function clientenUit(
  lezer: ZgwLezer,
  geheimVan: (id: string) => string | undefined | Promise<string | undefined>,
): (id: string) => Promise<Client | undefined> {
  return async (id) => {
    const geheim = await geheimVan(id)
    const rij = geheim === undefined ? undefined : await applicatieVan(lezer, id)
    const { data } = applicatieSchema.safeParse(rij)
    if (geheim === undefined || data === undefined) return undefined
    const { label, heeftAlleAutorisaties, autorisaties } = data
    return { geheim, label, heeftAlleAutorisaties, autorisaties: autorisaties.map(alsAutorisatie) }
  }
}

function alsAutorisatie(regel: z.infer<typeof regelSchema>): Autorisatie {
  const type = regel.zaaktype ?? regel.informatieobjecttype ?? regel.besluittype
  const maximum = regel.maxVertrouwelijkheidaanduiding
  return {
    component: regel.component,
    scopes: regel.scopes,
    ...(type === undefined ? {} : { type }),
    ...(maximum === undefined ? {} : { maximum }),
  }
}

async function applicatieVan(lezer: ZgwLezer, client: string): Promise<Rij | undefined> {
  const voorwaarden = [{ op: 'bevat', veld: 'clientIds', waarde: client }] as const
  const { rijen } = await lezer.zoek('applicaties', { voorwaarden })
  return rijen[0]
}

/** One application by the id of a client. The file says a list, its own text and the reference one: so one. */
export async function geefConsument({ opslag }: Context, { adres }: ZgwVerzoek): Promise<ZgwAntwoord> {
  const parameters = leesParameters(adres)
  eisBekend(parameters.keys(), ['clientId'])
  const [client = ''] = parameters.get('clientId') ?? []
  if (client === '') throw ongeldig({ name: 'clientId', code: 'required', reason: 'Zeg van welke client.' })
  const rij = await applicatieVan(opslag, client)
  if (rij === undefined) throw nietGevonden()
  return jsonAntwoord(200, rij)
}
