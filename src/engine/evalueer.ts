/**
 * The evaluator: every node becomes a function from a household to limits (known values are limits that
 * meet). Sound by construction: each operation returns limits that contain every possible result.
 */
import { DEEL, dag } from './functies.ts'
import type { Gezin, Interval, JaNee, Lid, Lijst, Mens } from './gezin.ts'
import { LEEG } from './gezin.ts'
import {
  AANVRAGER,
  type GetalKnoop,
  isGetal,
  isGroot,
  isLijst,
  type JaNeeKnoop,
  type Knoop,
  type LijstKnoop,
  ONDERNEMING,
  type PlanRegel,
  type Wie,
  WONING,
} from './ir.ts'

/** One evaluation: the household, loop variables, and what was already worked out. */
export interface Omgeving {
  readonly g: Gezin
  readonly v: Mens[]
  mem: (Interval | JaNee | Lijst | undefined)[]
  pmem: ((Interval | JaNee)[] | undefined)[]
}

export type GetalFn = (e: Omgeving) => Interval
export type JaNeeFn = (e: Omgeving) => JaNee
export type LijstFn = (e: Omgeving) => Lijst

export function omgeving(g: Gezin): Omgeving {
  return { g, v: [], mem: [], pmem: [] }
}

/** Forget what was worked out, after a value of the household changed. */
export function vergeet(e: Omgeving): void {
  e.mem = []
  e.pmem = []
}

export function wie(e: Omgeving, w: Wie): Mens {
  if (w === AANVRAGER) return e.g.aanvrager
  if (w === WONING) return e.g.woning
  if (w === ONDERNEMING) return e.g.onderneming
  const m = e.v[w]
  if (!m) throw new Error(`loop variable ${w} is not bound`)
  return m
}

export class Evaluator {
  private readonly plan: readonly PlanRegel[]
  private readonly getallen = new Map<GetalKnoop, GetalFn>()
  private readonly janees = new Map<JaNeeKnoop, JaNeeFn>()
  private readonly lijsten = new Map<LijstKnoop, LijstFn>()

  constructor(plan: readonly PlanRegel[]) {
    this.plan = plan
  }

  getal(k: GetalKnoop): GetalFn {
    let f = this.getallen.get(k)
    if (!f) {
      f = this.bouwGetal(k)
      this.getallen.set(k, f)
    }
    return f
  }

  jaNee(k: JaNeeKnoop): JaNeeFn {
    let f = this.janees.get(k)
    if (!f) {
      f = this.bouwJaNee(k)
      this.janees.set(k, f)
    }
    return f
  }

  lijst(k: LijstKnoop): LijstFn {
    let f = this.lijsten.get(k)
    if (!f) {
      f = this.bouwLijst(k)
      this.lijsten.set(k, f)
    }
    return f
  }

  waarde(k: Knoop): (e: Omgeving) => Interval | JaNee | Lijst {
    return isGetal(k) ? this.getal(k) : isLijst(k) ? this.lijst(k) : this.jaNee(k)
  }

  private regel(i: number): PlanRegel {
    const r = this.plan[i]
    if (!r) throw new Error(`rule ${i} is not in the plan`)
    return r
  }

  /** A rule is worked out once per evaluation; its function is made at first use, so the order of rules does not matter. */
  private onthouden<T extends Interval | JaNee | Lijst>(i: number): (e: Omgeving) => T {
    let f: ((e: Omgeving) => Interval | JaNee | Lijst) | undefined
    return (e) => {
      const oud = e.mem[i]
      if (oud !== undefined) return oud as T // rule i always gives the same kind, checked when the plan was made
      f ??= this.waarde(this.regel(i).knoop)
      const nieuw = f(e)
      e.mem[i] = nieuw
      return nieuw as T
    }
  }

  private perPersoon<T extends Interval | JaNee>(i: number, w: Wie): (e: Omgeving) => T {
    let f: ((e: Omgeving) => Interval | JaNee | Lijst) | undefined
    const v = this.regel(i).v ?? 0
    return (e) => {
      const m = wie(e, w)
      const rij = (e.pmem[i] ??= [])
      const oud = rij[m.nr]
      if (oud !== undefined) return oud as T // see onthouden
      f ??= this.waarde(this.regel(i).knoop)
      e.v[v] = m
      const nieuw = f(e) as T
      rij[m.nr] = nieuw
      return nieuw
    }
  }

