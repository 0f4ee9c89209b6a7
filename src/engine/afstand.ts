/** How far a condition that failed is from holding: prepared once per plan, for each comparison that can fail. */
import { toonDatum } from './datum.ts'
import { isDatum, toonEenheid } from './eenheid.ts'
import { toonDecimaal } from './getal.ts'
import type { Interval } from './gezin.ts'
import { isGetal, isLijst, type JaNeeKnoop } from './ir.ts'
import { type Omgeving, wie } from './omgeving.ts'
import type { Plan } from './plan.ts'
import type { Afstand } from './types.ts'
import { vast } from './vast.ts'

export type AfstandFn = (e: Omgeving) => Afstand | undefined

const GEEN: AfstandFn = () => undefined

/** The first comparison of a formula that fails; nothing when a side of it is not known. */
export class Afstanden {
  private readonly p: Plan
  private readonly klaar = new Map<JaNeeKnoop, AfstandFn>()

  constructor(p: Plan) {
    this.p = p
  }

  /** Made at first use: most conditions hold for most households. */
  van(k: JaNeeKnoop): AfstandFn {
    let f: AfstandFn | undefined
    return (e) => {
      f ??= this.gemaakt(k)
      return f(e)
    }
  }

  private gemaakt(k: JaNeeKnoop): AfstandFn {
    let f = this.klaar.get(k)
    if (!f) {
      const [waar, bouw] = [this.p.evaluator.jaNee(k), this.bouw(k)]
      f = (e) => (waar(e) === 0 ? bouw(e) : undefined)
      this.klaar.set(k, f)
    }
    return f
  }

  private bouw(k: JaNeeKnoop): AfstandFn {
    const ev = this.p.evaluator
    switch (k.t) {
      case 'bregel':
        return this.regel(k.i)
      case 'bpregel': {
        const [f, v, w] = [this.regel(k.i), this.p.regels[k.i]?.v, k.wie]
        if (v === undefined) return f
        return (e) => {
          e.v[v] = wie(e, w)
          return f(e)
        }
      }
      case 'en':
      case 'of': {
        const [a, b] = [this.van(k.a), this.van(k.b)]
        return (e) => a(e) ?? b(e)
      }
      case 'bals': {
        const [c, a, b] = [ev.jaNee(k.c), this.van(k.a), this.van(k.b)]
        return (e) => (c(e) === 1 ? a(e) : b(e))
      }
      case 'kwantor': {
        const [l, x, v] = [ev.lijst(k.l), this.van(k.x), k.v]
        return (e) => {
          for (const d of l(e).leden) {
            e.v[v] = d.m
            const a = d.max > 0 ? x(e) : undefined
            if (a) return a
          }
          return undefined
        }
      }
      case 'vgl':
        return this.vergelijking(k)
      default:
        return GEEN
    }
  }

  private regel(i: number): AfstandFn {
    const r = this.p.regels[i]
    return r && !isGetal(r.knoop) && !isLijst(r.knoop) ? this.van(r.knoop) : GEEN
  }

  private vergelijking(k: JaNeeKnoop & { t: 'vgl' }): AfstandFn {
    if (k.op === '=') return GEEN
    const { schaal, eenheid: maat } = k.a
    const [f, g] = [this.p.evaluator.getal(k.a), this.p.evaluator.getal(k.b)]
    const t = isDatum(maat)
      ? (n: number | bigint) => toonDatum(Number(n))
      : (n: number | bigint) => toonDecimaal(n, schaal)
    const eenheid = isDatum(maat) ? 'dag' : toonEenheid(maat)
    // a ≤ b failed: the side that is a figure of the law (or the date asked about) is the limit.
    const grensIsA = vast(this.p, k.a) && !vast(this.p, k.b)
    return (e) => {
      const [a, b] = [f(e), g(e)]
      if (a.lo !== a.hi || b.lo !== b.hi) return undefined
      return {
        waarde: toonDecimaal(verschil(a, b), schaal),
        eenheid,
        gemeten: t(grensIsA ? b.lo : a.lo),
        grens: t(grensIsA ? a.lo : b.lo),
        richting: grensIsA ? 'te-laag' : 'te-hoog',
      }
    }
  }
}

function verschil(a: Interval, b: Interval): number | bigint {
  if (typeof a.lo === 'number' && typeof b.lo === 'number') {
    const n = a.lo - b.lo
    if (Number.isSafeInteger(n)) return n
  }
  return BigInt(a.lo) - BigInt(b.lo)
}
