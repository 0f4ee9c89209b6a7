/**
 * A plan for people of whom every fact is known, when not every figure of the law is: each part that rests on such a
 * figure becomes two, the least and the most it can be. What is left knows nothing unknown, so that a back-end
 * needs no notion of it. The limits are those of the evaluator (intervallen.ts, lijsten.ts).
 */
import { delen } from './doorlopen.ts'
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
import type { Plan } from './plan.ts'
import { bals, dag, deel, en, niet, of, op, rond, schaal, vgl, voorwaardelijk } from './vereenvoudig.ts'

/** What a back-end writes: rules and results without anything unknown. */
export interface Rekenplan {
  readonly regels: readonly PlanRegel[]
  /** The conditions that may hold, and those that surely hold: the same ones when `exact`. */
  readonly kan: readonly JaNeeKnoop[]
  readonly zeker: readonly JaNeeKnoop[]
  /** Least and most of the amount, in the scale of the node; absent when the scheme has none. */
  readonly bedrag:
    | { readonly laag: GetalKnoop; readonly hoog: GetalKnoop; readonly naarCenten: number }
    | undefined
  /** Whether no figure of the law is missing. */
  readonly exact: boolean
}

/** The least or the most; for a yes or no: surely, or possibly. */
type Kant = 'laag' | 'hoog'

/** `peil`: the day (number) on which the scheme takes its facts. */
export function maakRekenplan(p: Plan, peil: number): Rekenplan {
  const s = new Splitser(p, peil)
  const kan = p.voorwaarden.map((v) => s.jaNee(v.knoop, 'hoog'))
  const zeker = p.voorwaarden.map((v) => s.jaNee(v.knoop, 'laag'))
  const bedrag = p.bedrag && {
    laag: s.getal(p.bedrag.knoop, 'laag'),
    hoog: s.getal(p.bedrag.knoop, 'hoog'),
    naarCenten: p.bedrag.naarCenten,
  }
  const raakt = [...p.voorwaarden.map((v) => v.knoop), ...(p.bedrag ? [p.bedrag.knoop] : [])]
  return { regels: s.regels, kan, zeker, bedrag, exact: !raakt.some((k) => s.isOpen(k)) }
}

/** A form that cannot be split: no law of ours has it with a missing figure in it. */
export class NietTeSplitsen extends Error {}

class Splitser {
  readonly regels: PlanRegel[] = []
  private readonly plan: Plan
  private readonly peil: number
  private readonly open = new Map<Knoop, boolean>()
  private readonly gemaakt = new Map<string, number>()
  private readonly klaar: Readonly<Record<Kant, Map<Knoop, Knoop>>> = { laag: new Map(), hoog: new Map() }

  constructor(plan: Plan, peil: number) {
    this.plan = plan
    this.peil = peil
  }

  /** Whether a figure that nobody knows is in it. */
  isOpen(k: Knoop): boolean {
    const al = this.open.get(k)
    if (al !== undefined) return al
    const uit = this.zoekOpen(k)
    this.open.set(k, uit)
    return uit
  }

  private zoekOpen(k: Knoop): boolean {
    switch (k.t) {
      case 'param':
      case 'bparam':
        return k.w === undefined
      case 'regel':
      case 'pregel':
      case 'bregel':
      case 'bpregel':
      case 'lregel':
        return this.isOpen(this.bron(k.i).knoop)
      case 'eerste':
        return this.isOpen(k.l) || k.sleutels.some((i) => this.isOpen(this.bron(i).knoop))
      default:
        return delen(k).some((d) => this.isOpen(d))
    }
  }

  private bron(i: number): PlanRegel {
    const r = this.plan.regels[i]
    if (!r) throw new Error(`rule ${i} is not in the plan`)
    return r
  }

  /** The rule of one side; both sides share it when it is certain. */
  private regel(i: number, kant: Kant): number {
    const r = this.bron(i)
    const sleutel = this.isOpen(r.knoop) ? `${i} ${kant}` : `${i}`
    const al = this.gemaakt.get(sleutel)
    if (al !== undefined) return al
    const knoop = isGetal(r.knoop)
      ? this.getal(r.knoop, kant)
      : isLijst(r.knoop)
        ? this.lijst(r.knoop, kant)
        : this.jaNee(r.knoop, kant)
    const nr = this.regels.push({ ...r, knoop }) - 1
    this.gemaakt.set(sleutel, nr)
    return nr
  }

  /** Worked out once per node and side, so that what is shared stays shared. */
  private onthoud<K extends Knoop>(k: K, kant: Kant, maak: () => K): K {
    const zijde = this.klaar[this.isOpen(k) ? kant : 'laag']
    const al = zijde.get(k)
    if (al) return al as K // a node becomes one of its own kind
    const uit = maak()
    zijde.set(k, uit)
    return uit
  }

  getal(k: GetalKnoop, kant: Kant): GetalKnoop {
    return this.onthoud(k, kant, () => this.maakGetal(k, kant))
  }

