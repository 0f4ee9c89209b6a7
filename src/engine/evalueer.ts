/**
 * The evaluator: every node becomes a function from a household to limits (known values are limits that
 * meet). Sound by construction: each operation returns limits that contain every possible result.
 */
import type { Interval, JaNee, Lijst } from './gezin.ts'
import { NUL, omhulsel, punt, ruweBewerking, vergelijk, zoek } from './intervallen.ts'
import {
  type GetalKnoop,
  isGetal,
  isGroot,
  isLijst,
  type JaNeeKnoop,
  type Knoop,
  type LijstKnoop,
  type PlanRegel,
  type Wie,
} from './ir.ts'
import { eerste, filter, los, minstensEen, som, tel, uiterste } from './lijsten.ts'
import { type GetalFn, type JaNeeFn, type LijstFn, type Omgeving, wie } from './omgeving.ts'
import { dag } from './rekenen.ts'

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

  /** The value of a rule, worked out once per evaluation; of a rule per person, that of the person its variable stands for. */
  vanRegel(i: number): (e: Omgeving) => Interval | JaNee | Lijst {
    const { v } = this.regel(i)
    return v === undefined ? this.onthouden(i) : this.perPersoon(i, v)
  }

  /** The same for a rule about the whole household that says yes or no. */
  jaNeeregel(i: number): JaNeeFn {
    return this.onthouden(i)
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
      let rij = e.pmem[i]
      if (!rij) {
        rij = new Array(e.g.mensen.length)
        e.pmem[i] = rij
      }
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
        const x = this.getal(k.x)
        // Doubles and BigInts compare exactly, so only bounds that a double cannot hold stay BigInt.
        const grenzen = k.grenzen.map((w) => (isGroot({ lo: w, hi: w }) ? w : Number(w)))
        const waarden = groot ? k.waarden : k.waarden.map(Number)
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
        return LEDEN[k.bron]
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

/** Written out: a key that is only known while running is looked up each time. */
const LEDEN: Readonly<Record<(LijstKnoop & { t: 'leden' })['bron'], LijstFn>> = {
  aanvrager: (e) => e.g.zelf,
  partner: (e) => e.g.partner,
  kinderen: (e) => e.g.kinderen,
  medebewoners: (e) => e.g.medebewoners,
}

function omgekeerd(x: JaNee): JaNee {
  return x === 2 ? 2 : x === 1 ? 0 : 1
}
