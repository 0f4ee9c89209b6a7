/**
 * For tests and measurements: every page of the route table, found as a visitor finds it: by following links.
 * A page that nothing links to is not found, and a route of which no page is found fails the tests.
 */
import { inTaal, type Routenaam, routes, type Taal, taalVan } from './routes.ts'

export interface Gehaald {
  readonly status: number
  readonly type: string
  readonly body: string
}

export interface Vondst extends Gehaald {
  readonly naam: Routenaam
  readonly pad: string
}

export interface RondgangOpties {
  readonly taal: Taal
  /** At most so many addresses of one route; routes without a parameter have one. */
  readonly perRoute: number
  /** Places to begin, beside every route without a parameter. */
  readonly ook?: readonly string[]
}

/** Ways through a login, not pages; what is behind a login has tests of its own (poort.test.ts and the journey). */
const DOORGANG: readonly Routenaam[] = ['inlogStart', 'inlogTerug', 'balieInlogStart', 'balieInlogTerug']

const PAGINAS = (Object.keys(routes) as Routenaam[]).filter(
  (naam) =>
    routes[naam].methode === 'GET' && routes[naam].toegang.soort === 'openbaar' && !DOORGANG.includes(naam),
)

export async function rondgang(
  haal: (pad: string) => Promise<Gehaald>,
  { taal, perRoute, ook = [] }: RondgangOpties,
): Promise<Vondst[]> {
  const vast = PAGINAS.map((naam) => routes[naam].pad).filter((pad) => !pad.includes(':'))
  const rij = [...ook, ...vast].map((pad) => inTaal(taal, pad))
  const gezien = new Set<string>()
  const aantal = new Map<Routenaam, number>()
  const vondsten: Vondst[] = []
  for (let pad = rij.shift(); pad !== undefined; pad = rij.shift()) {
    const naam = routeVan(pad)
    if (gezien.has(pad) || naam === undefined || (aantal.get(naam) ?? 0) >= perRoute) continue
    gezien.add(pad)
    const gehaald = await haal(pad)
    vondsten.push({ naam, pad, ...gehaald })
    // An address that leads on to another page is looked at, but is not yet a page of this route.
    if (gehaald.status === 200) aantal.set(naam, (aantal.get(naam) ?? 0) + 1)
    if (gehaald.type.startsWith('text/html')) rij.push(...links(gehaald.body, taal))
  }
  return vondsten
}

/** Routes that can be opened and of which no page was found. */
export function zonderPagina(vondsten: readonly Vondst[]): readonly Routenaam[] {
  const gevonden = new Set(vondsten.filter(({ status }) => status === 200).map(({ naam }) => naam))
  return PAGINAS.filter((naam) => !gevonden.has(naam))
}

/** As the server chooses: a route without a parameter goes before one with. */
function routeVan(adres: string): Routenaam | undefined {
  const { pad } = taalVan(adres.replace(/[?#].*$/, ''))
  return (
    PAGINAS.find((naam) => routes[naam].pad === pad) ??
    PAGINAS.find((naam) => new RegExp(`^${routes[naam].pad.replace(/:\w+/g, '[^/]+')}$`).test(pad))
  )
}

function links(body: string, taal: Taal): readonly string[] {
  const gevonden = [...body.matchAll(/<a [^>]*?href="(\/[^"#]*)/g)].map(([, href = '']) =>
    href.replaceAll('&amp;', '&'),
  )
  return gevonden.filter((href) => taalVan(href.replace(/\?.*$/, '')).taal === taal)
}
