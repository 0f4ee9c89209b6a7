import type { GelezenFeiten } from '../engine/index.ts'
import { type Gegevensoort, gegevensoorten, gegevensoortLijst } from './gegeven.ts'
import type { Huishoudfeiten } from './huishoudfeiten.ts'

/** Which datum says a fact, and what must be asked besides to be sure of it. */
interface Vindplaats {
  readonly gegeven: Gegevensoort
  /** Kinds of data of the register of processing activities. */
  readonly ook?: readonly string[]
}

/**
 * Each fact that `huishoudfeiten` can fill, and each list of which it can say who is on it, with where that stands; a
 * test holds the two together. What is not here no register says: that is asked of people.
 */
export const vindplaatsen: Readonly<Record<string, Vindplaats>> = {
  'aanvrager.geboortedatum': { gegeven: 'geboortedatum' },
  'aanvrager.toetsingsinkomen': { gegeven: 'toetsingsinkomen' },
  'aanvrager.vermogen': { gegeven: 'vermogen' },
  'aanvrager.netto_maandinkomen': { gegeven: 'maandinkomen' },
  'woning.gemeente': { gegeven: 'adres' },
  // Who reads a fact of somebody on a list reads the list as well. Nobody is without a partner as long as it is not known who else lives there.
  partner: { gegeven: 'partner', ook: ['adres', 'huishouden'] },
  'partner.geboortedatum': { gegeven: 'partner' },
  'partner.gehuwd': { gegeven: 'partner' },
  'partner.zelfde_adres': { gegeven: 'partner' },
  kinderen: { gegeven: 'kinderen' },
  'kinderen.geboortedatum': { gegeven: 'kinderen' },
  'kinderen.thuiswonend': { gegeven: 'kinderen', ook: ['huishouden'] },
  medebewoners: { gegeven: 'medebewoners', ook: ['adres'] },
  'medebewoners.geboortedatum': { gegeven: 'medebewoners' },
}

/** By what somebody is known: never left out, so that nobody acts for the wrong person. */
const overWie: readonly Gegevensoort[] = ['naam', 'geboortedatum', 'adres']

/** The data that these schemes read, in the order of the list. */
export function nodigVoor(gelezen: readonly GelezenFeiten[]): ReadonlySet<Gegevensoort> {
  const nodig = new Set(gelezen.flatMap(vindplaatsenVan).map(({ gegeven }) => gegeven))
  return new Set(gegevensoortLijst.filter((soort) => nodig.has(soort)))
}

/** What is to be seen of somebody by who acts for what needs these data; when it needs none, only whom it is about. */
export function metOverWie(nodig: ReadonlySet<Gegevensoort>): ReadonlySet<Gegevensoort> {
  return new Set(gegevensoortLijst.filter((soort) => nodig.has(soort) || overWie.includes(soort)))
}

/** Under which names these data stand in the register of processing activities. */
export function soortenVan(gegevens: Iterable<Gegevensoort>): ReadonlySet<string> {
  return new Set([...gegevens].map((een) => gegevensoorten[een].verwerking))
}

/** The kinds of data to fill in the questions of these schemes with: what they read, and no name. */
export function soortenOmInTeVullen(gelezen: readonly GelezenFeiten[]): ReadonlySet<string> {
  return new Set(
    gelezen
      .flatMap(vindplaatsenVan)
      .flatMap(({ gegeven, ook = [] }) => [gegevensoorten[gegeven].verwerking, ...ook]),
  )
}

function vindplaatsenVan(gelezen: GelezenFeiten): readonly Vindplaats[] {
  return namenVan(gelezen).flatMap((naam) => vindplaatsen[naam] ?? [])
}

/** As in `vindplaatsen`: a list by its name, a fact with of whom it is before it. */
function namenVan({ feiten, lijsten }: GelezenFeiten): readonly string[] {
  return [...lijsten, ...[...feiten].flatMap(([bij, ids]) => [...ids].map((id) => `${bij}.${id}`))]
}

/** Leaves of what registers said only the facts that one of these schemes reads. */
export function alleenGelezen(
  { huishouden, herkomst }: Huishoudfeiten,
  gelezen: readonly GelezenFeiten[],
): Huishoudfeiten {
  const leest = new Set(gelezen.flatMap(namenVan))
  const mens = (groep: string, waarde: unknown): unknown =>
    waarde instanceof Object
      ? Object.fromEntries(Object.entries(waarde).filter(([id]) => leest.has(`${groep}.${id}`)))
      : waarde
  const over = Object.entries(huishouden).flatMap(([groep, waarde]): [string, unknown][] => {
    if (isLijst(groep)) {
      if (!leest.has(groep)) return []
      return [[groep, Array.isArray(waarde) ? waarde.map((een) => mens(groep, een)) : mens(groep, waarde)]]
    }
    const rest = mens(groep, waarde)
    return rest instanceof Object && Object.keys(rest).length > 0 ? [[groep, rest]] : []
  })
  return {
    huishouden: Object.fromEntries(over),
    herkomst: new Map([...herkomst].filter(([pointer]) => leest.has(pointer.slice(1).replace('/', '.')))),
  }
}

function isLijst(groep: string): boolean {
  return groep === 'partner' || groep === 'kinderen' || groep === 'medebewoners'
}
