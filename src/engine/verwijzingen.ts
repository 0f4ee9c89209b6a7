/**
 * What each rule of a plan refers to, worked out once: a formula becomes a short list of functions that tell
 * its facts, figures and rules along the branches taken. Explaining an answer then walks no formula.
 */
import { toonDatum } from './datum.ts'
import { isDatum, toonEenheid } from './eenheid.ts'
import type { Evaluator } from './evalueer.ts'
import { toonDecimaal } from './getal.ts'
import { type Interval, type JaNee, type Mens, ONBEKEND } from './gezin.ts'
import { type GetalKnoop, isGetal, type JaNeeKnoop, type Knoop, type LijstKnoop } from './ir.ts'
import { type JaNeeFn, type Omgeving, wie } from './omgeving.ts'
import type { Verwijzing, Waarde } from './types.ts'
import type { Feit } from './vocabulaire.ts'
import { type ParamDef, VERTROUWEN } from './wet-vorm.ts'

export const ONB: Waarde = { soort: 'onbekend' }
export const JA: Waarde = { soort: 'bekend', waarde: true }
export const NEE: Waarde = { soort: 'bekend', waarde: false }

/** A fact as one formula reads it. */
export interface FeitLezing {
  readonly feit: Feit
  readonly eenheid: string
  readonly toon: (x: Interval | JaNee) => Waarde
}

/** One explanation in the making. */
export interface Beurt {
  readonly e: Omgeving
  feit(m: Mens, f: FeitLezing): void
  regel(i: number, m: Mens | undefined): void
  /** `vertrouwen` is an index in VERTROUWEN. */
  param(nr: number, vertrouwen: number, verwijzing: Verwijzing): void
}

export type Vertel = (b: Beurt) => void

export function toonJaNee(c: JaNee): Waarde {
  return c === 2 ? ONB : c === 1 ? JA : NEE
}

/** How the numbers of a node are written: as a date, or as a decimal at the node's scale. */
export function toner(k: GetalKnoop): (i: Interval) => Waarde {
  const { schaal } = k
  const t = isDatum(k.eenheid)
    ? (n: number | bigint) => toonDatum(Number(n))
    : (n: number | bigint) => toonDecimaal(n, schaal)
  return (i) =>
    i.lo === i.hi ? { soort: 'bekend', waarde: t(i.lo) } : { soort: 'grenzen', van: t(i.lo), tot: t(i.hi) }
}

export class Verwijzer {
  private readonly ev: Evaluator
  private readonly params = new Map<ParamDef, number>()

  constructor(ev: Evaluator) {
    this.ev = ev
  }

  /** The direct references of a formula; undefined when it has none. */
  vertel(k: Knoop): Vertel | undefined {
    switch (k.t) {
      case 'c':
      case 'b':
      case 'peil':
      case 'leden':
      case 'opvang':
        return undefined
      case 'feit':
      case 'bfeit': {
        const [w, lezing] = [k.wie, feitLezing(k)]
        return (b) => b.feit(wie(b.e, w), lezing)
      }
      case 'gegeven':
      case 'bgegeven': {
        const [w, lezing, anders] = [k.wie, feitLezing(k), this.vertel(k.anders)]
        return (b) => {
          const m = wie(b.e, w)
          if (m.herkomst[lezing.feit.slot] === ONBEKEND) anders?.(b)
          else b.feit(m, lezing)
        }
      }
      case 'param':
        return this.param(k.def, k.w === undefined ? ONB : toner(k)({ lo: k.w, hi: k.w }))
      case 'bparam':
        return this.param(k.def, toonJaNee(k.w === undefined ? 2 : k.w ? 1 : 0))
      case 'zoek':
        return this.zoek(k)
      case 'regel':
      case 'bregel':
      case 'lregel': {
        const { i } = k
        return (b) => b.regel(i, undefined)
      }
      case 'pregel':
      case 'bpregel': {
        const { i, wie: w } = k
        return (b) => b.regel(i, wie(b.e, w))
      }
      case 'als':
      case 'bals':
        return this.als(this.ev.jaNee(k.c), this.vertel(k.c), this.vertel(k.a), this.vertel(k.b))
      case 'en':
      case 'of':
        return this.keten(k)
      case 'op':
      case 'vgl':
      case 'deel':
        return achterElkaar([this.vertel(k.a), this.vertel(k.b)])
      case 'dag':
        return achterElkaar([this.vertel(k.a), k.b && this.vertel(k.b)])
      case 'schaal':
      case 'rond':
      case 'niet':
        return this.vertel(k.a)
      case 'tel':
        return this.vertel(k.l)
      case 'som':
      case 'uiterste':
      case 'kwantor':
      case 'filter':
        return this.lus(k.l, k.v, this.vertel(k.x))
      case 'samen':
        return achterElkaar(k.delen.map((d) => this.vertel(d)))
      case 'eerste':
        return this.eerste(k)
    }
  }

