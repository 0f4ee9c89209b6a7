import { tijdvakkenOp } from '../afspraken/index.ts'
import { type Datum, datumOp, plusDagen } from '../kalender/index.ts'
import type { Lijnrooster, Lijnteam } from './lijnteam.ts'
import type { Toezegging, Wachtrij } from './wachtrij.ts'

/** So long one callback has. */
export const TERUGBEL_MINUTEN = 20
/** Not kept when nobody has called so long after the beginning. */
export const SPELING_MINUTEN = 15
/** No sooner than this from now: whoever calls back has to see it. */
export const VOORAF_MINUTEN = 15
/** Named limit: further ahead is no promise that helps. */
export const HOOGSTENS_DAGEN = 31

const minuut = 60_000

export interface Belvraag {
  /** In order of preference. */
  readonly teams: readonly Lijnteam[]
  readonly nu: Date
  /** Not before this, when whoever asks has other plans. */
  readonly nietVoor?: Date
  readonly keer: number
  /** Per team when times begin that were agreed with it outside this queue, in milliseconds. */
  readonly bezet?: ReadonlyMap<string, readonly number[]> | undefined
}

/** The soonest time at which one of these teams can call back within its lane hours; none is promised twice over. */
export function eersteToezegging(
  wachtrij: Wachtrij,
  { teams, nu, nietVoor, keer, bezet }: Belvraag,
): Toezegging | undefined {
  const vanaf = Math.max(nu.getTime() + VOORAF_MINUTEN * minuut, nietVoor?.getTime() ?? 0)
  let beste: Toezegging | undefined
  for (const team of teams) {
    const voor = beste?.beginMs ?? Number.POSITIVE_INFINITY
    const beginMs = eersteBegin(wachtrij, { team, vanaf, voor, anders: bezet?.get(team.id) ?? [] })
    if (beginMs !== undefined)
      beste = { team: team.id, beginMs, uiterlijkMs: beginMs + SPELING_MINUTEN * minuut, keer }
  }
  return beste
}

/** The first before `voor` with room: promises take no more than the cap, or they would push the public aside together. */
function eersteBegin(
  wachtrij: Wachtrij,
  { team, vanaf, voor, anders }: { team: Lijnteam; vanaf: number; voor: number; anders: readonly number[] },
): number | undefined {
  const plaatsen = plaatsenVan(team.capaciteit, wachtrij.instellingen.plafond)
  const bezet = [...beginnenVan(wachtrij, team.id), ...anders]
  const eerste = datumOp(new Date(vanaf), team.rooster.zone)
  for (let dag = eerste, n = 0; n <= HOOGSTENS_DAGEN; dag = plusDagen(dag, 1), n++) {
    for (const ms of beginnenOp(team.rooster, dag)) {
      if (ms >= voor) return undefined
      if (ms < vanaf) continue
      const erbij = bezet.filter((ander) => Math.abs(ander - ms) < TERUGBEL_MINUTEN * minuut).length
      if (erbij < plaatsen) return ms
    }
  }
  return undefined
}

/** So many callbacks at once: what a team promises takes no more than the cap. */
export function plaatsenVan(capaciteit: number, plafond: number): number {
  return Math.max(1, Math.floor(capaciteit * plafond))
}

/** What that team promised, or keeps free for somebody. */
function beginnenVan({ wachtenden, afgesproken }: Wachtrij, team: string): readonly number[] {
  return [...wachtenden, ...afgesproken].flatMap(({ aanbod, toezegging }) =>
    [aanbod, toezegging].flatMap((een) => (een?.team === team ? [een.beginMs] : [])),
  )
}

/** Lane hours do not change once they are made, and a clock with a zone is slow to answer. */
const bekend = new WeakMap<Lijnrooster, Map<Datum, readonly number[]>>()

function beginnenOp(rooster: Lijnrooster, dag: Datum): readonly number[] {
  let dagen = bekend.get(rooster)
  if (dagen === undefined || dagen.size > 2 * HOOGSTENS_DAGEN) {
    dagen = new Map()
    bekend.set(rooster, dagen)
  }
  let beginnen = dagen.get(dag)
  if (beginnen === undefined) {
    const vakken = tijdvakkenOp({ ...alsTijden(rooster), duurMinuten: TERUGBEL_MINUTEN }, dag)
    beginnen = vakken.map(({ begin }) => begin.getTime())
    dagen.set(dag, beginnen)
  }
  return beginnen
}

const nooitDicht = Array.from({ length: 7 }, (_, i) => ({ weekdag: i + 1, vanMinuut: 0, totMinuut: 1440 }))

export function alsTijden(rooster: Lijnrooster): Extract<Lijnrooster, { soort: 'uren' }> {
  if (rooster.soort === 'uren') return rooster
  const { zone } = rooster
  return { soort: 'uren', zone, openingstijden: nooitDicht, dichtOpFeestdagen: false, gesloten: [] }
}
