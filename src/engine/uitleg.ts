/** The explanation: the same evaluation told as a tree of rules, with the article and source of each figure. */
import { toonDatum } from './datum.ts'
import { isDatum, toonEenheid } from './eenheid.ts'
import { toonDecimaal } from './getal.ts'
import { AANNAME, type Interval, type JaNee, type Lijst, type Mens, ONBEKEND } from './gezin.ts'
import {
  type GetalKnoop,
  isGetal,
  isLijst,
  type JaNeeKnoop,
  type Knoop,
  type LijstKnoop,
  type PlanRegel,
  type Wie,
} from './ir.ts'
import { type Omgeving, wie } from './omgeving.ts'
import { centen, type Plan } from './plan.ts'
import { alsJson } from './prior.ts'
import type {
  Aanname,
  Afstand,
  Recht,
  Uitleg,
  UitlegStap,
  Vertrouwen,
  Verwijzing,
  VoorwaardeUitleg,
  Waarde,
} from './types.ts'
import { vast } from './vast.ts'
import type { Feit } from './vocabulaire.ts'
import { type ParamDef, VERTROUWEN } from './wet-vorm.ts'

export interface Uitgelegd {
  readonly uitleg: Uitleg
  readonly vertrouwen: Vertrouwen
  readonly aannames: readonly Aanname[]
}

export function recht(c: JaNee): Recht {
  return c === 1 ? 'ja' : c === 0 ? 'nee' : 'onbekend'
}

export function legUit(p: Plan, e: Omgeving): Uitgelegd {
  const v = new Verteller(p, e)
  const stappen: UitlegStap[] = []
  const voorwaarden: VoorwaardeUitleg[] = []
  let geldt = true
  for (const w of p.voorwaarden) {
    const r = p.regels[w.i]
    if (!r) continue
    const c = w.f(e)
    if (c === 0) geldt = false
    stappen.push(v.stap(w.i, undefined))
    const afstand = c === 0 ? v.afstand(w.knoop) : undefined
    voorwaarden.push({
      naam: r.def.naam,
      artikel: r.def.artikel,
      voldaan: recht(c),
      ...(afstand ? { afstand } : {}),
    })
  }
  if (geldt && p.jaarbedrag && p.jaarbedrag.i !== p.bedrag?.i) stappen.push(v.stap(p.jaarbedrag.i, undefined))
  if (geldt && p.bedrag) stappen.push(v.stap(p.bedrag.i, undefined))
  const g = p.wet.info.grondslag
  return {
    uitleg: {
      wet: {
        naam: g.wet,
        ...(g.bwb ? { bwb: g.bwb } : {}),
        ...(g.cvdr ? { cvdr: g.cvdr } : {}),
        ...(g.artikel ? { artikel: String(g.artikel) } : {}),
      },
      voorwaarden,
      stappen,
      onzeker: p.onderdelen.flatMap((w) => w.info.onzeker),
    },
    vertrouwen: VERTROUWEN[v.laagste] ?? 'alleen-tekst',
    aannames: [...v.aannames.values()],
  }
}

const ONB: Waarde = { soort: 'onbekend' }
const JA: Waarde = { soort: 'bekend', waarde: true }
const NEE: Waarde = { soort: 'bekend', waarde: false }
/** Figures of the law look the same in every explanation. */
const vasteWaarden = new WeakMap<GetalKnoop, Waarde>()

function vasteWaarde(k: GetalKnoop, w: bigint): Waarde {
  let x = vasteWaarden.get(k)
  if (!x) {
    x = toonWaarde(k, { lo: w, hi: w })
    vasteWaarden.set(k, x)
  }
  return x
}

/** One number for a rule and, for a rule per person, the person (a household has fewer than 1,000). */
function sleutel(i: number, m: Mens | undefined): number {
  return i * 1000 + (m ? m.nr + 1 : 0)
}

function toonWaarde(k: GetalKnoop, i: Interval): Waarde {
  const t = (n: number | bigint) => (isDatum(k.eenheid) ? toonDatum(Number(n)) : toonDecimaal(n, k.schaal))
  return i.lo === i.hi
    ? { soort: 'bekend', waarde: t(i.lo) }
    : { soort: 'grenzen', van: t(i.lo), tot: t(i.hi) }
}

