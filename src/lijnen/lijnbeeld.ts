/** What people see of a line: of their own shift, and of their own call. */

import { type Dienst, type Oproep, poolVan } from './dienst-store.ts'
import type { Belgesprek } from './gesprek/belgesprek.ts'
import type { Lijnvraag } from './passing.ts'
import type { Plaatsbeeld } from './vooruitzicht.ts'
import type { Plek, Toezegging, Wachtrij } from './wachtrij.ts'

/** What somebody sees of their own shift. */
export interface Dienstbeeld {
  readonly dienst: Dienst
  readonly plek: Plek
  /** Goes up with each change of it. */
  readonly nr: number
  /** Promised by this pool and not yet kept, soonest first: when, and about what. */
  readonly beloofd: readonly { readonly toezegging: Toezegging; readonly vraag: Lijnvraag }[]
  /** Wait now and can be helped by this shift: colleagues, and residents on the telephone. */
  readonly wachtend: number
  readonly inwoners: number
  /** Whom they have to call back now. */
  readonly terugTeBellen?: Oproep
  /** The call that they are in, or that rings. */
  readonly gesprek?: string
  /** The call that they are still writing down. */
  readonly nagesprek?: string
  /** It was answered; false while it rings, and without a call. */
  readonly isOpgenomen: boolean
  /** A resident, at the telephone of their own organisation. */
  readonly isPubliek: boolean
}

/** Promised by a team, not kept, and promised anew: for whoever runs that team. */
export interface Gemist {
  readonly team: string
  readonly vraag: Lijnvraag
  readonly gemistMs: number
  readonly nieuwMs: number
}

/** Soonest first; also of who waits at the head of the queue since. */
export function gemistIn(
  { wachtenden, afgesproken, plekken }: Wachtrij,
  teams: ReadonlySet<string>,
): readonly Gemist[] {
  const ingesprek = plekken.flatMap(({ gesprek }) => gesprek?.beller ?? [])
  return [...wachtenden, ...afgesproken, ...ingesprek]
    .flatMap(({ toezegging, vraag }) =>
      toezegging?.gemistMs === undefined || !teams.has(toezegging.team)
        ? []
        : [{ team: toezegging.team, vraag, gemistMs: toezegging.gemistMs, nieuwMs: toezegging.beginMs }],
    )
    .toSorted((a, b) => a.nieuwMs - b.nieuwMs)
}

/** What a caller sees of their own call. */
export type Oproepstand =
  /** `ookBij`: of each other pool where they stand by now, the team that fits best. */
  | { readonly soort: 'wacht'; readonly beeld: Plaatsbeeld; readonly ookBij: readonly string[] }
  | { readonly soort: 'gaat-over'; readonly team: string }
  | { readonly soort: 'in-gesprek'; readonly gesprek: string }
  /** `isNu`: the time has come; they go first. */
  | { readonly soort: 'beloofd'; readonly toezegging: Toezegging; readonly isNu: boolean }
  | { readonly soort: 'voorbij' }

export interface Oproepbeeld {
  readonly oproep: Oproep
  readonly stand: Oproepstand
  readonly nr: number
}

/** Named limit: of more changes than this in one call nobody hears each. */
const PER_GESPREK = 16

/**
 * Goes up with each change in the queue, with each in the call that came of it, and once when it is written that somebody
 * answered: that changes neither, and whoever looked just before it would never hear of it.
 */
export function nummerVan(
  { nr }: Pick<Wachtrij, 'nr'>,
  gesprek: Pick<Belgesprek, 'nr'> | undefined,
  oproep: Pick<Oproep, 'opgenomenMs'> | undefined,
): number {
  const opgenomen = oproep?.opgenomenMs === undefined ? 0 : 1
  return nr * PER_GESPREK + Math.min(PER_GESPREK - 2, gesprek?.nr ?? 0) + opgenomen
}

