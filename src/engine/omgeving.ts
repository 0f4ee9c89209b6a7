/** What an evaluation works on: the household, the loop variables, and what was already worked out. */
import type { Gezin, Interval, JaNee, Lijst, Mens } from './gezin.ts'
import { AANVRAGER, ONDERNEMING, type Wie, WONING } from './ir.ts'

/** One evaluation: the household, loop variables, and what was already worked out. */
export interface Omgeving {
  readonly g: Gezin
  readonly v: Mens[]
  readonly mem: (Interval | JaNee | Lijst | undefined)[]
  readonly pmem: ((Interval | JaNee)[] | undefined)[]
}

export type GetalFn = (e: Omgeving) => Interval

export type JaNeeFn = (e: Omgeving) => JaNee

export type LijstFn = (e: Omgeving) => Lijst

/** `regels`: how many rules the plan has; rows of their full length need not grow while they are filled. */
export function omgeving(g: Gezin, regels: number): Omgeving {
  return { g, v: [], mem: new Array(regels), pmem: new Array(regels) }
}

/** Forget what was worked out, after a value of the household changed. */
export function vergeet(e: Omgeving): void {
  e.mem.fill(undefined)
  e.pmem.fill(undefined)
}

export function wie(e: Omgeving, w: Wie): Mens {
  if (w === AANVRAGER) return e.g.aanvrager
  if (w === WONING) return e.g.woning
  if (w === ONDERNEMING) return e.g.onderneming
  const m = e.v[w]
  if (!m) throw new Error(`loop variable ${w} is not bound`)
  return m
}
