/** An explanation the plain way: each formula walked again for each answer. Slow, and what the fast way must equal. */
import { toonDatum } from '../../src/engine/datum.ts'
import { leestOnbegrensd } from '../../src/engine/doorlopen.ts'
import { isDatum, toonEenheid } from '../../src/engine/eenheid.ts'
import { toonDecimaal } from '../../src/engine/getal.ts'
import { AANNAME, type Interval, type Lijst, type Mens, ONBEKEND } from '../../src/engine/gezin.ts'
import {
  type GetalKnoop,
  isGetal,
  type JaNeeKnoop,
  type Knoop,
  type LijstKnoop,
  type PlanRegel,
  type Wie,
} from '../../src/engine/ir.ts'
import { type Omgeving, wie } from '../../src/engine/omgeving.ts'
import type { Plan } from '../../src/engine/plan.ts'
import type { UitlegStap, Vertrouwen, Verwijzing, Waarde } from '../../src/engine/types.ts'
import type { Feit } from '../../src/engine/vocabulaire.ts'
import { type ParamDef, VERTROUWEN } from '../../src/engine/wet-vorm.ts'

export interface Gelopen {
  readonly stappen: readonly UitlegStap[]
  readonly vertrouwen: Vertrouwen | undefined
  readonly aannames: readonly string[]
}

export function loopNa(p: Plan, e: Omgeving): Gelopen {
  const l = new Loper(p, e)
  const stappen = p.voorwaarden.map((w) => l.stap(w.i, undefined))
  if (!p.voorwaarden.some((w) => w.f(e) === 0)) {
    if (p.jaarbedrag && p.jaarbedrag.i !== p.bedrag?.i) stappen.push(l.stap(p.jaarbedrag.i, undefined))
    if (p.bedrag) stappen.push(l.stap(p.bedrag.i, undefined))
  }
  return { stappen, vertrouwen: VERTROUWEN[l.laagste.vertrouwen], aannames: [...l.aannames.values()] }
}

const ONB: Waarde = { soort: 'onbekend' }
const JA: Waarde = { soort: 'bekend', waarde: true }
const NEE: Waarde = { soort: 'bekend', waarde: false }

function sleutel(i: number, m: Mens | undefined): number {
  return i * 1000 + (m ? m.nr + 1 : 0)
}

function toonWaarde(k: GetalKnoop, i: Interval): Waarde {
  const t = (n: number | bigint) => (isDatum(k.eenheid) ? toonDatum(Number(n)) : toonDecimaal(n, k.schaal))
  return i.lo === i.hi
    ? { soort: 'bekend', waarde: t(i.lo) }
    : { soort: 'grenzen', van: t(i.lo), tot: t(i.hi) }
}

class Loper {
  readonly laagste = { vertrouwen: VERTROUWEN.length - 1 }
  readonly aannames = new Map<string, string>()
  /** Rule and person (see `sleutel`) of each step told so far. */
  private readonly verteld = new Set<number>()
  private readonly p: Plan
  private readonly e: Omgeving

  constructor(p: Plan, e: Omgeving) {
    this.p = p
    this.e = e
  }

  stap(i: number, m: Mens | undefined): UitlegStap {
    const r = this.p.regels[i]
    if (!r) throw new Error(`rule ${i} is not in the plan`)
    if (r.v !== undefined && m) this.e.v[r.v] = m
    this.verteld.add(sleutel(i, m))
    const { naam, artikel, uitleg, formule, eenheidTekst: eenheid, vertrouwen } = r.def
    this.vertrouw(vertrouwen)
    const gebruikt: Verwijzing[] = []
    this.knoop(r.knoop, [], gebruikt)
    const waarde = this.waarde(r, m)
    if (m) return { naam, artikel, uitleg, formule, eenheid, vertrouwen, waarde, wie: m.pad, gebruikt }
    return { naam, artikel, uitleg, formule, eenheid, vertrouwen, waarde, gebruikt }
  }

  private waarde(r: PlanRegel, m: Mens | undefined): Waarde {
    if (r.v !== undefined && m) this.e.v[r.v] = m
    const w = this.p.evaluator.waarde(r.knoop)(this.e)
    if (typeof w === 'number') return w === 2 ? ONB : w === 1 ? JA : NEE
    if ('leden' in w) return this.lijstWaarde(w)
    const k = r.knoop as GetalKnoop // an Interval comes from a number node
    const miljoen = 1_000_000 * 10 ** k.schaal
    const zegtNiets = w.hi > miljoen || w.lo < -miljoen
    return zegtNiets && leestOnbegrensd(this.p)(k) ? ONB : toonWaarde(k, w)
  }

  private lijstWaarde(l: Lijst): Waarde {
    if (l.een || l.leden.some((d) => d.min !== d.max)) return ONB
    return {
      soort: 'bekend',
      waarde: l.leden
        .filter((d) => d.max > 0)
        .map((d) => d.m.pad)
        .join(' '),
    }
  }

  private vertrouw(v: Vertrouwen): void {
    this.laagste.vertrouwen = Math.min(this.laagste.vertrouwen, VERTROUWEN.indexOf(v))
  }

