/** Who talks to whom: the one place where that is chosen, for real calls and for the simulator alike. */
import type { Passing, Stap } from './passing.ts'
import { type Beller, bezettingVan, type Plek, type Wachtrij } from './wachtrij.ts'

/** Are these lane hours of that team? */
export type IsOpenTeam = (team: string) => boolean

/** The best way in which this one may take the call by now, if any. */
export function passingVoor(
  plek: Plek,
  {
    passend,
    stap,
    eigenPlek,
  }: { readonly passend: readonly Passing[]; readonly stap: Stap; readonly eigenPlek?: string },
  isOpen: IsOpenTeam,
): Passing | undefined {
  // Nobody answers themselves.
  if (plek.id === eigenPlek) return undefined
  for (const passing of passend) {
    if (passing.vanafStap > stap) return undefined
    if (plek.teams.includes(passing.team) && isOpen(passing.team)) return passing
  }
  return undefined
}

export interface Keuze {
  readonly plek: Plek
  readonly passing: Passing
}

/**
 * Of who is free: the team that fits best, in it whoever was busy the least, of those who is free the longest. Busyness
 * counts in whole percents, or two would never be equal.
 */
export function kiesPlek(
  { plekken }: Wachtrij,
  beller: Pick<Beller, 'passend' | 'stap' | 'eigenPlek'>,
  nuMs: number,
  isOpen: IsOpenTeam,
): Keuze | undefined {
  let beste: (Keuze & { readonly procent: number }) | undefined
  for (const plek of plekken) {
    if (plek.stand !== 'vrij') continue
    const passing = passingVoor(plek, beller, isOpen)
    if (passing === undefined) continue
    const kandidaat = { plek, passing, procent: Math.round(bezettingVan(plek, nuMs) * 100) }
    if (beste === undefined || gaatVoor(kandidaat, beste)) beste = kandidaat
  }
  return beste && { plek: beste.plek, passing: beste.passing }
}

function gaatVoor(
  een: Keuze & { readonly procent: number },
  ander: Keuze & { readonly procent: number },
): boolean {
  const verschil =
    een.passing.vanafStap - ander.passing.vanafStap ||
    ander.passing.score - een.passing.score ||
    een.procent - ander.procent ||
    een.plek.sindsMs - ander.plek.sindsMs
  // Equal in everything: the first in the list, which is by id.
  return verschil < 0
}

/** For who comes free: the first in the order of the queue whom they may help. No call is broken off for anybody. */
export function kiesBeller(
  { wachtenden }: Wachtrij,
  plek: Plek,
  isOpen: IsOpenTeam,
): { readonly beller: Beller; readonly passing: Passing } | undefined {
  for (const beller of wachtenden) {
    if (beller.isElders) continue
    const passing = passingVoor(plek, beller, isOpen)
    if (passing !== undefined) return { beller, passing }
  }
  return undefined
}
