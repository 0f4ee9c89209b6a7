/**
 * What is not known and can still matter: walks a formula as the evaluation went, and leaves every part
 * whose value is already certain. A fact behind a branch that is not taken, or that can no longer move
 * the result, is not found, and so never asked.
 */
import type { Evaluator } from './evalueer.ts'
import { type Interval, type JaNee, type Lijst, type Mens, ONBEKEND } from './gezin.ts'
import {
  type GetalKnoop,
  isGetal,
  isLijst,
  type JaNeeKnoop,
  type Knoop,
  type LijstKnoop,
  type Wie,
} from './ir.ts'
import type { Omgeving } from './omgeving.ts'
import { vergeet, wie } from './omgeving.ts'
import { centen, type Plan } from './plan.ts'
import type { ZonderBedragen } from './verlopen.ts'
import { type Feit, MAX_FEITEN } from './vocabulaire.ts'
import type { ParamDef } from './wet-vorm.ts'

export type Onbekende =
  | { readonly soort: 'feit'; readonly m: Mens; readonly feit: Feit }
  /** Who belongs to this list, or how many. */
  | { readonly soort: 'lijst'; readonly naam: string; readonly pad: string; readonly lijst: Lijst }
  | { readonly soort: 'param'; readonly def: ParamDef; readonly begrensd: boolean }

/** The unknowns that the outcome (conditions and amount) still depends on, in order of appearance. */
export function onbekenden(p: Plan, e: Omgeving, ookJaarbedrag = false): Onbekende[] {
  const z = new Zoeker(p, e)
  const c = p.voorwaarden.map((v) => v.f(e))
  if (c.includes(0)) return []
  p.voorwaarden.forEach((v, i) => {
    if (c[i] === 2) z.jaNee(v.knoop)
  })
  if (p.bedrag && centen(p.bedrag, e).hi > 0) z.getal(p.bedrag.knoop)
  if (ookJaarbedrag && p.jaarbedrag) z.getal(p.jaarbedrag.knoop)
  return z.gevonden
}

/** The unknowns with which a condition may still fail while the figures of the day are not known. */
export function onbekendenZonder(p: Plan, e: Omgeving, zonder: ZonderBedragen): Onbekende[] {
  const z = new Zoeker(p, e, zonder)
  for (const v of p.voorwaarden) z.jaNee(v.knoop)
  return z.gevonden
}

/** An open value that another place would fill, while the place is not known yet: then the place is what is missing. */
export function plaatsVraag(o: Onbekende, e: Omgeving): string | undefined {
  const open = o.soort === 'param' ? o.def.open : undefined
  if (open === 'waterschap' && e.g.waterschapOpen) return '/huishouden/woning/waterschap'
  return open === 'gemeente' && e.g.gemeenteOpen ? '/huishouden/woning/gemeente' : undefined
}

class Zoeker {
  readonly gevonden: Onbekende[] = []
  /** Facts by person and slot, rules (below zero; a household has fewer than 1,000 people), figures, and the places of lists. */
  private readonly gezien = new Set<string | number | ParamDef>()
  private readonly plan: Plan
  private readonly ev: Evaluator
  private readonly e: Omgeving

  private readonly zonder: ZonderBedragen | undefined

  constructor(plan: Plan, e: Omgeving, zonder?: ZonderBedragen) {
    this.plan = plan
    this.zonder = zonder
    this.ev = plan.evaluator
    this.e = e
  }

  getal(k: GetalKnoop): void {
    const w = this.ev.getal(k)(this.e)
    if (w.lo === w.hi) return
    switch (k.t) {
      case 'c':
      case 'peil':
        return
      case 'feit':
        return this.feit(k.wie, k.feit)
      case 'gegeven':
        return wie(this.e, k.wie).herkomst[k.feit.slot] === ONBEKEND
          ? this.getal(k.anders)
          : this.feit(k.wie, k.feit)
      case 'param':
        return this.param(k.def, k.begrensd)
      case 'regel':
      case 'pregel':
        return this.regel(k.i, k.t === 'pregel' ? k.wie : undefined)
      case 'op':
        return this.bewerking(k)
      case 'schaal':
      case 'rond':
        return this.getal(k.a)
      case 'deel':
        this.getal(k.a)
        return this.getal(k.b)
      case 'als': {
        const c = this.ev.jaNee(k.c)(this.e)
        if (c === 2) this.jaNee(k.c)
        if (c !== 0) this.getal(k.a)
        if (c !== 1) this.getal(k.b)
        return
      }
      case 'tel':
        return this.lijst(k.l)
      case 'som':
      case 'uiterste':
        this.lijst(k.l)
        return this.perLid(k.l, k.v, () => this.getal(k.x))
      case 'zoek':
        return this.getal(k.x)
      case 'dag':
        this.getal(k.a)
        if (k.b) this.getal(k.b)
    }
  }

  /** In min and max a side that can never win does not matter. */
  private bewerking(k: GetalKnoop & { t: 'op' }): void {
    const [a, b] = [this.ev.getal(k.a)(this.e), this.ev.getal(k.b)(this.e)]
    const wint = (x: Interval, y: Interval) => (k.op === 'max' ? x.hi > y.lo : x.lo < y.hi)
    const telt = k.op === 'min' || k.op === 'max'
    if (!telt || wint(a, b)) this.getal(k.a)
    if (!telt || wint(b, a)) this.getal(k.b)
  }

