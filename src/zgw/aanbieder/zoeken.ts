import { z } from 'zod'
import { alsVelden, ongeldig } from '../fout.ts'
import type { ZgwAntwoord, ZgwVerzoek } from './bericht.ts'
import type { Context } from './context.ts'
import { geefLijst } from './lezen.ts'
import type { Voorwaarde } from './opslag.ts'
import type { Filter } from './verzameling.ts'
import type { Soort } from './verzamelingen.ts'
import { zoekfilters } from './verzamelingen-zaken.ts'
import { eisBekend, leesParameters, type Parameters } from './vraag.ts'

const waarde = z.union([z.string(), z.boolean().transform(String), z.array(z.string()).min(1)])
const ruwSchema = z.looseObject({}).catch({})
const lichaamSchema = z.record(z.string(), waarde)
const punt = z.tuple([z.number(), z.number()]).rest(z.number())
const binnenSchema = z.object({
  within: z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(punt).min(4)).min(1) }),
})

const documentfilters: readonly Filter[] = [
  { naam: 'identificatie', veld: 'identificatie', vorm: 'tekst' },
  { naam: 'bronorganisatie', veld: 'bronorganisatie', vorm: 'tekst' },
]

/**
 * The same as a list, asked in a body: what identifies a person stays out of addresses and their logs. An empty body
 * is refused, and so is a name that is not known.
 */
export async function zoekIn(
  context: Context,
  soort: Extract<Soort, 'zaken' | 'enkelvoudiginformatieobjecten'>,
  verzoek: ZgwVerzoek,
  json: unknown,
): Promise<ZgwAntwoord> {
  const inAdres = leesParameters(verzoek.adres)
  eisBekend(inAdres.keys(), ['page'])
  const { zaakgeometrie, ...rest } = ruwSchema.parse(json)
  if (Object.keys(rest).length === 0 && zaakgeometrie === undefined) {
    throw ongeldig({
      name: 'nonFieldErrors',
      code: 'empty_search_body',
      reason: 'Geef minstens één zoekterm.',
    })
  }
  const filters = soort === 'zaken' ? zoekfilters : documentfilters
  const eigen = soort === 'zaken' ? 'ordering' : 'uuid__in'
  eisBekend(Object.keys(rest), [...filters.map(({ naam }) => naam), 'expand', eigen])
  const gelezen = lichaamSchema.safeParse(rest)
  if (!gelezen.success) throw ongeldig(...alsVelden(gelezen.error))
  const parameters: Parameters = new Map([
    ...Object.entries(gelezen.data).map(([naam, deel]) => [naam, [deel].flat()] as const),
    ...inAdres,
  ])
  const extra = zaakgeometrie === undefined ? [] : [leesBinnen(zaakgeometrie, soort)]
  if (soort === 'zaken')
    return geefLijst(context, { soort, parameters, filters, adres: verzoek.adres, extra })
  const opAdres = opUuid(context, parameters)
  const zonder = new Map([...parameters].filter(([naam]) => naam !== 'uuid__in'))
  return geefLijst(context, { soort, parameters: zonder, filters, adres: verzoek.adres, extra: opAdres })
}

function leesBinnen(gegeven: unknown, soort: Soort): Voorwaarde {
  const { success, data, error } = binnenSchema.safeParse(gegeven)
  if (soort !== 'zaken' || !success) {
    const velden = error === undefined ? [] : alsVelden(error)
    throw ongeldig(...velden.map((veld) => ({ ...veld, name: `zaakgeometrie.${veld.name}` })))
  }
  const [buiten = []] = data.within.coordinates
  return { op: 'binnen', veld: 'zaakgeometrie', hoeken: buiten.map(([x, y]) => [x, y] as const) }
}

/** Documents have no field `uuid`: it stands in their address. */
function opUuid({ adressen }: Context, parameters: Parameters): Voorwaarde[] {
  const uuids = parameters.get('uuid__in')
  if (uuids === undefined) return []
  const waarden = uuids.map((uuid) => adressen.van('enkelvoudiginformatieobjecten', uuid))
  return [{ op: 'in', veld: 'url', waarden }]
}
