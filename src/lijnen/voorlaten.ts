/**
 * A resident at the desk goes before a colleague who asks for themselves, also when the lane took its share. They change
 * places: nobody else waits longer by it, and the lane takes no more with precedence.
 */
import { type Beller, plaatsVan, type Wachtrij } from './wachtrij.ts'

/** Colleagues for themselves who wait for a team that this one waits for as well, first to last. */
export function collegasVoor(
  rij: readonly Beller[],
  { passend }: Pick<Beller, 'passend'>,
): readonly Beller[] {
  const teams = new Set(passend.map(({ team }) => team))
  return rij.filter((een) => isCollegaVoorZich(een) && een.passend.some(({ team }) => teams.has(team)))
}

/** One whose promised time has come goes before everybody, and is none of these. */
export function isCollegaVoorZich({ klasse, namens, rang }: Beller): boolean {
  return klasse === 'lijn' && namens === 'zelf' && rang !== 0
}

/** A resident at the desk who does not go first. */
export function isInwonerZonderVoorrang({ klasse, namens, rang }: Beller): boolean {
  return klasse === 'lijn' && namens === 'inwoner' && rang === 3
}

/** Who they are now: in order, with what belongs to the place and no more. */
export function gewisseld(stand: Wachtrij, id: string, wie: readonly string[]): readonly Beller[] {
  const ids = new Set([...wie, id])
  const rij = stand.wachtenden.filter((een) => ids.has(een.id))
  const beller = rij.find((een) => een.id === id)
  if (beller === undefined) return []
  const nieuw = [beller, ...rij.filter((een) => een !== beller)]
  return nieuw.flatMap((een, i) => {
    const van = rij[i]
    if (van === undefined) return []
    const rang = van.rang === 2 && een === beller ? 1 : van.rang
    return [{ ...een, rang, kostMs: van.kostMs, plaatsMs: plaatsVan(van) }]
  })
}