/** `standen`: the queue where they called, and those that were asked along. */
export function oproepbeeld(
  oproep: Oproep,
  {
    standen,
    gesprek,
    beeld,
  }: {
    readonly standen: readonly Wachtrij[]
    readonly gesprek: Belgesprek | undefined
    readonly beeld: (thuis: Wachtrij) => Plaatsbeeld | undefined
  },
): Oproepbeeld {
  // Each of them goes up alone, so together they do.
  const nr = standen.reduce((som, een) => som + een.nr, 0)
  const thuis = standen.find(({ id }) => id === oproep.pool)
  if (thuis === undefined) return { oproep, stand: { soort: 'voorbij' }, nr: 0 }
  const stand = oproepstand(oproep, {
    ...{ wachtrij: thuis, gesprek, beeld: beeld(thuis) },
    bij: standen.find(({ id }) => id === poolVan(oproep)) ?? thuis,
    ookBij: standen.flatMap((een) => (een === thuis ? [] : (teamElders(een, oproep.beller) ?? []))),
  })
  return { oproep, stand, nr: nummerVan({ nr }, gesprek, oproep) }
}

function teamElders({ wachtenden }: Wachtrij, beller: string): string | undefined {
  return wachtenden.find(({ id }) => id === beller)?.passend[0]?.team
}

function oproepstand(
  { beller, afloop, opgenomenMs, gesprek: id }: Oproep,
  {
    wachtrij,
    bij: rij,
    gesprek,
    beeld,
    ookBij,
  }: {
    readonly wachtrij: Wachtrij
    readonly bij: Wachtrij
    readonly gesprek: Belgesprek | undefined
    readonly beeld: Plaatsbeeld | undefined
    readonly ookBij: readonly string[]
  },
): Oproepstand {
  if (afloop !== undefined) return { soort: 'voorbij' }
  const bij = rij.plekken.find((plek) => plek.gesprek?.beller.id === beller)?.gesprek
  if (bij !== undefined) {
    const isOpgenomen =
      opgenomenMs !== undefined && gesprek !== undefined && gesprek.beeindigdMs === undefined
    if (isOpgenomen && id !== undefined) return { soort: 'in-gesprek', gesprek: id }
    const { toezegging } = bij.beller
    return toezegging === undefined
      ? { soort: 'gaat-over', team: bij.team }
      : { soort: 'beloofd', toezegging, isNu: true }
  }
  if (beeld !== undefined) {
    const { toezegging } = beeld.beller
    return toezegging === undefined
      ? { soort: 'wacht', beeld, ookBij }
      : { soort: 'beloofd', toezegging, isNu: true }
  }
  const toezegging = wachtrij.afgesproken.find((een) => een.id === beller)?.toezegging
  return toezegging === undefined ? { soort: 'voorbij' } : { soort: 'beloofd', toezegging, isNu: false }
}

export function dienstbeeld(
  dienst: Dienst,
  {
    wachtrij,
    plek,
    gesprek,
    oproep,
  }: {
    readonly wachtrij: Wachtrij
    readonly plek: Plek
    readonly gesprek?: Belgesprek
    readonly oproep?: Oproep
  },
): Dienstbeeld {
  const isVoorMij = ({ passend }: Wachtrij['wachtenden'][number]) =>
    passend.some(({ team }) => plek.teams.includes(team))
  const voorMij = wachtrij.wachtenden.filter(isVoorMij)
  const inwoners = voorMij.filter(({ klasse }) => klasse === 'publiek').length
  const isPubliek = plek.gesprek?.beller.klasse === 'publiek'
  const isBezig = gesprek !== undefined && gesprek.beeindigdMs === undefined
  const isOpgenomen = (isBezig || isPubliek) && oproep?.opgenomenMs !== undefined
  const moetTerug = plek.gesprek?.beller.toezegging !== undefined && !isBezig
  return {
    ...{ dienst, plek, nr: nummerVan(wachtrij, gesprek, oproep) },
    beloofd: wachtrij.afgesproken.flatMap(({ toezegging, vraag }) =>
      toezegging !== undefined && plek.teams.includes(toezegging.team) ? [{ toezegging, vraag }] : [],
    ),
    wachtend: voorMij.length - inwoners,
    inwoners,
    ...(moetTerug && oproep !== undefined && { terugTeBellen: oproep }),
    ...(isBezig && { gesprek: gesprek.id }),
    ...(plek.stand === 'nawerk' && oproep?.gesprek !== undefined && { nagesprek: oproep.gesprek }),
    isOpgenomen,
    isPubliek,
  }
}
