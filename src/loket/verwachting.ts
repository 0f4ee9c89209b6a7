import type { Datum } from '../domain/index.ts'
import { datumOp, plusDagen } from '../kalender/index.ts'
import { isAf, type Stapeigenaar } from './begrippen.ts'
import type { Stap } from './ketenzaak.ts'
import { opVolgorde } from './plan.ts'

/** How long such steps took before, in whole days. Unknown is not zero. */
export type Stapduur =
  | { readonly soort: 'onbekend'; readonly aantal: number }
  | {
      readonly soort: 'bekend'
      readonly aantal: number
      readonly mediaan: number
      /** A quarter was quicker than `kwart`, a quarter slower than `driekwart`. */
      readonly kwart: number
      readonly driekwart: number
    }

/** Named limit: from fewer than so many a forecast says more about chance than about the step. */
export const MINSTENS_WAARNEMINGEN = 10

/** When something is done. `termijn`: nobody can say, and by then it has to be. */
export type Verwachting =
  | { readonly soort: 'verwacht'; readonly dag: Datum; readonly vanaf: Datum; readonly tot: Datum }
  | { readonly soort: 'termijn'; readonly dag: Datum }

/** What the sentence is made of: «Dit ligt nu bij de SVB. Daarna kan de gemeente beslissen, verwacht 12 maart.» */
export interface Ketenzin {
  /** Steps that can go on now, the one that has to be done first in front: as lists say whose turn it is. */
  readonly nu: readonly Zinstap[]
  /** What comes after these on the longest way to the end. */
  readonly daarna: readonly Zinstap[]
  /** When the whole plan is done; absent: there is nothing left to do. */
  readonly einde?: Verwachting
  /** Ids along the longest way, from now to the end. */
  readonly kritiek: readonly string[]
  /** Who waits for whom. */
  readonly wachten: readonly { readonly stap: string; readonly wie: Stapeigenaar; readonly op: Zinstap }[]
}

export interface Zinstap {
  readonly stap: string
  readonly wie: Stapeigenaar
  readonly klaar: Verwachting
  readonly isTeLaat: boolean
  /** Whose it is said no: who owns the case looks for somebody else. */
  readonly isGeweigerd?: true
}

/** What is counted of such steps: how many took so many days. */
export interface Duurtelling {
  readonly dagen: number
  readonly aantal: number
}

/** Median and spread of what was counted. Fewer than a stated number say nothing. */
export function stapduur(tellingen: readonly Duurtelling[]): Stapduur {
  const aantal = tellingen.reduce((som, een) => som + een.aantal, 0)
  if (aantal < MINSTENS_WAARNEMINGEN) return { soort: 'onbekend', aantal }
  const rij = tellingen.toSorted((a, b) => a.dagen - b.dagen)
  const bij = (deel: number): number => {
    let over = Math.ceil(aantal * deel)
    for (const { dagen, aantal: keer } of rij) {
      over -= keer
      if (over <= 0) return dagen
    }
    return rij.at(-1)?.dagen ?? 0
  }
  return { soort: 'bekend', aantal, mediaan: bij(0.5), kwart: bij(0.25), driekwart: bij(0.75) }
}

/** What a forecast needs of a step; of one that is not shared with a reader as much as of one that is. */
export type Verwachtbaar = Pick<Stap, 'stap' | 'eigenaar' | 'stand' | 'termijn' | 'wachtOp' | 'vrijSinds'>

/** Of two with one last day the resident's own is named first: nobody else can tell them. */
const voorInwoner = ({ eigenaar }: Pick<Stap, 'eigenaar'>): number => Number(eigenaar.soort === 'inwoner')

/**
 * From the state and how long such steps took before. A step begins when all it waits for are done; a chain is as sure as
 * its least sure step: where one step has no history, what comes after it has its term and no forecast. Quarters are
 * added up, which makes the spread of a chain rather too wide than too narrow.
 */