  private bouwGetal(k: GetalKnoop): GetalFn {
    const groot = isGroot(k)
    const vast = (w: bigint): GetalFn => {
      const i: Interval = groot ? { lo: w, hi: w } : { lo: Number(w), hi: Number(w) }
      return () => i
    }
    switch (k.t) {
      case 'c':
        return vast(k.w)
      case 'peil':
        return (e) => ({ lo: e.g.peildatum, hi: e.g.peildatum })
      case 'feit': {
        const { wie: w, feit } = k
        return (e) => wie(e, w).waarden[feit.slot] as Interval // a number fact holds an Interval
      }
      case 'param': {
        if (k.w !== undefined) return vast(k.w)
        const i: Interval = groot ? { lo: k.lo, hi: k.hi } : { lo: Number(k.lo), hi: Number(k.hi) }
        return () => i
      }
      case 'regel':
        return this.onthouden(k.i)
      case 'pregel':
        return this.perPersoon(k.i, k.wie)
      case 'gegeven': {
        const { wie: w, feit } = k
        const anders = this.getal(k.anders)
        return (e) => {
          const m = wie(e, w)
          return m.herkomst[feit.slot] === 0 ? anders(e) : (m.waarden[feit.slot] as Interval) // a number fact holds an Interval
        }
      }
      case 'als': {
        const [c, a, b] = [this.jaNee(k.c), this.naar(k.a, groot), this.naar(k.b, groot)]
        return (e) => {
          const t = c(e)
          return t === 1 ? a(e) : t === 0 ? b(e) : omhulsel(a(e), b(e))
        }
      }
      case 'tel': {
        const l = this.lijst(k.l)
        return (e) => tel(l(e))
      }
      case 'som': {
        const [l, x, v] = [this.lijst(k.l), this.naar(k.x, groot), k.v]
        return (e) => som(l(e), v, x, e, groot)
      }
      case 'uiterste': {
        const [l, x, leeg, v, hoe] = [
          this.lijst(k.l),
          this.naar(k.x, groot),
          this.naar(k.leeg, groot),
          k.v,
          k.hoe,
        ]
        return (e) => uiterste(hoe, l(e), v, x, leeg, e)
      }
      case 'zoek': {
        const x = this.naar(k.x, false)
        const grenzen = k.grenzen.map(Number)
        const waarden = k.waarden.map(Number)
        return (e) => zoek(x(e), grenzen, waarden)
      }
      case 'dag': {
        const { fn } = k
        const a = this.getal(k.a)
        const b = k.b ? this.getal(k.b) : undefined
        return (e) => {
          const x = a(e)
          const y = b?.(e) ?? NUL
          if (x.lo === x.hi && y.lo === y.hi) return punt(dag(fn, Number(x.lo), Number(y.lo)))
          const h = [x.lo, x.hi].flatMap((p) => [y.lo, y.hi].map((q) => dag(fn, Number(p), Number(q))))
          return { lo: Math.min(...h), hi: Math.max(...h) }
        }
      }
      default:
        return this.bouwReken(k, groot)
    }
  }

  private bouwReken(k: GetalKnoop & { t: 'op' | 'schaal' | 'rond' | 'deel' }, groot: boolean): GetalFn {
    const f = k.t === 'op' ? 1n : k.f
    const b = k.t === 'op' || k.t === 'deel' ? k.b : undefined
    const teller = { lo: k.a.lo * f, hi: k.a.hi * f }
    const inGroot =
      groot || isGroot(k.a) || (b !== undefined && isGroot(b)) || (k.t === 'deel' && isGroot(teller))
    const x = this.naar(k.a, inGroot)
    const y = b ? this.naar(b, inGroot) : undefined
    const ruw = ruweBewerking(k, inGroot, x, y)
    if (!inGroot || groot) return ruw
    return (e) => {
      const i = ruw(e)
      return { lo: Number(i.lo), hi: Number(i.hi) }
    }
  }