  private maakGetal(k: GetalKnoop, kant: Kant): GetalKnoop {
    const vast = (w: bigint): GetalKnoop => ({
      t: 'c',
      w,
      lo: w,
      hi: w,
      schaal: k.schaal,
      eenheid: k.eenheid,
    })
    switch (k.t) {
      case 'c':
      case 'feit':
        return k
      case 'peil':
        return vast(BigInt(this.peil))
      case 'param':
        return vast(k.w ?? (kant === 'laag' ? k.lo : k.hi))
      case 'regel':
      case 'pregel': {
        const i = this.regel(k.i, kant)
        const knoop = this.regels[i]?.knoop
        return knoop?.t === 'c' ? { ...knoop, eenheid: k.eenheid } : { ...k, i }
      }
      case 'op':
        return this.bewerking(k, kant)
      case 'schaal':
        return schaal(k, this.getal(k.a, k.f < 0n ? andere(kant) : kant))
      case 'rond':
        return rond(k, this.getal(k.a, k.f < 0n ? andere(kant) : kant))
      case 'deel':
        if (this.isOpen(k.b)) throw new NietTeSplitsen('a division by a figure that is missing')
        if (this.isOpen(k.a) && k.b.lo < 0n) throw new NietTeSplitsen('a division by what may be negative')
        return deel(k, this.getal(k.a, kant), this.getal(k.b, kant))
      case 'als':
        return this.keuze(k, kant)
      case 'tel':
        return { ...k, l: this.lijst(k.l, kant) }
      case 'som':
        return this.som(k, kant)
      case 'zoek':
      case 'uiterste':
        if (this.isOpen(k)) throw new NietTeSplitsen(`a figure that is missing inside ${k.t}`)
        return k.t === 'zoek'
          ? { ...k, x: this.getal(k.x, kant) }
          : { ...k, l: this.lijst(k.l, kant), x: this.getal(k.x, kant), leeg: this.getal(k.leeg, kant) }
      case 'dag':
        if (this.isOpen(k)) throw new NietTeSplitsen('a date that rests on a missing figure')
        return dag(k, this.getal(k.a, kant), k.b && this.getal(k.b, kant))
      case 'gegeven':
        return { ...k, anders: this.getal(k.anders, kant) }
    }
  }

  private bewerking(k: GetalKnoop & { t: 'op' }, kant: Kant): GetalKnoop {
    const a = this.getal(k.a, kant)
    if (k.op === '-') return op(k, a, this.getal(k.b, andere(kant)))
    if (k.op !== '*' || !this.isOpen(k)) return op(k, a, this.getal(k.b, kant))
    const b = this.getal(k.b, kant)
    if (k.a.lo >= 0n && k.b.lo >= 0n) return op(k, a, b)
    // The extremes of a product lie at the corners.
    const [la, ha] = [this.getal(k.a, 'laag'), this.getal(k.a, 'hoog')]
    const [lb, hb] = [this.getal(k.b, 'laag'), this.getal(k.b, 'hoog')]
    const hoe = kant === 'laag' ? 'min' : 'max'
    return [op(k, la, lb), op(k, la, hb), op(k, ha, lb), op(k, ha, hb)].reduce((p, q) =>
      op({ ...k, op: hoe }, p, q),
    )
  }

  private keuze(k: GetalKnoop & { t: 'als' }, kant: Kant): GetalKnoop {
    const [a, b] = [this.getal(k.a, kant), this.getal(k.b, kant)]
    if (!this.isOpen(k.c)) return voorwaardelijk(k, this.jaNee(k.c, 'laag'), a, b)
    const uiterste = op({ ...k, t: 'op', op: kant === 'laag' ? 'min' : 'max', a, b }, a, b)
    return voorwaardelijk(
      k,
      this.jaNee(k.c, 'laag'),
      a,
      voorwaardelijk(k, this.jaNee(k.c, 'hoog'), uiterste, b),
    )
  }

  /** Who is surely there counts in full; who may be there counts where that makes the sum smaller, or larger. */
  private som(k: GetalKnoop & { t: 'som' }, kant: Kant): GetalKnoop {
    const x = this.getal(k.x, kant)
    if (!this.isOpen(k.l)) return { ...k, l: this.lijst(k.l, 'laag'), x }
    if (k.x.lo >= 0n) return { ...k, l: this.lijst(k.l, kant), x }
    throw new NietTeSplitsen('a sum of what may be negative over people who may be there')
  }

  jaNee(k: JaNeeKnoop, kant: Kant): JaNeeKnoop {
    return this.onthoud(k, kant, () => this.maakJaNee(k, kant))
  }

