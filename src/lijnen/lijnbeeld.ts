/** What people see of a line: of their own shift, and of their own call. */

import type { Dienst, Oproep } from './dienst-store.ts'
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
  /** Waits now and can be helped by this shift. */
  readonly wachtend: number
  /** Whom they have to call back now. */
  readonly terugTeBellen?: Oproep
  /** The call that they are in, or that rings. */
  readonly gesprek?: string
  /** The call that they are still writing down. */
  readonly nagesprek?: string
  /** It was answered; false while it rings, and without a call. */
  readonly isOpgenomen: boolean
}

/** What a caller sees of their own call. */
export type Oproepstand =
  | { readonly soort: 'wacht'; readonly beeld: Plaatsbeeld }
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

/** Goes up with each change in the queue, and with each in the call that came of it. */
export function nummerVan({ nr }: Wachtrij, gesprek: Belgesprek | undefined): number {
  return nr * PER_GESPREK + Math.min(PER_GESPREK - 1, gesprek?.nr ?? 0)
}

export function oproepstand(
  { beller, afloop, opgenomenMs, gesprek: id }: Oproep,
  {
    wachtrij,
    gesprek,
    beeld,
  }: {
    readonly wachtrij: Wachtrij
    readonly gesprek: Belgesprek | undefined
    readonly beeld: Plaatsbeeld | undefined
  },
): Oproepstand {
  if (afloop !== undefined) return { soort: 'voorbij' }
  const bij = wachtrij.plekken.find((plek) => plek.gesprek?.beller.id === beller)?.gesprek
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
    return toezegging === undefined ? { soort: 'wacht', beeld } : { soort: 'beloofd', toezegging, isNu: true }
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
    readonly gesprek: Belgesprek | undefined
    readonly oproep: Oproep | undefined
  },
): Dienstbeeld {
  const isVoorMij = ({ passend }: Wachtrij['wachtenden'][number]) =>
    passend.some(({ team }) => plek.teams.includes(team))
  const isBezig = gesprek !== undefined && gesprek.beeindigdMs === undefined
  const moetTerug = plek.gesprek?.beller.toezegging !== undefined && !isBezig
  return {
    ...{ dienst, plek, nr: nummerVan(wachtrij, gesprek) },
    beloofd: wachtrij.afgesproken.flatMap(({ toezegging, vraag }) =>
      toezegging !== undefined && plek.teams.includes(toezegging.team) ? [{ toezegging, vraag }] : [],
    ),
    wachtend: wachtrij.wachtenden.filter(isVoorMij).length,
    ...(moetTerug && oproep !== undefined && { terugTeBellen: oproep }),
    ...(isBezig && { gesprek: gesprek.id }),
    ...(plek.stand === 'nawerk' && oproep?.gesprek !== undefined && { nagesprek: oproep.gesprek }),
    isOpgenomen: isBezig && oproep?.opgenomenMs !== undefined,
  }
}