  /** The direct references of a formula along the branches that were taken, each once. */
  private knoop(k: Knoop, gezien: unknown[], uit: Verwijzing[]): void {
    switch (k.t) {
      case 'c':
      case 'b':
      case 'peil':
        return
      case 'feit':
      case 'bfeit':
        return this.feit(k.wie, k.feit, isGetal(k) ? k : undefined, gezien, uit)
      case 'gegeven':
      case 'bgegeven':
        return wie(this.e, k.wie).herkomst[k.feit.slot] === ONBEKEND
          ? this.knoop(k.anders, gezien, uit)
          : this.feit(k.wie, k.feit, isGetal(k) ? k : undefined, gezien, uit)
      case 'param':
        return this.param(k.def, k.w === undefined ? ONB : toonWaarde(k, { lo: k.w, hi: k.w }), gezien, uit)
      case 'bparam':
        return this.param(k.def, k.w === undefined ? ONB : k.w ? JA : NEE, gezien, uit)
      case 'zoek':
        this.knoop(k.x, gezien, uit)
        return this.param(k.def, toonWaarde(k, this.p.evaluator.getal(k)(this.e)), gezien, uit)
      case 'regel':
      case 'bregel':
      case 'lregel':
        return this.regel(k.i, undefined, gezien, uit)
      case 'pregel':
      case 'bpregel':
        return this.regel(k.i, wie(this.e, k.wie), gezien, uit)
      case 'als':
      case 'bals': {
        const c = this.p.evaluator.jaNee(k.c)(this.e)
        this.knoop(k.c, gezien, uit)
        if (c !== 0) this.knoop(k.a, gezien, uit)
        if (c !== 1) this.knoop(k.b, gezien, uit)
        return
      }
      case 'en':
      case 'of': {
        this.knoop(k.a, gezien, uit)
        const a = this.p.evaluator.jaNee(k.a)(this.e)
        if (a !== (k.t === 'en' ? 0 : 1)) this.knoop(k.b, gezien, uit)
        return
      }
      case 'op':
      case 'vgl':
        this.knoop(k.a, gezien, uit)
        return this.knoop(k.b, gezien, uit)
      case 'deel':
        this.knoop(k.a, gezien, uit)
        return this.knoop(k.b, gezien, uit)
      case 'dag':
        this.knoop(k.a, gezien, uit)
        if (k.b) this.knoop(k.b, gezien, uit)
        return
      case 'schaal':
      case 'rond':
      case 'niet':
        return this.knoop(k.a, gezien, uit)
      case 'tel':
        return this.knoop(k.l, gezien, uit)
      case 'som':
      case 'uiterste':
      case 'kwantor':
      case 'filter':
        return this.lus(k, gezien, uit)
      case 'samen':
        for (const d of k.delen) this.knoop(d, gezien, uit)
        return
      case 'eerste':
        this.knoop(k.l, gezien, uit)
        for (const d of this.p.evaluator.lijst(k.l)(this.e).leden)
          for (const i of k.sleutels) if (d.max > 0) this.regel(i, d.m, gezien, uit)
        return
      case 'leden':
      case 'opvang':
        return
    }
  }

  private lus(
    k:
      | (GetalKnoop & { t: 'som' | 'uiterste' })
      | (JaNeeKnoop & { t: 'kwantor' })
      | (LijstKnoop & { t: 'filter' }),
    gezien: unknown[],
    uit: Verwijzing[],
  ): void {
    this.knoop(k.l, gezien, uit)
    for (const d of this.p.evaluator.lijst(k.l)(this.e).leden) {
      if (d.max === 0) continue
      this.e.v[k.v] = d.m
      this.knoop(k.x, gezien, uit)
    }
  }

  private regel(i: number, m: Mens | undefined, gezien: unknown[], uit: Verwijzing[]): void {
    const s = sleutel(i, m)
    if (gezien.includes(s)) return
    gezien.push(s)
    if (this.verteld.has(s)) uit.push({ soort: 'eerder', naam: this.p.regels[i]?.def.naam ?? '' })
    else uit.push({ soort: 'regel', stap: this.stap(i, m) })
  }

  private param(def: ParamDef, waarde: Waarde, gezien: unknown[], uit: Verwijzing[]): void {
    if (gezien.includes(def)) return
    gezien.push(def)
    // A figure that nobody has set says nothing about trust: the outcome is unknown because of it.
    if (waarde.soort !== 'onbekend') this.vertrouw(def.vertrouwen)
    uit.push({
      soort: 'parameter',
      naam: def.naam,
      waarde,
      eenheid: def.eenheidTekst,
      bron: def.bron,
      vertrouwen: def.vertrouwen,
    })
  }

  private feit(w: Wie, f: Feit, k: GetalKnoop | undefined, gezien: unknown[], uit: Verwijzing[]): void {
    const m = wie(this.e, w)
    const pad = `${m.pad}/${f.id}`
    if (gezien.includes(pad)) return
    gezien.push(pad)
    const h = m.herkomst[f.slot]
    const x = m.waarden[f.slot]
    const is = typeof x === 'number' ? x : undefined
    const waarde: Waarde =
      x === undefined || is === 2
        ? ONB
        : is !== undefined
          ? is === 1
            ? JA
            : NEE
          : typeof x === 'object' && k && f.type === 'keuze'
            ? x.lo === x.hi
              ? { soort: 'bekend', waarde: f.opties[Number(x.lo)] ?? '' }
              : ONB
            : typeof x === 'object' && k
              ? h === ONBEKEND
                ? ONB
                : toonWaarde(k, x)
              : ONB
    if (h === AANNAME) this.aannames.set(pad, pad)
    uit.push({
      soort: 'feit',
      pad,
      waarde,
      eenheid: k ? toonEenheid(k.eenheid) : f.type,
      herkomst: h === AANNAME ? 'aanname' : h === ONBEKEND ? 'onbekend' : 'opgegeven',
    })
  }
}