  /** The function of a node, with its result as BigInt when `groot`, as a double otherwise. */
  private naar(k: GetalKnoop, groot: boolean): GetalFn {
    const f = this.getal(k)
    if (isGroot(k) === groot) return f
    if (groot) {
      return (e) => {
        const i = f(e)
        return { lo: BigInt(i.lo), hi: BigInt(i.hi) }
      }
    }
    return (e) => {
      const i = f(e)
      return { lo: Number(i.lo), hi: Number(i.hi) }
    }
  }

  private bouwJaNee(k: JaNeeKnoop): JaNeeFn {
    switch (k.t) {
      case 'b': {
        const w: JaNee = k.w ? 1 : 0
        return () => w
      }
      case 'bparam': {
        const w: JaNee = k.w === undefined ? 2 : k.w ? 1 : 0
        return () => w
      }
      case 'bfeit': {
        const { wie: w, feit } = k
        return (e) => wie(e, w).waarden[feit.slot] as JaNee // a yes-or-no fact holds JaNee
      }
      case 'bgegeven': {
        const { wie: w, feit } = k
        const anders = this.jaNee(k.anders)
        return (e) => {
          const m = wie(e, w)
          return m.herkomst[feit.slot] === 0 ? anders(e) : (m.waarden[feit.slot] as JaNee) // as bfeit
        }
      }
      case 'bregel':
        return this.onthouden(k.i)
      case 'bpregel':
        return this.perPersoon(k.i, k.wie)
      case 'vgl': {
        const groot = isGroot(k.a) || isGroot(k.b)
        return vergelijk(k.op, this.naar(k.a, groot), this.naar(k.b, groot))
      }
      case 'en': {
        const [a, b] = [this.jaNee(k.a), this.jaNee(k.b)]
        return (e) => {
          const x = a(e)
          if (x === 0) return 0
          const y = b(e)
          return y === 0 ? 0 : x === 1 && y === 1 ? 1 : 2
        }
      }
      case 'of': {
        const [a, b] = [this.jaNee(k.a), this.jaNee(k.b)]
        return (e) => {
          const x = a(e)
          if (x === 1) return 1
          const y = b(e)
          return y === 1 ? 1 : x === 0 && y === 0 ? 0 : 2
        }
      }
      case 'niet': {
        const a = this.jaNee(k.a)
        return (e) => {
          const x = a(e)
          return x === 2 ? 2 : x === 1 ? 0 : 1
        }
      }
      case 'bals': {
        const [c, a, b] = [this.jaNee(k.c), this.jaNee(k.a), this.jaNee(k.b)]
        return (e) => {
          const t = c(e)
          if (t !== 2) return t === 1 ? a(e) : b(e)
          const [x, y] = [a(e), b(e)]
          return x === y ? x : 2
        }
      }
      case 'kwantor': {
        const [l, x, v] = [this.lijst(k.l), this.jaNee(k.x), k.v]
        // every … satisfies c is not(some … satisfies not(c)).
        return k.soort === 'some'
          ? (e) => minstensEen(l(e), v, x, e, 1)
          : (e) => omgekeerd(minstensEen(l(e), v, x, e, 0))
      }
    }
  }

  private bouwLijst(k: LijstKnoop): LijstFn {
    switch (k.t) {
      case 'leden': {
        const bron = k.bron
        return bron === 'aanvrager' ? (e) => e.g.zelf : (e) => e.g[bron]
      }
      case 'opvang': {
        const v = k.v
        return (e) => wie(e, v).opvang
      }
      case 'lregel':
        return this.onthouden(k.i)
      case 'samen': {
        const delen = k.delen.map((d) => this.lijst(d))
        return (e) => ({ leden: delen.flatMap((d) => los(d(e))), een: false, leegKan: false })
      }
      case 'filter': {
        const [l, x, v] = [this.lijst(k.l), this.jaNee(k.x), k.v]
        return (e) => filter(l(e), v, x, e)
      }
      case 'eerste': {
        const l = this.lijst(k.l)
        const sleutels = k.sleutels.map((i) => this.perPersoon<Interval>(i, 0))
        return (e) => eerste(l(e), sleutels, e)
      }
    }
  }
}

const NUL: Interval = { lo: 0, hi: 0 }

