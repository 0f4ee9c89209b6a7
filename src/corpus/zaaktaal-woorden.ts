import type { CorpusDocument, CorpusFout } from '../engine/index.ts'
import { foutOp } from './velden.ts'
import type { Statustaal, Zaaktaaldeel, Zaaktypetaal } from './zaaktaal.ts'

/** The meaning layer as a whole: what a case and its step mean, found by what an organisation calls them. */
export interface Zaaktaal {
  readonly zaaktypen: ReadonlyMap<string, Zaaktypetaal>
  readonly statussen: ReadonlyMap<string, Statustaal>
  /** By the first of these names that is known; `undefined`: show the organisation's own text, and say that it is. */
  readonly vindZaaktype: (...namen: readonly string[]) => Zaaktypetaal | undefined
  readonly vindStatus: (...namen: readonly string[]) => Statustaal | undefined
}

/** A later part with the same id takes the place of the earlier one. */
export function maakZaaktaal(delen: readonly Zaaktaaldeel[]): Zaaktaal {
  const zaaktypen = new Map(delen.flatMap((deel) => deel.zaaktypen).map((een) => [een.id, een]))
  const statussen = new Map(delen.flatMap((deel) => deel.statussen).map((een) => [een.id, een]))
  return { zaaktypen, statussen, vindZaaktype: vinder(zaaktypen), vindStatus: vinder(statussen) }
}

/** What this file, the last of these, claims while another entry has it already: then nobody knows what is meant. */
export function dubbelIn(document: CorpusDocument, delen: readonly Zaaktaaldeel[]): CorpusFout[] {
  const eerder = new Set(dubbeleNamen(maakZaaktaal(delen.slice(0, -1))))
  return dubbeleNamen(maakZaaktaal(delen))
    .filter((naam) => !eerder.has(naam))
    .map((naam) =>
      foutOp(document, [], {
        code: 'zaaktaal-dubbel',
        melding: `Twee onderdelen herkennen dezelfde naam: ${naam}.`,
        remedie: 'Haal de naam bij een van de twee weg.',
      }),
    )
}

function dubbeleNamen({ zaaktypen, statussen }: Pick<Zaaktaal, 'zaaktypen' | 'statussen'>): string[] {
  return [zaaktypen, statussen].flatMap((soort) => {
    const van = new Map<string, string>()
    return [...soort.values()].flatMap(({ id, herken }) =>
      herken.flatMap((naam) => {
        const kern = kernVan(naam)
        const ander = van.get(kern)
        van.set(kern, id)
        return ander !== undefined && ander !== id ? [`${naam} (${ander}, ${id})`] : []
      }),
    )
  })
}

function vinder<T extends { readonly herken: readonly string[] }>(soort: ReadonlyMap<string, T>) {
  const opKern = new Map<string, T>()
  for (const een of soort.values()) for (const naam of een.herken) opKern.set(kernVan(naam), een)
  return (...namen: readonly string[]): T | undefined => {
    for (const naam of namen) {
      const gevonden = opKern.get(kernVan(naam))
      if (gevonden !== undefined) return gevonden
    }
    return undefined
  }
}

/** What officials put in front of the thing itself. */
const voorop = new Set([
  'behandelen',
  'afhandelen',
  'beoordelen',
  'aanvraag',
  'aanvragen',
  'indienen',
  'melden',
  'aangeven',
  'reageren',
  'verzoek',
  'om',
  'voor',
  'tot',
])

/** «Behandelen aanvraag parkeervergunning» and «Parkeervergunning» have the same core. */
export function kernVan(naam: string): string {
  const woorden = naam
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((woord) => woord !== '')
  const begin = woorden.findIndex((woord) => !voorop.has(woord))
  return woorden.slice(Math.max(begin, 0)).join(' ')
}
