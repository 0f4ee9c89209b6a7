import { isOngewijzigd, maakEtag } from '../etag.ts'
import { geenToegang, nietGevonden, ZgwFout } from '../fout.ts'
import { maakPagina } from '../pagina.ts'
import { jsonAntwoord, type ZgwAntwoord, type ZgwVerzoek } from './bericht.ts'
import { type Context, uuidUit } from './context.ts'
import type { Voorwaarde } from './opslag.ts'
import { toelatingVoor } from './rechten.ts'
import { toon } from './tonen.ts'
import { leesUitvouwing, vouwUit } from './uitvouwen.ts'
import { opVersie } from './versies.ts'
import type { Filter } from './verzameling.ts'
import { type Soort, verzamelingVan } from './verzamelingen.ts'
import {
  eisBekend,
  leesOrdening,
  leesPagina,
  leesParameters,
  maakVoorwaarden,
  type Parameters,
} from './vraag.ts'

interface Lijstvraag {
  readonly soort: Soort
  readonly parameters: Parameters
  readonly filters: readonly Filter[]
  /** Without the page: `next` and `previous` are made from it. */
  readonly adres: URL
  readonly extra?: readonly Voorwaarde[]
}

export async function geefLijst(context: Context, vraag: Lijstvraag): Promise<ZgwAntwoord> {
  const { opslag, dialect, aangemeld } = context
  const { soort, parameters, adres } = vraag
  const verzameling = verzamelingVan(soort)
  const { component, isGepagineerd, leesScopes } = verzameling
  const toelating = toelatingVoor(aangemeld, component, leesScopes)
  const expand = magUitvouwen(context, soort) ? ['expand'] : []
  const bekend = vraag.filters.map(({ naam }) => naam)
  eisBekend(parameters.keys(), [
    ...bekend,
    ...expand,
    ...(verzameling.ordening === undefined ? [] : ['ordering']),
    ...(isGepagineerd ? ['page', ...(dialect.plaats === undefined ? [] : [dialect.plaats])] : []),
  ])
  const boom = uitvouwingUit(context, soort, parameters)
  const pagina = isGepagineerd ? leesPagina(parameters) : 1
  const [na] = (dialect.plaats && parameters.get(dialect.plaats)) || []
  const { aantal, rijen, volgende, kanTerug } = await opslag.zoek(soort, {
    voorwaarden: [...maakVoorwaarden(vraag.filters, parameters, dialect), ...(vraag.extra ?? [])],
    ordening: leesOrdening(verzameling, parameters),
    ...(toelating === undefined ? {} : { toelating }),
    ...(isGepagineerd ? { vanaf: (pagina - 1) * dialect.perPagina, aantal: dialect.perPagina } : {}),
    ...(na === undefined ? {} : { na }),
  })
  const vol = boom === undefined ? rijen : await vouwUit(opslag, rijen, { soort, boom, toelating })
  const uit = vol.map((rij) => toon(verzameling, rij))
  if (!isGepagineerd) return jsonAntwoord(200, uit)
  const plaats = dialect.plaats && { naam: dialect.plaats, volgende, kanTerug }
  const geheel = maakPagina(
    { adres, pagina, aantal, perPagina: dialect.perPagina, ...(plaats && { plaats }) },
    uit,
  )
  if (geheel === undefined) throw new ZgwFout(404, 'not_found', 'Ongeldige pagina.')
  return jsonAntwoord(200, geheel)
}

/** One resource, with ETag where the file has it; 304 when the client has this very representation. */
export async function geefEen(context: Context, soort: Soort, url: string, verzoek: ZgwVerzoek) {
  const { detailvragen = [], heeftEtag } = verzamelingVan(soort)
  const parameters = leesParameters(verzoek.adres)
  const bekend = detailvragen.filter((naam) => naam !== 'expand' || magUitvouwen(context, soort))
  eisBekend(parameters.keys(), bekend)
  const boom = uitvouwingUit(context, soort, parameters)
  const { rij: laatste, toelating } = await haalToegelaten(context, soort, url)
  const { rij } = await opVersie(context, laatste, parameters)
  const [vol = rij] =
    boom === undefined ? [rij] : await vouwUit(context.opslag, [rij], { soort, boom, toelating })
  const uit = toon(verzamelingVan(soort), vol)
  if (!heeftEtag) return jsonAntwoord(200, uit)
  const etag = maakEtag(JSON.stringify(uit))
  if (isOngewijzigd(verzoek.koppen['if-none-match'], etag))
    return { status: 304, koppen: { etag }, lichaam: '' }
  return jsonAntwoord(200, uit, { etag })
}

/** There is none: 404. There is one, but not for this client: 403. */
export async function haalToegelaten(
  context: Context,
  soort: Soort,
  url: string,
  leesScopes = verzamelingVan(soort).leesScopes,
) {
  const { component } = verzamelingVan(soort)
  const toelating = toelatingVoor(context.aangemeld, component, leesScopes)
  const rij = await context.opslag.haal(soort, url)
  if (rij === undefined) throw nietGevonden()
  if (toelating !== undefined) {
    const voorwaarden = [{ op: 'is', veld: 'url', waarde: url }] as const
    const { aantal } = await context.opslag.zoek(soort, { voorwaarden, toelating })
    if (aantal === 0) throw geenToegang('Dit type valt buiten de autorisaties van deze applicatie.')
  }
  return { rij, toelating }
}

export async function geefInhoud(context: Context, url: string, verzoek: ZgwVerzoek): Promise<ZgwAntwoord> {
  const parameters = leesParameters(verzoek.adres)
  eisBekend(parameters.keys(), ['versie', 'registratieOp'])
  const { rij: laatste } = await haalToegelaten(context, 'enkelvoudiginformatieobjecten', url)
  const { rij, sleutel } = await opVersie(context, laatste, parameters)
  const lichaam = await context.opslag.inhoud(sleutel)
  if (lichaam === undefined) throw nietGevonden()
  // Quotes and control characters of a file name would end the header early.
  const naam = String(rij.bestandsnaam ?? '').replace(/[^\w. -]/g, '_') || uuidUit(url)
  return {
    status: 200,
    koppen: {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${naam}"`,
    },
    lichaam,
  }
}

function magUitvouwen({ dialect }: Context, soort: Soort): boolean {
  return dialect.expand !== 'weigert' && verzamelingVan(soort).kanUitvouwen === true
}

function uitvouwingUit({ dialect }: Context, soort: Soort, parameters: Parameters) {
  const gevraagd = parameters.get('expand')
  if (dialect.expand !== 'ja' || gevraagd === undefined) return undefined
  return leesUitvouwing(soort, gevraagd.join(','))
}
