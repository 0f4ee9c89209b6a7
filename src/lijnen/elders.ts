/**
 * Looking further than one pool: a neighbouring region and a generalist mostly answer at another organisation. A caller
 * keeps the place where they called, and is asked along at others, each with its own cap; what rings first rings alone.
 */
import { type Bouw, koppelBeller, koppelPlek, type Omgeving, voeg } from './bouw.ts'
import type { Opdracht, Weigering } from './opdracht.ts'
import { beoordeelTeams, type Lijnvraag, type Passing } from './passing.ts'
import type { Beller, Ruimer } from './wachtrij.ts'

/** Named limits: so many other pools are asked at each step, and of each so many teams are looked at for lane hours. */
export const HOOGSTENS_PER_STAP = 2
const HOOGSTENS_TEAMS = 3

/** Who fits here, and which other pools may be asked: those for a neighbouring place before those that fit otherwise. */
export function wieKan(
  { teams, elders }: Omgeving,
  vraag: Lijnvraag,
): { readonly passend: readonly Passing[]; readonly ruimer: readonly Ruimer[] } {
  if (elders === undefined) return { ...beoordeelTeams(teams.values(), vraag), ruimer: [] }
  const alle = [...teams.values(), ...[...elders.values()].map(({ team }) => team)]
  const { passend } = beoordeelTeams(alle, vraag)
  const ver = passend.filter(({ team }) => !teams.has(team))
  const buren = ver.filter(({ vanafStap }) => vanafStap === 1)
  const perPool = new Map<string, { vanafStap: 1 | 2; teams: string[] }>()
  for (const { team, vanafStap } of [...buren, ...ver.filter((een) => een.vanafStap !== 1)]) {
    const pool = elders.get(team)?.pool
    if (pool === undefined) continue
    const van = perPool.get(pool) ?? { vanafStap: vanafStap === 2 ? 2 : 1, teams: [] }
    if (van.teams.length < HOOGSTENS_TEAMS) van.teams.push(team)
    perPool.set(pool, van)
  }
  const rij = [...perPool].map(([pool, wat]) => ({ pool, ...wat }))
  const bij = (stap: 1 | 2) => rij.filter(({ vanafStap }) => vanafStap === stap).slice(0, HOOGSTENS_PER_STAP)
  return { passend: passend.filter(({ team }) => teams.has(team)), ruimer: [...bij(1), ...bij(2)] }
}

/** The first of them where these are lane hours. */
export function opensteElders({ isOpen }: Bouw, { ruimer }: Pick<Beller, 'ruimer'>): Ruimer | undefined {
  return ruimer?.find(({ teams }) => teams.some(isOpen))
}

type Van<S extends Opdracht['soort']> = Extract<Opdracht, { readonly soort: S }>

export function zetElders(bouw: Bouw, { beller: id, isElders }: Van<'zet-elders'>): Weigering | undefined {
  const beller = bouw.stand.wachtenden.find((een) => een.id === id)
  if (beller === undefined) return { reden: 'niet-gevonden', wat: 'beller' }
  if ((beller.isElders === true) === isElders) return undefined
  voeg(bouw, { soort: 'elders', beller: id, isElders })
  const weer = bouw.stand.wachtenden.find((een) => een.id === id)
  if (weer !== undefined) koppelBeller(bouw, weer)
  return undefined
}

export function neemTerug(bouw: Bouw, { plek: id, beller }: Van<'neem-terug'>): Weigering | undefined {
  const plek = bouw.stand.plekken.find((een) => een.id === id)
  if (plek?.stand !== 'in-gesprek' || plek.gesprek?.beller.id !== beller) return { reden: 'kan-niet-nu' }
  voeg(bouw, { soort: 'teruggenomen', plek: id, beller })
  return koppelPlek(bouw, id)
}

export function laatLos(bouw: Bouw, { id, klasse, aankomstMs }: Beller): undefined {
  return voeg(bouw, {
    ...{ soort: 'weg', beller: id, klasse, waarom: 'elders' },
    gewachtMs: bouw.nuMs - aankomstMs,
  })
}
