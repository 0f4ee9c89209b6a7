/** Which places of teams a queue promised, or gave back, between two states of it: the same places that appointments take. */
import type { Tijdvak } from '../afspraken/index.ts'
import { belteamId } from './belteam.ts'
import type { Lijnteam } from './lijnteam.ts'
import { plaatsenVan, TERUGBEL_MINUTEN } from './toezegging.ts'
import type { Wachtrij } from './wachtrij.ts'

export interface Lijnplek extends Tijdvak {
  /** Under which name the team has its places. */
  readonly plek: string
}

export interface Plekverschil {
  readonly erbij: readonly (Lijnplek & { readonly capaciteit: number })[]
  readonly weg: readonly Lijnplek[]
}

/** What is promised, and what is kept free for who waits. A team that is not in the guide any more has no places. */
export function plekverschil(
  was: Wachtrij,
  wordt: Wachtrij,
  teams: ReadonlyMap<string, Lijnteam>,
): Plekverschil {
  const [voor, na] = [tel(was), tel(wordt)]
  const meer = (een: ReadonlyMap<string, number>, ander: ReadonlyMap<string, number>) =>
    [...een].flatMap(([sleutel, n]) =>
      Array.from({ length: Math.max(0, n - (ander.get(sleutel) ?? 0)) }, () => plekUit(sleutel)),
    )
  return {
    erbij: meer(na, voor).flatMap(({ team: id, ...vak }) => {
      const team = teams.get(id)
      if (team === undefined) return []
      const capaciteit = plaatsenVan(team.capaciteit, wordt.instellingen.plafond)
      return [{ plek: belteamId(id), ...vak, capaciteit }]
    }),
    weg: meer(voor, na).map(({ team, ...vak }) => ({ plek: belteamId(team), ...vak })),
  }
}

function tel({ wachtenden, afgesproken }: Wachtrij): ReadonlyMap<string, number> {
  const aantal = new Map<string, number>()
  for (const { aanbod, toezegging } of [...wachtenden, ...afgesproken])
    for (const een of [aanbod, toezegging]) {
      if (een === undefined) continue
      const sleutel = `${een.beginMs} ${een.team}`
      aantal.set(sleutel, (aantal.get(sleutel) ?? 0) + 1)
    }
  return aantal
}

function plekUit(sleutel: string): Tijdvak & { readonly team: string } {
  const [ms = '0', team = ''] = sleutel.split(' ')
  const begin = new Date(Number(ms))
  return { team, begin, einde: new Date(begin.getTime() + TERUGBEL_MINUTEN * 60_000) }
}
