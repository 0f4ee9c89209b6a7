import { type OngeldigVeld, ongeldig, ZgwFout } from '../fout.ts'
import { datum, momentInvoer, vertrouwelijkheden } from '../waarden.ts'
import type { Dialect } from './dialect.ts'
import type { Voorwaarde } from './opslag.ts'
import type { Filter, Verzameling } from './verzameling.ts'

/** Name to values; a parameter may stand more than once. */
export type Parameters = ReadonlyMap<string, readonly string[]>

export function leesParameters(adres: URL): Parameters {
  return new Map([...adres.searchParams.keys()].map((naam) => [naam, adres.searchParams.getAll(naam)]))
}

/** An unknown parameter must be refused: a filter that is not understood would otherwise show everything. */
export function eisBekend(parameters: Iterable<string>, bekend: readonly string[]): void {
  const vreemd = [...parameters].filter((naam) => !bekend.includes(naam))
  if (vreemd.length > 0) {
    const reason = `Onbekende parameters: ${vreemd.join(', ')}`
    throw ongeldig({ name: 'nonFieldErrors', code: 'unknown-parameters', reason })
  }
}

export function maakVoorwaarden(
  filters: readonly Filter[],
  parameters: Parameters,
  { rolfilter }: Dialect,
): Voorwaarde[] {
  const fouten: OngeldigVeld[] = []
  const gewoon: Voorwaarde[] = []
  const rollen: Voorwaarde[][] = []
  for (const filter of filters) {
    const waarden = parameters.get(filter.naam)
    if (waarden === undefined) {
      if (filter.vorm === 'versie') gewoon.push({ op: 'versie', isConcept: false })
      continue
    }
    const uitkomst = leesFilter(filter, waarden)
    if (uitkomst === undefined) fouten.push(foutIn(filter, waarden))
    else if (filter.vorm === 'rol') rollen.push(uitkomst)
    else gewoon.push(...uitkomst)
  }
  if (fouten.length > 0) throw ongeldig(...fouten)
  const samen = rolfilter === 'zelfde-rol' && rollen.length > 0 ? [rollen.flat()] : rollen
  return [...gewoon, ...samen.map((met): Voorwaarde => ({ op: 'rol', met }))]
}

function foutIn({ naam, vorm }: Filter, waarden: readonly string[]): OngeldigVeld {
  if (waarden.some((waarde) => waarde === '')) {
    return { name: naam, code: 'blank', reason: 'Een filter zonder waarde zou alles tonen.' }
  }
  const isKeuze = vorm === 'keuze' || vorm === 'maximum' || vorm === 'versie' || vorm === 'rol'
  const code = isKeuze ? 'invalid_choice' : vorm === 'adres' ? 'bad-url' : 'invalid'
  return { name: naam, code, reason: 'Deze waarde kan hier niet.' }
}

/** `undefined` when the value is none. An empty one never means «all». */
function leesFilter(filter: Filter, waarden: readonly string[]): Voorwaarde[] | undefined {
  const [waarde = ''] = waarden
  const { veld } = filter
  if (filter.vorm === 'lijst' || filter.vorm === 'bevatEen') {
    const delen = waarden.flatMap((deel) => deel.split(',')).map((deel) => deel.trim())
    const op = filter.vorm === 'lijst' ? 'in' : 'bevatEen'
    return delen.every((deel) => deel !== '') ? [{ op, veld, waarden: delen }] : undefined
  }
  if (waarden.length !== 1 || waarde === '') return undefined
  switch (filter.vorm) {
    case 'tekst':
      return [{ op: 'is', veld, waarde }]
    case 'adres':
      return isAdres(waarde) ? [{ op: 'is', veld, waarde }] : undefined
    case 'bevat':
      return [{ op: 'bevat', veld, waarde }]
    case 'keuze':
      return filter.keuzes.includes(waarde) ? [{ op: 'is', veld, waarde }] : undefined
    case 'dag':
      return isDag(waarde) ? [{ op: filter.op, veld, waarde: waarde.slice(0, 10) }] : undefined
    case 'moment':
      return isDag(waarde) ? [leesMoment(filter, waarde)] : undefined
    case 'jaNee':
    case 'isLeeg': {
      const ja = jaNee(waarde)
      if (ja === undefined) return undefined
      return filter.vorm === 'isLeeg' ? [{ op: 'leeg', veld, isLeeg: ja }] : [{ op: 'is', veld, waarde: ja }]
    }
    case 'maximum': {
      const maximum = vertrouwelijkheden.find((niveau) => niveau === waarde)
      return maximum === undefined ? undefined : [{ op: 'hoogstens', veld, maximum }]
    }
    case 'versie':
      if (waarde === 'alles') return []
      return waarde === 'concept' || waarde === 'definitief'
        ? [{ op: 'versie', isConcept: waarde === 'concept' }]
        : undefined
    case 'geldig':
      return isDag(waarde) ? [{ op: 'geldig', dag: waarde.slice(0, 10) }] : undefined
    case 'rol': {
      if (filter.keuzes !== undefined && !filter.keuzes.includes(waarde)) return undefined
      const soort: Voorwaarde[] =
        filter.type === undefined ? [] : [{ op: 'is', veld: 'betrokkeneType', waarde: filter.type }]
      return [...soort, { op: 'is', veld, waarde }]
    }
  }
}

function leesMoment({ veld, op }: { veld: string; op: string }, waarde: string): Voorwaarde {
  return { op: op.startsWith('l') ? 'voor' : 'na', veld, waarde, ook: op.endsWith('e') }
}

const isAdres = (waarde: string) => /^https?:$/.test(URL.parse(waarde)?.protocol ?? '')
const isDag = (waarde: string) => datum.safeParse(waarde).success || momentInvoer.safeParse(waarde).success
const jaNee = (waarde: string): boolean | undefined =>
  /^(true|1)$/i.test(waarde) ? true : /^(false|0)$/i.test(waarde) ? false : undefined

/** A page that is no number does not exist. */
export function leesPagina(parameters: Parameters): number {
  const [tekst = '1'] = parameters.get('page') ?? []
  const nummer = /^[1-9]\d{0,8}$/.test(tekst) ? Number(tekst) : 0
  if (nummer === 0) throw new ZgwFout(404, 'not_found', 'Ongeldige pagina.')
  return nummer
}

export function leesOrdening({ ordening = [] }: Verzameling, parameters: Parameters) {
  const gevraagd = (parameters.get('ordering') ?? []).flatMap((deel) => deel.split(','))
  return gevraagd.map((deel) => {
    const [isAflopend, veld] = deel.startsWith('-') ? [true, deel.slice(1)] : [false, deel]
    if (!ordening.includes(veld)) {
      throw ongeldig({
        name: 'ordering',
        code: 'invalid_choice',
        reason: `Op ${deel} kan niet geordend worden.`,
      })
    }
    return { veld, isAflopend }
  })
}