  private nummer(def: ParamDef): number {
    const nr = this.params.get(def) ?? this.params.size
    this.params.set(def, nr)
    return nr
  }

  /** A figure of the law looks the same in every explanation. */
  private param(def: ParamDef, waarde: Waarde): Vertel {
    const nr = this.nummer(def)
    // A figure that nobody has set says nothing about trust: the outcome is unknown because of it.
    const vertrouwen =
      waarde.soort === 'onbekend' ? VERTROUWEN.length - 1 : VERTROUWEN.indexOf(def.vertrouwen)
    const ref = paramVerwijzing(def, waarde)
    return (b) => b.param(nr, vertrouwen, ref)
  }

  private zoek(k: GetalKnoop & { t: 'zoek' }): Vertel {
    const [x, f, toon, nr] = [this.vertel(k.x), this.ev.getal(k), toner(k), this.nummer(k.def)]
    const vertrouwen = VERTROUWEN.indexOf(k.def.vertrouwen)
    return (b) => {
      x?.(b)
      b.param(nr, vertrouwen, paramVerwijzing(k.def, toon(f(b.e))))
    }
  }

  private als(
    f: JaNeeFn,
    c: Vertel | undefined,
    ja: Vertel | undefined,
    nee: Vertel | undefined,
  ): Vertel | undefined {
    if (!ja && !nee) return c
    return (b) => {
      const t = f(b.e)
      c?.(b)
      if (t !== 0) ja?.(b)
      if (t !== 1) nee?.(b)
    }
  }

  /** `a and b and c` stops at the first part that decides; what comes after is not told. */
  private keten(k: JaNeeKnoop & { t: 'en' | 'of' }): Vertel | undefined {
    const delen = leden(k, k.t).map((d) => ({ f: this.ev.jaNee(d), vertel: this.vertel(d) }))
    while (delen.length > 0 && !delen.at(-1)?.vertel) delen.pop()
    const laatste = delen.pop()?.vertel
    if (delen.length === 0) return laatste
    const beslist = k.t === 'en' ? 0 : 1
    return (b) => {
      for (const d of delen) {
        d.vertel?.(b)
        if (d.f(b.e) === beslist) return
      }
      laatste?.(b)
    }
  }

  private lus(l: LijstKnoop, v: number, x: Vertel | undefined): Vertel | undefined {
    const lijst = this.vertel(l)
    if (!x) return lijst
    const f = this.ev.lijst(l)
    return (b) => {
      lijst?.(b)
      for (const d of f(b.e).leden) {
        if (d.max === 0) continue
        b.e.v[v] = d.m
        x(b)
      }
    }
  }

  private eerste(k: LijstKnoop & { t: 'eerste' }): Vertel {
    const [lijst, f, { sleutels }] = [this.vertel(k.l), this.ev.lijst(k.l), k]
    return (b) => {
      lijst?.(b)
      for (const d of f(b.e).leden) for (const i of sleutels) if (d.max > 0) b.regel(i, d.m)
    }
  }
}

function leden(k: JaNeeKnoop, t: 'en' | 'of'): JaNeeKnoop[] {
  return k.t === t ? [...leden(k.a, t), ...leden(k.b, t)] : [k]
}

function achterElkaar(delen: readonly (Vertel | undefined)[]): Vertel | undefined {
  const rij = delen.filter((d) => d !== undefined)
  const [a, b] = rij
  if (!b) return a
  if (a && rij.length === 2)
    return (beurt) => {
      a(beurt)
      b(beurt)
    }
  return (beurt) => {
    for (const d of rij) d(beurt)
  }
}

function paramVerwijzing(def: ParamDef, waarde: Waarde): Verwijzing {
  return {
    soort: 'parameter',
    naam: def.naam,
    waarde,
    eenheid: def.eenheidTekst,
    bron: def.bron,
    vertrouwen: def.vertrouwen,
  }
}

function feitLezing(k: Knoop & { t: 'feit' | 'bfeit' | 'gegeven' | 'bgegeven' }): FeitLezing {
  const { feit } = k
  if (!isGetal(k))
    return { feit, eenheid: feit.type, toon: (x) => (typeof x === 'number' ? toonJaNee(x) : ONB) }
  const getal = toner(k)
  const keuze = (x: Interval): Waarde =>
    x.lo === x.hi ? { soort: 'bekend', waarde: feit.opties[Number(x.lo)] ?? '' } : ONB
  const toon = feit.type === 'keuze' ? keuze : getal
  return {
    feit,
    eenheid: toonEenheid(k.eenheid),
    toon: (x) => (typeof x === 'number' ? toonJaNee(x) : toon(x)),
  }
}
