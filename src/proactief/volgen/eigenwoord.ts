/**
 * What somebody corrected themselves, against what a register says: pure. Which of the two is surer is not ours to guess.
 * Their word holds until that register reports a change of that very fact on or after the day on which they gave it; what
 * the register says stays beside it, so that they see both and can have the register put right.
 */
import type { Dossierinhoud, EigenWoord, Registerfeiten, Volgbron, Volgfeiten } from './dossier-store.ts'
import { geldende, ingetrokken, kenmerkenVan, type Melding } from './gebeurtenis.ts'

type Json = Readonly<Record<string, unknown>>

/** A fact that a register and somebody themselves say differently. */
export interface Verschilwoord {
  /** `aanvrager.toetsingsinkomen`; of people the whole list: `kinderen`. */
  readonly feit: string
  readonly bron: Volgbron
  /** YYYY-MM-DD: when they said so. */
  readonly op: string
  /** Each as a part of a household, with this fact alone. */
  readonly gezegd: Json
  readonly register: Json
}

/** Lists of people are one fact: whom a register has too many or too few is not of one of them. */
const lijsten = ['partner', 'kinderen', 'medebewoners']

/** Every fact of a household that is said: `woning.kale_huur`, `kinderen`. */
function feitenIn(huishouden: Json): ReadonlyMap<string, unknown> {
  return new Map(
    Object.entries(huishouden).flatMap(([groep, deel]) =>
      lijsten.includes(groep) || !isVelden(deel)
        ? [[groep, deel] as const]
        : Object.entries(deel).map(([naam, waarde]) => [`${groep}.${naam}`, waarde] as const),
    ),
  )
}

/**
 * After other answers: what they say otherwise than what it was worked out with. The same answers again (only another
 * choice of registers) correct nothing, and what they corrected before stays theirs.
 */
export function eigenNa(
  oud: Pick<Dossierinhoud, 'feiten' | 'dossier' | 'eigen'>,
  nieuw: Volgfeiten,
  dag: string,
): Readonly<Record<string, EigenWoord>> {
  const [was, wordt] = [feitenIn(oud.feiten.huishouden), feitenIn(nieuw.huishouden)]
  const eerder = Object.entries(oud.eigen ?? {}).filter(([feit]) => wordt.has(feit))
  const isHetzelfde =
    was.size === wordt.size && [...wordt].every(([feit, waarde]) => isGelijk(was.get(feit), waarde))
  if (isHetzelfde) return Object.fromEntries(eerder)
  const gold = feitenIn(oud.dossier?.huishouden ?? oud.feiten.huishouden)
  const anders = [...wordt].flatMap(([feit, waarde]) =>
    isGelijk(gold.get(feit), waarde) ? [] : [[feit, { op: dag }] as const],
  )
  return { ...Object.fromEntries(eerder), ...Object.fromEntries(anders) }
}

/** After events: what its own register reported since holds again, and not when that was taken back. */
export function eigenNaMeldingen(
  eigen: Readonly<Record<string, EigenWoord>>,
  meldingen: readonly Melding[],
  isNieuw: (een: Pick<Melding, 'bron' | 'id'>) => boolean,
): Readonly<Record<string, EigenWoord>> {
  const terug = new Set(
    meldingen.flatMap(({ bron, wat }) => (wat.soort === ingetrokken ? [`${bron} ${wat.intrekt}`] : [])),
  )
  const nieuw = geldende(meldingen).filter(isNieuw)
  return Object.fromEntries(
    Object.entries(eigen).map(([feit, { op, door }]): readonly [string, EigenWoord] => {
      const na = nieuw.find(({ wat }) => wat.op >= op && meldt(wat.soort, feit))
      if (na !== undefined) return [feit, { op, door: `${na.bron} ${na.id}` }]
      return [feit, door === undefined || terug.has(door) ? { op } : { op, door }]
    }),
  )
}

/** What registers say, without what somebody corrected themselves. */
export function registerZonderEigen(
  register: Registerfeiten,
  eigen: Readonly<Record<string, EigenWoord>>,
): Registerfeiten {
  const hunWoord = new Set(Object.entries(eigen).flatMap(([feit, { door }]) => (door ? [] : [feit])))
  if (hunWoord.size === 0) return register
  return Object.fromEntries(
    Object.entries(register).map(([bron, deel]) => [
      bron,
      Object.fromEntries(
        Object.entries(deel).flatMap(([groep, wat]) => {
          if (hunWoord.has(groep)) return []
          if (lijsten.includes(groep) || !isVelden(wat)) return [[groep, wat]]
          return [
            [
              groep,
              Object.fromEntries(Object.entries(wat).filter(([feit]) => !hunWoord.has(`${groep}.${feit}`))),
            ],
          ]
        }),
      ),
    ]),
  )
}

/** Where their word holds and a register says something else. */
export function verschilwoorden({
  feiten,
  register = {},
  eigen = {},
}: Pick<Dossierinhoud, 'feiten' | 'register' | 'eigen'>): readonly Verschilwoord[] {
  const gezegd = feitenIn(feiten.huishouden)
  return feiten.bronnen.flatMap((bron) => {
    const zegt = feitenIn(register[bron] ?? {})
    return Object.entries(eigen).flatMap(([feit, { op, door }]): readonly Verschilwoord[] => {
      const [hun, van] = [gezegd.get(feit), zegt.get(feit)]
      if (door !== undefined || !zegt.has(feit) || isOnbekend(van) || isGenoeg(hun, van)) return []
      return [{ feit, bron, op, gezegd: deelVan(feit, hun), register: deelVan(feit, van) }]
    })
  })
}

/** Of people a register knows less than they do themselves: what it says is all in what they say. */
function isGenoeg(hun: unknown, van: unknown): boolean {
  if (Array.isArray(hun) && Array.isArray(van))
    return hun.length === van.length && van.every((een, i) => isGenoeg(hun[i], een))
  if (isVelden(hun) && isVelden(van))
    return Object.entries(van).every(([naam, waarde]) => isOnbekend(waarde) || isGelijk(hun[naam], waarde))
  return isGelijk(hun, van)
}

/** That a change of this fact is what this kind of event reports, by the register that keeps it. */
function meldt(soort: Parameters<typeof kenmerkenVan>[0], feit: string): boolean {
  const { bronnen, raakt } = kenmerkenVan(soort)
  const bron: Volgbron = inkomensfeiten.has(feit) ? 'inkomen' : 'brp'
  const [groep] = feit.split('.')
  return (
    bronnen.some((een) => een === bron) &&
    raakt.some((wat) => wat === '*' || wat === feit || wat === `${groep}.*`)
  )
}

const inkomensfeiten: ReadonlySet<string> = new Set(
  kenmerkenVan('inkomen-gewijzigd').raakt.filter((feit) => !feit.endsWith('*')),
)

function deelVan(feit: string, waarde: unknown): Json {
  const [groep = '', naam] = feit.split('.')
  return { [groep]: naam === undefined ? waarde : { [naam]: waarde } }
}

function isGelijk(a: unknown, b: unknown): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((x, i) => isGelijk(x, b[i]))
  if (isVelden(a) && isVelden(b)) {
    const namen = new Set([...Object.keys(a), ...Object.keys(b)])
    return [...namen].every((naam) => isGelijk(a[naam], b[naam]))
  }
  return a === b
}

function isOnbekend(waarde: unknown): boolean {
  return isVelden(waarde) && 'onbekend' in waarde
}

function isVelden(waarde: unknown): waarde is Json {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde)
}
