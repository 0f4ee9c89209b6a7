/** Lists of people of whom it may not be sure that they are there: counting, adding, choosing. */
import { type Interval, type JaNee, LEEG, type Lid, type Lijst } from './gezin.ts'
import { NUL, omhulsel } from './intervallen.ts'
import type { GetalFn, JaNeeFn, Omgeving } from './omgeving.ts'

export function tel(l: Lijst): Interval {
  if (l.een) return { lo: l.leegKan ? 0 : 1, hi: 1 }
  let [lo, hi] = [0, 0]
  for (const d of l.leden) {
    lo += d.min
    hi += d.max
  }
  return { lo, hi }
}

export function som(l: Lijst, v: number, x: GetalFn, e: Omgeving, groot: boolean): Interval {
  if (l.een) {
    let uit: Interval | undefined = l.leegKan ? (groot ? { lo: 0n, hi: 0n } : NUL) : undefined
    for (const d of l.leden) {
      e.v[v] = d.m
      const w = x(e)
      uit = uit ? omhulsel(uit, w) : w
    }
    return uit ?? NUL
  }
  let lo = (groot ? 0n : 0) as number // one kind throughout, as in ruweBewerking
  let hi = lo
  for (const d of l.leden) {
    e.v[v] = d.m
    const w = x(e)
    if (d.min === 1 && d.max === 1) {
      lo += w.lo as number
      hi += w.hi as number
    } else {
      const [van, tot] = [w.lo < 0 ? d.max : d.min, w.hi > 0 ? d.max : d.min]
      lo += (w.lo as number) * ((groot ? BigInt(van) : van) as number)
      hi += (w.hi as number) * ((groot ? BigInt(tot) : tot) as number)
    }
  }
  return { lo, hi }
}

export function uiterste(
  hoe: 'min' | 'max',
  l: Lijst,
  v: number,
  x: GetalFn,
  leeg: GetalFn,
  e: Omgeving,
): Interval {
  const zeker: Interval[] = []
  const misschien: Interval[] = []
  for (const d of l.leden) {
    e.v[v] = d.m
    if (d.max > 0) (d.min > 0 && !l.een ? zeker : misschien).push(x(e))
  }
  if (l.een) return [...misschien, ...(l.leegKan ? [leeg(e)] : [])].reduce(omhulsel)
  const beste = (a: number | bigint, b: number | bigint) => ((hoe === 'max' ? a > b : a < b) ? a : b)
  if (zeker.length === 0) return [leeg(e), ...misschien].reduce(omhulsel)
  const kern = zeker.reduce((a, b) => ({ lo: beste(a.lo, b.lo), hi: beste(a.hi, b.hi) }))
  return misschien.reduce<Interval>(
    (a, b) => (hoe === 'max' ? { lo: a.lo, hi: beste(a.hi, b.hi) } : { lo: beste(a.lo, b.lo), hi: a.hi }),
    kern,
  )
}

/** Is there somebody for whom the condition equals `doel` (1 yes, 0 no)? */
export function minstensEen(l: Lijst, v: number, x: JaNeeFn, e: Omgeving, doel: 0 | 1): JaNee {
  let [allemaal, geen] = [true, true]
  for (const d of l.leden) {
    if (d.max === 0) continue
    e.v[v] = d.m
    const w = x(e)
    if (w === doel && d.min > 0 && !l.een) return 1
    if (w !== doel) allemaal = false
    if (w === doel || w === 2) geen = false
  }
  if (geen) return 0
  return l.een && allemaal && !l.leegKan ? 1 : 2
}

export function filter(l: Lijst, v: number, x: JaNeeFn, e: Omgeving): Lijst {
  /** Undefined as long as everybody surely stays: then it is the same list. */
  let leden: Lid[] | undefined
  let n = 0
  for (const d of l.leden) {
    e.v[v] = d.m
    const w = x(e)
    if (w !== 1) leden ??= l.leden.slice(0, n)
    if (w !== 0) leden?.push(w === 1 ? d : { m: d.m, min: 0, max: d.max })
    n++
  }
  if ((leden ?? l.leden).length === 0) return LEEG
  return leden ? { leden, een: l.een, leegKan: l.een } : l
}

/** A list of which exactly one is there, as a list of people who may each be there. */
export function los(l: Lijst): readonly Lid[] {
  return l.een ? l.leden.map((d) => ({ m: d.m, min: 0, max: 1 })) : l.leden
}

export function eerste(l: Lijst, sleutels: readonly GetalFn[], e: Omgeving): Lijst {
  const leden = l.leden.filter((d) => d.max > 0)
  const bewaard = e.v[0]
  const rijen = leden.map((d) => {
    e.v[0] = d.m
    return sleutels.map((s) => s(e))
  })
  if (bewaard) e.v[0] = bewaard
  // i cannot be the first when somebody who is surely there surely comes before.
  const kandidaten = leden.filter(
    (_, i) =>
      !leden.some(
        (d, j) => j !== i && d.min > 0 && !l.een && komtVoor(rijen[j] ?? [], rijen[i] ?? [], j < i),
      ),
  )
  const leegKan = l.een ? l.leegKan : !leden.some((d) => d.min > 0)
  const enige = kandidaten[0]
  if (!enige) return LEEG
  if (kandidaten.length === 1 && !leegKan)
    return { leden: [{ m: enige.m, min: 1, max: 1 }], een: false, leegKan: false }
  return { leden: kandidaten, een: true, leegKan }
}

/** Surely larger, key by key; on equal keys the earlier in the list wins. */
function komtVoor(a: readonly Interval[], b: readonly Interval[], eerder: boolean): boolean {
  for (const [i, x] of a.entries()) {
    const y = b[i]
    if (!y) break
    if (x.lo > y.hi) return true
    if (x.lo < y.hi || x.hi > y.lo) return x.lo === y.hi && i === a.length - 1 && eerder
  }
  return eerder
}