  private maakJaNee(k: JaNeeKnoop, kant: Kant): JaNeeKnoop {
    switch (k.t) {
      case 'b':
      case 'bfeit':
        return k
      case 'bparam':
        return { t: 'b', w: k.w ?? kant === 'hoog' }
      case 'bregel':
      case 'bpregel': {
        const i = this.regel(k.i, kant)
        const knoop = this.regels[i]?.knoop
        return knoop?.t === 'b' ? knoop : { ...k, i }
      }
      case 'vgl':
        return this.vergelijking(k, kant)
      case 'en':
        return en(this.jaNee(k.a, kant), this.jaNee(k.b, kant))
      case 'of':
        return of(this.jaNee(k.a, kant), this.jaNee(k.b, kant))
      case 'niet':
        return niet(this.jaNee(k.a, andere(kant)))
      case 'bals': {
        const [a, b] = [this.jaNee(k.a, kant), this.jaNee(k.b, kant)]
        if (!this.isOpen(k.c)) return bals(this.jaNee(k.c, 'laag'), a, b)
        const open = kant === 'laag' ? en(a, b) : of(a, b)
        return bals(this.jaNee(k.c, 'laag'), a, bals(this.jaNee(k.c, 'hoog'), open, b))
      }
      case 'kwantor':
        // Every: surely when it holds for whoever may be there; some: surely when for somebody who is there.
        return {
          ...k,
          l: this.lijst(k.l, k.soort === 'every' ? andere(kant) : kant),
          x: this.jaNee(k.x, kant),
        }
      case 'bgegeven':
        return { ...k, anders: this.jaNee(k.anders, kant) }
    }
  }

  private vergelijking(k: JaNeeKnoop & { t: 'vgl' }, kant: Kant): JaNeeKnoop {
    if (k.op !== '=')
      return vgl(
        k,
        this.uitgeschreven(this.getal(k.a, andere(kant))),
        this.uitgeschreven(this.getal(k.b, kant)),
      )
    const [la, ha] = [this.getal(k.a, 'laag'), this.getal(k.a, 'hoog')]
    const [lb, hb] = [this.getal(k.b, 'laag'), this.getal(k.b, 'hoog')]
    if (!this.isOpen(k)) return vgl(k, la, lb)
    const hoogstens: JaNeeKnoop & { t: 'vgl' } = { ...k, op: '<=' }
    return kant === 'hoog'
      ? en(vgl(hoogstens, la, hb), vgl(hoogstens, lb, ha))
      : en(vgl(hoogstens, ha, lb), vgl(hoogstens, hb, la))
  }

  /** A date that a rule per person works out, written where it is asked: then it may turn out to be a last day of birth. */
  private uitgeschreven(k: GetalKnoop): GetalKnoop {
    if (k.t !== 'pregel') return k
    const r = this.regels[k.i]
    if (r?.knoop.t !== 'dag' || r.v === undefined) return k
    return metWie(r.knoop, r.v, k.wie) ?? k
  }

  /** The people who are surely on the list, or who may be. */
  lijst(k: LijstKnoop, kant: Kant): LijstKnoop {
    return this.onthoud(k, kant, () => {
      switch (k.t) {
        case 'leden':
        case 'opvang':
          return k
        case 'lregel':
          return { ...k, i: this.regel(k.i, kant) }
        case 'filter':
          return { ...k, l: this.lijst(k.l, kant), x: this.jaNee(k.x, kant) }
        case 'samen':
          return { ...k, delen: k.delen.map((d) => this.lijst(d, kant)) }
        case 'eerste':
          if (this.isOpen(k)) throw new NietTeSplitsen('the first of people who may be there')
          return { ...k, l: this.lijst(k.l, kant), sleutels: k.sleutels.map((i) => this.regel(i, kant)) }
      }
    })
  }
}

function andere(kant: Kant): Kant {
  return kant === 'laag' ? 'hoog' : 'laag'
}

/** A date about one person as the same date about another; undefined when it asks about more. */
function metWie(k: GetalKnoop, van: Wie, naar: Wie): GetalKnoop | undefined {
  switch (k.t) {
    case 'c':
      return k
    case 'feit':
      return k.wie === van ? { ...k, wie: naar } : undefined
    case 'zoek': {
      const x = metWie(k.x, van, naar)
      return x && { ...k, x }
    }
    case 'dag': {
      const a = metWie(k.a, van, naar)
      const b = k.b && metWie(k.b, van, naar)
      return a && (b || !k.b) ? { ...k, a, b } : undefined
    }
    default:
      return undefined
  }
}

/** Whether a node needs whole numbers larger than a double holds, to work it out or as its value. */
export function rekentGroot(k: GetalKnoop & { t: 'op' | 'schaal' | 'rond' | 'deel' }): boolean {
  const f = k.t === 'op' ? 1n : k.f
  const b = k.t === 'op' || k.t === 'deel' ? k.b : undefined
  return (
    isGroot(k) ||
    isGroot(k.a) ||
    (b !== undefined && isGroot(b)) ||
    (k.t === 'deel' && isGroot({ lo: k.a.lo * f, hi: k.a.hi * f }))
  )
}