export function ketenzin(
  stappen: ReadonlyMap<string, Verwachtbaar>,
  duurVan: (stap: Verwachtbaar) => Stapduur,
  vandaag: Datum,
): Ketenzin {
  const open = new Map([...stappen].filter(([, { stand }]) => !isAf(stand)))
  const klaar = new Map<string, Verwachting>()
  const vorige = new Map<string, string>()
  const volgorde = opVolgorde(open)
  for (const [id, stap] of volgorde) {
    const voor = stap.wachtOp.filter((op) => open.has(op))
    const laatste = voor.reduce<string | undefined>((tot, op) => laatsteVan(klaar, tot, op), undefined)
    if (laatste !== undefined) vorige.set(id, laatste)
    klaar.set(
      id,
      klaarVan(
        stap,
        voor.map((op) => klaar.get(op)),
        // Nobody is at what was refused.
        stap.stand === 'geweigerd' ? { soort: 'onbekend', aantal: 0 } : duurVan(stap),
        vandaag,
      ),
    )
  }
  const zinstap = (id: string): readonly Zinstap[] => {
    const [stap, wanneer] = [open.get(id), klaar.get(id)]
    if (stap === undefined || wanneer === undefined) return []
    return [
      {
        ...{ stap: id, wie: stap.eigenaar, klaar: wanneer, isTeLaat: stap.termijn < vandaag },
        ...(stap.stand === 'geweigerd' && { isGeweigerd: true as const }),
      },
    ]
  }
  // Of two that are done on one day the one that comes after the other is the end.
  const eind = volgorde.reduce<string | undefined>((tot, [id]) => laatsteVan(klaar, tot, id), undefined)
  const kritiek: string[] = []
  for (let id = eind; id !== undefined && kritiek.length <= open.size; id = vorige.get(id))
    kritiek.unshift(id)
  const kan = [...open.values()]
    .filter(({ wachtOp }) => !wachtOp.some((op) => open.has(op)))
    .toSorted((a, b) => a.termijn.localeCompare(b.termijn) || voorInwoner(b) - voorInwoner(a))
  const einde = eind === undefined ? undefined : klaar.get(eind)
  return {
    nu: kan.flatMap(({ stap }) => zinstap(stap)),
    daarna: kritiek.slice(1).flatMap(zinstap),
    ...(einde && { einde }),
    kritiek,
    wachten: [...open.values()].flatMap(({ stap, eigenaar: wie, wachtOp }) =>
      wachtOp.flatMap((op) => zinstap(op).map((een) => ({ stap, wie, op: een }))),
    ),
  }
}

function laatsteVan(
  klaar: ReadonlyMap<string, Verwachting>,
  een: string | undefined,
  ander: string,
): string | undefined {
  if (een === undefined) return ander
  const [a, b] = [klaar.get(een)?.dag ?? '', klaar.get(ander)?.dag ?? '']
  return b >= a ? ander : een
}

function klaarVan(
  { termijn, vrijSinds }: Verwachtbaar,
  voor: readonly (Verwachting | undefined)[],
  duur: Stapduur,
  vandaag: Datum,
): Verwachting {
  const bekend = voor.filter((een) => een?.soort === 'verwacht')
  const geenZicht = (): Verwachting => {
    // By its term; and when that is over, or before what it waits for, not before those.
    const dag = voor.reduce(
      (laatst, een) => (een !== undefined && een.dag > laatst ? een.dag : laatst),
      termijn,
    )
    return { soort: 'termijn', dag: dag > vandaag ? dag : vandaag }
  }
  if (duur.soort === 'onbekend' || bekend.length < voor.length) return geenZicht()
  // What can go on already counts from when it could.
  const sinds =
    voor.length === 0 && vrijSinds !== undefined ? datumOp(vrijSinds, 'Europe/Amsterdam') : vandaag
  const na = (van: (een: Extract<Verwachting, { soort: 'verwacht' }>) => Datum, dagen: number) =>
    plusDagen(
      bekend.reduce((laatst, een) => (van(een) > laatst ? van(een) : laatst), sinds),
      dagen,
    )
  const tot = na((een) => een.tot, duur.driekwart)
  // It takes longer already than three in four did: what such steps took before says nothing about it any more.
  if (tot < vandaag) return geenZicht()
  const nietVoor = (dag: Datum) => (dag > vandaag ? dag : vandaag)
  return {
    soort: 'verwacht',
    dag: nietVoor(na((een) => een.dag, duur.mediaan)),
    vanaf: nietVoor(na((een) => een.vanaf, duur.kwart)),
    tot,
  }
}