  private uitkomst(k: JaNeeKnoop): JaNee {
    return (this.zonder ?? this.ev).jaNee(k)(this.e)
  }

  jaNee(k: JaNeeKnoop): void {
    if (this.uitkomst(k) !== 2) return
    // A comparison with a figure that is not known says nothing, whatever the facts are.
    if (this.zonder?.leest(k) && (k.t === 'vgl' || (k.t === 'kwantor' && this.zonder.leest(k.l)))) return
    switch (k.t) {
      case 'b':
        return
      case 'bfeit':
        return this.feit(k.wie, k.feit)
      case 'bgegeven':
        return wie(this.e, k.wie).herkomst[k.feit.slot] === ONBEKEND
          ? this.jaNee(k.anders)
          : this.feit(k.wie, k.feit)
      case 'bparam':
        return this.zonder?.leest(k) ? undefined : this.param(k.def, true)
      case 'bregel':
      case 'bpregel':
        return this.regel(k.i, k.t === 'bpregel' ? k.wie : undefined)
      case 'vgl':
        this.getal(k.a)
        return this.getal(k.b)
      case 'en':
      case 'of':
        this.jaNee(k.a)
        return this.jaNee(k.b)
      case 'niet':
        return this.jaNee(k.a)
      case 'bals': {
        const c = this.uitkomst(k.c)
        if (c === 2) this.jaNee(k.c)
        if (c !== 0) this.jaNee(k.a)
        if (c !== 1) this.jaNee(k.b)
        return
      }
      case 'kwantor':
        this.lijst(k.l)
        return this.perLid(k.l, k.v, () => this.jaNee(k.x))
    }
  }

  /** Who is on a list, where that is not sure. */
  private lijst(k: LijstKnoop): void {
    switch (k.t) {
      case 'leden':
        return this.leden(this.ev.lijst(k)(this.e), k.bron, `/huishouden/${k.bron}`)
      case 'opvang':
        // Of a child of whom nothing is known, first whether it is there: that question stands at the list itself.
        if (wie(this.e, k.v).sjabloon) return
        return this.leden(this.ev.lijst(k)(this.e), 'opvang', `${wie(this.e, k.v).pad}/opvang`)
      case 'lregel':
        return this.regel(k.i, undefined)
      case 'samen':
        for (const d of k.delen) this.lijst(d)
        return
      case 'filter':
        this.lijst(k.l)
        return this.perLid(k.l, k.v, () => this.jaNee(k.x))
      case 'eerste': {
        this.lijst(k.l)
        const l = this.ev.lijst(k)(this.e)
        if (l.een) for (const d of l.leden) for (const i of k.sleutels) this.regelVan(i, d.m)
      }
    }
  }

  private leden(l: Lijst, naam: string, pad: string): void {
    if (l.leden.some((d) => d.min < d.max)) this.voeg(`lijst ${pad}`, { soort: 'lijst', naam, pad, lijst: l })
  }

  private perLid(k: LijstKnoop, v: number, doe: () => void): void {
    for (const d of this.ev.lijst(k)(this.e).leden) {
      if (d.max === 0) continue
      this.e.v[v] = d.m
      doe()
    }
  }

  private regel(i: number, w: Wie | undefined): void {
    if (w !== undefined) return this.regelVan(i, wie(this.e, w))
    if (!this.eerst(-1 - i * 1000)) return
    const r = this.plan.regels[i]
    if (r) this.knoop(r.knoop)
  }

  private regelVan(i: number, m: Mens): void {
    if (!this.eerst(-2 - i * 1000 - m.nr)) return
    const r = this.plan.regels[i]
    if (!r || r.v === undefined) return
    this.e.v[r.v] = m
    this.knoop(r.knoop)
  }

  private knoop(k: Knoop): void {
    if (isGetal(k)) this.getal(k)
    else if (isLijst(k)) this.lijst(k)
    else this.jaNee(k)
  }

  private feit(w: Wie, feit: Feit): void {
    const m = wie(this.e, w)
    this.voeg(m.nr * MAX_FEITEN + feit.slot, { soort: 'feit', m, feit })
  }

  private param(def: ParamDef, begrensd: boolean): void {
    this.voeg(def, { soort: 'param', def, begrensd })
  }

  private voeg(sleutel: string | number | ParamDef, o: Onbekende): void {
    if (this.eerst(sleutel)) this.gevonden.push(o)
  }

  private eerst(sleutel: string | number | ParamDef): boolean {
    if (this.gezien.has(sleutel)) return false
    this.gezien.add(sleutel)
    return true
  }
}

/** Tries a value for an unknown, and puts everything back. */
export function metWaarde<T>(e: Omgeving, m: Mens, feit: Feit, w: Interval | 0 | 1 | 2, doe: () => T): T {
  const oud = m.waarden[feit.slot]
  m.waarden[feit.slot] = w
  vergeet(e)
  try {
    return doe()
  } finally {
    if (oud !== undefined) m.waarden[feit.slot] = oud
    vergeet(e)
  }
}
