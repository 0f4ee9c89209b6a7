/**
 * A day of which the figures are not published yet. What needs one of them is not known; what does not need them
 * (an age, an insurance) holds as ever, so a condition that fails without them still decides.
 */
import type { Dag } from './datum.ts'
import { leestCijfer } from './doorlopen.ts'
import type { JaNee } from './gezin.ts'
import { isGetal, isLijst, type JaNeeKnoop, type Knoop } from './ir.ts'
import { minstensEen } from './lijsten.ts'
import { type JaNeeFn, type Omgeving, wie } from './omgeving.ts'
import type { Plan } from './plan.ts'
import type { ParamDef } from './wet-vorm.ts'

const ONBEKEND: JaNeeFn = () => 2

/** Per plan, by the files whose figures have ended. */
const gemaakt = new WeakMap<Plan, Map<string, ZonderBedragen>>()

/** A plan without the figures that are not known on that day. */
export function zonderBedragen(p: Plan, dag: Dag): ZonderBedragen {
  const geeindigd = p.onderdelen.filter((w) => w.bedragenTot !== undefined && dag >= w.bedragenTot)
  const sleutel = geeindigd.map((w) => w.lezing.doc.bestand).join('|')
  const vanPlan = gemaakt.get(p) ?? new Map<string, ZonderBedragen>()
  gemaakt.set(p, vanPlan)
  let uit = vanPlan.get(sleutel)
  if (!uit) {
    // A figure of a file is one of its period, also when an earlier file first named it; unless it is marked `vast`.
    const cijfers = new Set(geeindigd.flatMap((w) => [...w.parameters.values()].filter((d) => !d.vast)))
    uit = new ZonderBedragen(p, cijfers)
    vanPlan.set(sleutel, uit)
  }
  return uit
}

/** Kleene's logic with every comparison that reads such a figure unknown, whatever the figure may turn out to be. */
export class ZonderBedragen {
  /** The conditions of the plan, in its order. */
  readonly voorwaarden: readonly JaNeeFn[]
  /** Whether a part of a formula reads such a figure. */
  readonly leest: (k: Knoop) => boolean
  private readonly p: Plan
  private readonly klaar = new Map<JaNeeKnoop, JaNeeFn>()

  constructor(p: Plan, cijfers: ReadonlySet<ParamDef>) {
    this.p = p
    this.leest = leestCijfer(p, cijfers)
    this.voorwaarden = p.voorwaarden.map((v) => this.jaNee(v.knoop))
  }

  jaNee(k: JaNeeKnoop): JaNeeFn {
    let f = this.klaar.get(k)
    if (!f) {
      f = this.leest(k) ? this.bouw(k) : this.p.evaluator.jaNee(k)
      this.klaar.set(k, f)
    }
    return f
  }

  private bouw(k: JaNeeKnoop): JaNeeFn {
    switch (k.t) {
      case 'en': {
        const [a, b] = [this.jaNee(k.a), this.jaNee(k.b)]
        return (e) => en(a(e), b(e))
      }
      case 'of': {
        const [a, b] = [this.jaNee(k.a), this.jaNee(k.b)]
        return (e) => niet(en(niet(a(e)), niet(b(e))))
      }
      case 'niet': {
        const a = this.jaNee(k.a)
        return (e) => niet(a(e))
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
      case 'bregel':
      case 'bpregel':
        return this.regel(k.i, k.t === 'bpregel' ? k.wie : undefined)
      case 'bgegeven': {
        const { wie: w, feit } = k
        const [gegeven, anders] = [this.p.evaluator.jaNee(k), this.jaNee(k.anders)]
        return (e) => (wie(e, w).herkomst[feit.slot] === 0 ? anders(e) : gegeven(e))
      }
      case 'kwantor': {
        if (this.leest(k.l)) return ONBEKEND
        const [l, x, v] = [this.p.evaluator.lijst(k.l), this.jaNee(k.x), k.v]
        return k.soort === 'some'
          ? (e) => minstensEen(l(e), v, x, e, 1)
          : (e) => niet(minstensEen(l(e), v, x, e, 0))
      }
      default:
        return ONBEKEND
    }
  }

  private regel(i: number, w: number | undefined): JaNeeFn {
    const r = this.p.regels[i]
    if (!r || isGetal(r.knoop) || isLijst(r.knoop)) return ONBEKEND
    const f = this.jaNee(r.knoop)
    const { v } = r
    if (v === undefined || w === undefined) return f
    return (e: Omgeving) => {
      e.v[v] = wie(e, w)
      return f(e)
    }
  }
}

function en(a: JaNee, b: JaNee): JaNee {
  return a === 0 || b === 0 ? 0 : a === 1 && b === 1 ? 1 : 2
}

function niet(a: JaNee): JaNee {
  return a === 2 ? 2 : a === 1 ? 0 : 1
}
