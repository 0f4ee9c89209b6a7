import { evolve } from './evolve.ts'
import { type IsOpenTeam, kiesBeller, kiesPlek } from './kiezen.ts'
import { isOpen, type Lijnteam } from './lijnteam.ts'
import { eersteToezegging } from './toezegging.ts'
import { collegasVoor, isCollegaVoorZich, isInwonerZonderVoorrang } from './voorlaten.ts'
import type { Voorval, Voorvalinhoud } from './voorval.ts'
import type { Beller, Toezegging, Wachtrij } from './wachtrij.ts'

export interface Elderteam {
  readonly team: Lijnteam
  readonly pool: string
}

/** What a decision needs of the world, passed in. */
export interface Omgeving {
  readonly nu: Date
  /** The guide, by id: who is not in it (any more) gets no call. */
  readonly teams: ReadonlyMap<string, Lijnteam>
  /** Teams of other pools where somebody can answer, by id; absent: nobody looks further than this pool. */
  readonly elders?: ReadonlyMap<string, Elderteam> | undefined
  /** Per team when times begin that were agreed with it outside this queue, in milliseconds. Absent: none. */
  readonly bezet?: ReadonlyMap<string, readonly number[]> | undefined
}

/** A decision while it is made: what has happened so far in it is looked at by what comes next in it. */
export interface Bouw {
  readonly omgeving: Omgeving
  readonly nuMs: number
  readonly isOpen: IsOpenTeam
  stand: Wachtrij
  readonly voorvallen: Voorval[]
}

/** Never before the last event, whatever the clock of this node says. */
export function begin(stand: Wachtrij, omgeving: Omgeving): Bouw {
  const nuMs = Math.max(omgeving.nu.getTime(), stand.tegoed.opMs)
  const nu = new Date(nuMs)
  const bekend = new Map<string, boolean>()
  return {
    omgeving: { ...omgeving, nu },
    nuMs,
    stand,
    voorvallen: [],
    isOpen: (id) => {
      const eerder = bekend.get(id)
      if (eerder !== undefined) return eerder
      const team = omgeving.teams.get(id) ?? omgeving.elders?.get(id)?.team
      const open = team !== undefined && isOpen(team.rooster, nu)
      bekend.set(id, open)
      return open
    },
  }
}

/** Answers nothing, as a command that is not refused does. */
export function voeg(bouw: Bouw, inhoud: Voorvalinhoud): undefined {
  const voorval = { opMs: bouw.nuMs, inhoud }
  bouw.voorvallen.push(voorval)
  bouw.stand = evolve(bouw.stand, voorval)
}

/** To whoever is free for them now, if anybody is. */
export function koppelBeller(bouw: Bouw, beller: Beller): boolean {
  if (beller.isElders) return false
  const keuze = kiesPlek(bouw.stand, beller, bouw.nuMs, bouw.isOpen)
  if (keuze === undefined) return false
  verbind(bouw, beller, keuze.plek.id, keuze.passing)
  return true
}

/** Who came free takes whoever is first among those they may help. */
export function koppelPlek(bouw: Bouw, id: string): undefined {
  const plek = bouw.stand.plekken.find((een) => een.id === id)
  if (plek?.stand !== 'vrij') return
  const keuze = kiesBeller(bouw.stand, plek, bouw.isOpen)
  if (keuze !== undefined) verbind(bouw, keuze.beller, id, keuze.passing)
}

function verbind(
  bouw: Bouw,
  { id, klasse, aankomstMs }: Beller,
  plek: string,
  passing: Beller['passend'][number],
): void {
  voeg(bouw, {
    soort: 'verbonden',
    beller: id,
    klasse,
    plek,
    team: passing.team,
    redenen: passing.redenen,
    gewachtMs: bouw.nuMs - aankomstMs,
  })
}

/** After somebody came into the queue, or back into it. */
export function laatVoor(bouw: Bouw): void {
  const { wachtenden } = bouw.stand
  // Before the first of them nobody has to give way: most queues end here.
  const eerste = wachtenden.findIndex(isCollegaVoorZich)
  if (eerste < 0) return
  for (const { id } of wachtenden.slice(eerste).filter(isInwonerZonderVoorrang)) {
    const plaats = bouw.stand.wachtenden.findIndex((een) => een.id === id)
    const beller = bouw.stand.wachtenden[plaats]
    const voor = beller && collegasVoor(bouw.stand.wachtenden.slice(0, plaats), beller)
    if (voor !== undefined && voor.length > 0)
      voeg(bouw, { soort: 'voorgelaten', beller: id, wie: voor.map((een) => een.id) })
  }
}

/** The soonest time at which one of their teams can call this one back. */
export function zoekTijd(
  { stand, omgeving }: Bouw,
  { passend }: Pick<Beller, 'passend'>,
  wens: { readonly keer: number; readonly nietVoor?: Date },
): Toezegging | undefined {
  const teams = passend.flatMap(({ team }) => omgeving.teams.get(team) ?? [])
  return eersteToezegging(stand, { teams, nu: omgeving.nu, bezet: omgeving.bezet, ...wens })
}

export function vindBeller({ wachtenden, afgesproken }: Wachtrij, id: string): Beller | undefined {
  return wachtenden.find((een) => een.id === id) ?? afgesproken.find((een) => een.id === id)
}