function punt(n: number): Interval {
  return { lo: n, hi: n }
}

function omhulsel(a: Interval, b: Interval): Interval {
  return { lo: a.lo < b.lo ? a.lo : b.lo, hi: a.hi > b.hi ? a.hi : b.hi }
}

function omgekeerd(x: JaNee): JaNee {
  return x === 2 ? 2 : x === 1 ? 0 : 1
}

/**
 * `+ - * min max`, scaling, rounding and division. Both operands are doubles (`groot` false, proven below 2^53)
 * or both BigInt; the operators below mean the same for the two, so the casts only pick one of them for the compiler.
 */
function ruweBewerking(
  k: GetalKnoop & { t: 'op' | 'schaal' | 'rond' | 'deel' },
  groot: boolean,
  x: GetalFn,
  y: GetalFn | undefined,
): GetalFn {
  const b: GetalFn = y ?? x
  if (k.t === 'rond' || k.t === 'deel') {
    const deel = k.t === 'deel' ? deler(k.hoe, groot, k.f, 1n) : deler(k.hoe, groot, 1n, k.f)
    if (k.t === 'rond') {
      return (e) => {
        const p = x(e)
        const lo = deel(p.lo, undefined)
        return { lo, hi: p.hi === p.lo ? lo : deel(p.hi, undefined) }
      }
    }
    return (e) => {
      const [p, q] = [x(e), b(e)]
      if (p.lo === p.hi && q.lo === q.hi) {
        const r = deel(p.lo, q.lo)
        return { lo: r, hi: r }
      }
      const h = [deel(p.lo, q.lo), deel(p.lo, q.hi), deel(p.hi, q.lo), deel(p.hi, q.hi)]
      return { lo: h.reduce((m, n) => (n < m ? n : m)), hi: h.reduce((m, n) => (n > m ? n : m)) }
    }
  }
  if (k.t === 'schaal') {
    const f = (groot ? k.f : Number(k.f)) as number
    return (e) => {
      const p = x(e)
      return { lo: (p.lo as number) * f, hi: (p.hi as number) * f }
    }
  }
  switch (k.op) {
    case '+':
      return (e) => {
        const [p, q] = [x(e), b(e)]
        return { lo: (p.lo as number) + (q.lo as number), hi: (p.hi as number) + (q.hi as number) }
      }
    case '-':
      return (e) => {
        const [p, q] = [x(e), b(e)]
        return { lo: (p.lo as number) - (q.hi as number), hi: (p.hi as number) - (q.lo as number) }
      }
    case '*':
      return (e) => {
        const [p, q] = [x(e), b(e)]
        const ll = (p.lo as number) * (q.lo as number)
        if (p.lo === p.hi && q.lo === q.hi) return { lo: ll, hi: ll }
        const h = [
          ll,
          (p.lo as number) * (q.hi as number),
          (p.hi as number) * (q.lo as number),
          (p.hi as number) * (q.hi as number),
        ]
        return { lo: h.reduce((m, n) => (n < m ? n : m)), hi: h.reduce((m, n) => (n > m ? n : m)) }
      }
    case 'min':
      return (e) => {
        const [p, q] = [x(e), b(e)]
        return { lo: p.lo < q.lo ? p.lo : q.lo, hi: p.hi < q.hi ? p.hi : q.hi }
      }
    case 'max':
      return (e) => {
        const [p, q] = [x(e), b(e)]
        return { lo: p.lo > q.lo ? p.lo : q.lo, hi: p.hi > q.hi ? p.hi : q.hi }
      }
  }
}

/**
 * n · f / (d ?? g), rounded to a whole number. In doubles the quotient of two safe integers is never rounded
 * across a whole number (its distance to one is at least 1/d, more than half a step), so floor and ceil are exact;
 * half is the floor of (2n + d) / 2d for n ≥ 0 and mirrored below zero.
 */
