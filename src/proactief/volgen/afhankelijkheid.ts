/** From facts to the schemes that read them: an event is worked out only for what it can touch. */
import { type Corpus, gelezenFeiten } from '../../engine/index.ts'
import type { Feitnaam } from './gebeurtenis.ts'

/** Per scheme what it reads: lists (`kinderen`), and facts (`kinderen.geboortedatum`). */
export type Afhankelijkheid = ReadonlyMap<string, ReadonlySet<Feitnaam>>

/** Of the schemes that are in force somewhere on this day (YYYY-MM-DD). */
export function afhankelijkheden(corpus: Corpus, dag: string): Afhankelijkheid {
  const uit = new Map<string, ReadonlySet<Feitnaam>>()
  for (const id of corpus.ids) {
    const gelezen = gelezenFeiten(corpus, id, dag)
    if (gelezen === undefined) continue
    const feiten = [...gelezen.feiten].flatMap(([bij, namen]) => [...namen].map((naam) => `${bij}.${naam}`))
    uit.set(id, new Set([...gelezen.lijsten, ...feiten]))
  }
  return uit
}

/** The schemes that read one of these. `kinderen.*` is the list and every fact of whoever is on it; `*` is all. */
export function geraakt(afhankelijk: Afhankelijkheid, feiten: Iterable<Feitnaam>): ReadonlySet<string> {
  return [...feiten].map((feit) => doorEen(afhankelijk, feit)).reduce((a, b) => a.union(b), new Set<string>())
}

/** There are few facts, and the index is the same for everybody on one day. */
const perFeit = new WeakMap<Afhankelijkheid, Map<Feitnaam, ReadonlySet<string>>>()

function doorEen(afhankelijk: Afhankelijkheid, feit: Feitnaam): ReadonlySet<string> {
  const bekend = perFeit.get(afhankelijk) ?? new Map<Feitnaam, ReadonlySet<string>>()
  perFeit.set(afhankelijk, bekend)
  const uit = bekend.get(feit) ?? zoekGeraakt(afhankelijk, feit)
  bekend.set(feit, uit)
  return uit
}

function zoekGeraakt(afhankelijk: Afhankelijkheid, feit: Feitnaam): ReadonlySet<string> {
  const past = (gelezen: Feitnaam): boolean =>
    feit === '*' ||
    feit === gelezen ||
    (feit.endsWith('.*') && (gelezen === feit.slice(0, -2) || gelezen.startsWith(feit.slice(0, -1))))
  return new Set([...afhankelijk].flatMap(([id, gelezen]) => ([...gelezen].some(past) ? [id] : [])))
}

type Json = Readonly<Record<string, unknown>>

/** Which facts of a household say something else than before. A list with other people on it counts as all of it. */
export function gewijzigdeFeiten(oud: Json, nieuw: Json): ReadonlySet<Feitnaam> {
  const uit = new Set<Feitnaam>()
  for (const groep of new Set([...Object.keys(oud), ...Object.keys(nieuw)])) {
    const [a, b] = [oud[groep], nieuw[groep]]
    if (zelfde(a, b)) continue
    const [x, y] = [leden(a), leden(b)]
    if (x === undefined || y === undefined || x.length !== y.length) uit.add(`${groep}.*`)
    else for (const [i, een] of x.entries()) voegToe(uit, groep, een, y[i] ?? {})
    // Childcare stands under each child, and its facts have a name of their own.
    if (uit.has(`${groep}.*`) && groep === 'kinderen') uit.add('opvang.*')
  }
  return uit
}

function voegToe(uit: Set<Feitnaam>, groep: string, a: Json, b: Json): void {
  for (const naam of new Set([...Object.keys(a), ...Object.keys(b)])) {
    if (zelfde(a[naam], b[naam])) continue
    uit.add(`${groep}.${naam}`)
    if (naam === 'opvang') uit.add('opvang.*')
  }
}

/** Those a group is about; `undefined` where that itself is not known, or changes in time. */
function leden(waarde: unknown): readonly Json[] | undefined {
  if (isVelden(waarde)) return 'onbekend' in waarde || 'van' in waarde ? undefined : [waarde]
  if (!Array.isArray(waarde) || !waarde.every(isVelden)) return undefined
  return waarde.some((een) => 'waarde' in een || 'vanaf' in een) ? undefined : waarde
}

function isVelden(waarde: unknown): waarde is Json {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}

/** The order of keys says nothing. */
function zelfde(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((een, i) => zelfde(een, b[i]))
  if (!isVelden(a) || !isVelden(b)) return false
  const namen = Object.keys(a)
  return (
    namen.length === Object.keys(b).length && namen.every((naam) => naam in b && zelfde(a[naam], b[naam]))
  )
}