class Verteller {
  /** Index in VERTROUWEN of the lowest trust used so far. */
  laagste = VERTROUWEN.length - 1
  readonly aannames = new Map<string, Aanname>()
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
    const { naam, artikel, uitleg, vertalingen, formule, eenheidTekst: eenheid, vertrouwen } = r.def
    this.vertrouw(vertrouwen)
    const gebruikt: Verwijzing[] = []
    this.knoop(r.knoop, [], gebruikt)
    const waarde = this.waarde(r, m)
    if (m)
      return {
        naam,
        artikel,
        uitleg,
        vertalingen,
        formule,
        eenheid,
        vertrouwen,
        waarde,
        wie: m.pad,
        gebruikt,
      }
    return { naam, artikel, uitleg, vertalingen, formule, eenheid, vertrouwen, waarde, gebruikt }
  }

  private waarde(r: PlanRegel, m: Mens | undefined): Waarde {
    if (r.v !== undefined && m) this.e.v[r.v] = m
    const w = this.p.evaluator.waarde(r.knoop)(this.e)
    if (typeof w === 'number') return w === 2 ? ONB : w === 1 ? JA : NEE
    if ('leden' in w) return this.lijstWaarde(w)
    return toonWaarde(r.knoop as GetalKnoop, w) // an Interval comes from a number node
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
    const i = VERTROUWEN.indexOf(v)
    if (i < this.laagste) this.laagste = i
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
        return this.param(k.def, k.w === undefined ? ONB : vasteWaarde(k, k.w), gezien, uit)
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
    if (h === AANNAME) this.aannames.set(pad, { pad, waarde: alsAanname(f, x) })
    uit.push({
      soort: 'feit',
      pad,
      waarde,
      eenheid: k ? toonEenheid(k.eenheid) : f.type,
      herkomst: h === AANNAME ? 'aanname' : h === ONBEKEND ? 'onbekend' : 'opgegeven',
    })
  }

  /** How far the first failing comparison is from holding; only when both sides are known. */
  afstand(k: JaNeeKnoop): Afstand | undefined {
    const ev = this.p.evaluator
    if (ev.jaNee(k)(this.e) !== 0) return undefined
    switch (k.t) {
      case 'bregel':
      case 'bpregel': {
        const r = this.p.regels[k.i]
        if (r?.v !== undefined && k.t === 'bpregel') this.e.v[r.v] = wie(this.e, k.wie)
        return r && !isGetal(r.knoop) && !isLijst(r.knoop) ? this.afstand(r.knoop) : undefined
      }
      case 'en':
      case 'of':
        return this.afstand(k.a) ?? this.afstand(k.b)
      case 'bals':
        return this.afstand(ev.jaNee(k.c)(this.e) === 1 ? k.a : k.b)
      case 'kwantor':
        for (const d of ev.lijst(k.l)(this.e).leden) {
          this.e.v[k.v] = d.m
          const a = d.max > 0 ? this.afstand(k.x) : undefined
          if (a) return a
        }
        return undefined
      case 'vgl':
        return this.vergelijking(k)
      default:
        return undefined
    }
  }

  private vergelijking(k: JaNeeKnoop & { t: 'vgl' }): Afstand | undefined {
    const [a, b] = [this.p.evaluator.getal(k.a)(this.e), this.p.evaluator.getal(k.b)(this.e)]
    if (k.op === '=' || a.lo !== a.hi || b.lo !== b.hi) return undefined
    const t = (n: number | bigint) =>
      isDatum(k.a.eenheid) ? toonDatum(Number(n)) : toonDecimaal(n, k.a.schaal)
    const verschil = BigInt(a.lo) - BigInt(b.lo)
    // a ≤ b failed: the side that is a figure of the law (or the date asked about) is the limit.
    const grensIsA = vast(this.p, k.a) && !vast(this.p, k.b)
    const eenheid = isDatum(k.a.eenheid) ? 'dag' : toonEenheid(k.a.eenheid)
    return {
      waarde: toonDecimaal(verschil, k.a.schaal),
      eenheid,
      gemeten: t(grensIsA ? b.lo : a.lo),
      grens: t(grensIsA ? a.lo : b.lo),
      richting: grensIsA ? 'te-laag' : 'te-hoog',
    }
  }
}

function alsAanname(f: Feit, x: Interval | JaNee | undefined): unknown {
  if (x === undefined) return undefined
  if (f.type === 'gebied') return f.aanname
  return alsJson(f, typeof x === 'number' ? x : Number(x.lo))
}

/** The year amount in cents when it is certain. */
export function jaarbedrag(p: Plan, e: Omgeving): number | undefined {
  if (!p.jaarbedrag) return undefined
  const c = centen(p.jaarbedrag, e)
  return c.lo === c.hi ? Math.max(0, c.lo) : undefined
}