function deler(
  hoe: 'omlaag' | 'omhoog' | 'half',
  groot: boolean,
  f: bigint,
  g: bigint,
): (n: number | bigint, d: number | bigint | undefined) => number | bigint {
  const [ff, gg] = [Number(f), Number(g)]
  if (groot || hoe === 'half') {
    // 2n + d may pass 2^53 when n fits just below it: half is done in BigInt only then.
    return (n, d) => {
      if (!groot && typeof n === 'number') {
        const t = n * ff
        const q = d === undefined ? gg : Number(d)
        const a = Math.abs(t)
        const m = Math.abs(q)
        if (2 * a + m <= Number.MAX_SAFE_INTEGER) {
          const r = Math.floor((2 * a + m) / (2 * m))
          return t < 0 !== q < 0 && r !== 0 ? -r : r
        }
      }
      const uit = DEEL[hoe](BigInt(n) * f, d === undefined ? g : BigInt(d))
      return groot ? uit : Number(uit)
    }
  }
  const rond = hoe === 'omlaag' ? Math.floor : Math.ceil
  return (n, d) => rond((Number(n) * ff) / (d === undefined ? gg : Number(d))) + 0
}

function vergelijk(op: '<' | '<=' | '=', a: GetalFn, b: GetalFn): JaNeeFn {
  switch (op) {
    case '<':
      return (e) => {
        const [x, y] = [a(e), b(e)]
        return x.hi < y.lo ? 1 : x.lo >= y.hi ? 0 : 2
      }
    case '<=':
      return (e) => {
        const [x, y] = [a(e), b(e)]
        return x.hi <= y.lo ? 1 : x.lo > y.hi ? 0 : 2
      }
    case '=':
      return (e) => {
        const [x, y] = [a(e), b(e)]
        if (x.hi < y.lo || x.lo > y.hi) return 0
        return x.lo === x.hi && y.lo === y.hi ? 1 : 2
      }
  }
}

function zoek(x: Interval, grenzen: readonly number[], waarden: readonly number[]): Interval {
  const rij = (n: number) => {
    let [lo, hi] = [0, grenzen.length]
    while (lo < hi) {
      const m = (lo + hi) >> 1
      if (n <= (grenzen[m] ?? 0)) hi = m
      else lo = m + 1
    }
    return lo
  }
  const i = rij(Number(x.lo))
  const w = waarden[i] ?? 0
  if (x.lo === x.hi) return punt(w)
  let [lo, hi] = [w, w]
  for (let j = i + 1, einde = rij(Number(x.hi)); j <= einde; j++) {
    const n = waarden[j] ?? 0
    if (n < lo) lo = n
    if (n > hi) hi = n
  }
  return { lo, hi }
}

function tel(l: Lijst): Interval {
  if (l.een) return { lo: l.leegKan ? 0 : 1, hi: 1 }
  let [lo, hi] = [0, 0]
  for (const d of l.leden) {
    lo += d.min
    hi += d.max
  }
  return { lo, hi }
}

function som(l: Lijst, v: number, x: GetalFn, e: Omgeving, groot: boolean): Interval {
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
    const n = (k: number) => (groot ? BigInt(k) : k) as number
    lo += (w.lo as number) * n(w.lo < 0 ? d.max : d.min)
    hi += (w.hi as number) * n(w.hi > 0 ? d.max : d.min)
  }
  return { lo, hi }
}

function uiterste(hoe: 'min' | 'max', l: Lijst, v: number, x: GetalFn, leeg: GetalFn, e: Omgeving): Interval {
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
function minstensEen(l: Lijst, v: number, x: JaNeeFn, e: Omgeving, doel: 0 | 1): JaNee {
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

function filter(l: Lijst, v: number, x: JaNeeFn, e: Omgeving): Lijst {
  const leden: Lid[] = []
  let leegKan = l.leegKan
  for (const d of l.leden) {
    e.v[v] = d.m
    const w = x(e)
    if (w !== 1) leegKan = true
    if (w !== 0) leden.push(w === 1 ? d : { m: d.m, min: 0, max: d.max })
  }
  if (leden.length === 0) return LEEG
  return { leden, een: l.een, leegKan: l.een && leegKan }
}

/** A list of which exactly one is there, as a list of people who may each be there. */
function los(l: Lijst): readonly Lid[] {
  return l.een ? l.leden.map((d) => ({ m: d.m, min: 0, max: 1 })) : l.leden
}

function eerste(l: Lijst, sleutels: readonly GetalFn[], e: Omgeving): Lijst {
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
