/**
 * The second back-end: a plan as generated JavaScript over typed arrays, for many households at once. Facts are
 * columns (one number per household or per person), lists are ranges of rows. A household of which something
 * is needed that is not known goes to the evaluator: the answer where that is certain all the same, else NaN,
 * never a guess. Equal to the evaluator to the cent (tested).
 */

import type { Corpus } from './corpus.ts'
import { leesDatum } from './datum.ts'
import type { Gezin } from './gezin.ts'
import { zekereUitkomst } from './grenzen.ts'
import {
  AANVRAGER,
  type GetalKnoop,
  isGetal,
  isGroot,
  isLijst,
  type JaNeeKnoop,
  type LijstKnoop,
  type PlanRegel,
  type Wie,
  WONING,
} from './ir.ts'
import type { Kolommen } from './kolommen.ts'
import { omgeving } from './omgeving.ts'
import type { Plan } from './plan.ts'
import { DEEL, dag as dagfunctie } from './rekenen.ts'
import { peildag } from './situatie.ts'
import { gebiedsketen } from './vocabulaire.ts'

export interface Populatieplan {
  /** Cents per household; 1 or 0 where the scheme has no amount; NaN when what is unknown can change it. */
  readonly bereken: (k: Kolommen, bedrag: Float64Array) => void
  /** The generated text, for those who want to read it. */
  readonly tekst: string
}

/** Generates the function of a scheme for a day and a place; the water board only where a municipality has several. */
export function compilePopulatie(
  corpus: Corpus,
  id: string,
  datum: string,
  gebied?: string,
  waterschap?: string,
): Populatieplan {
  const dag = leesDatum(datum)
  if (dag === undefined) throw new RangeError(`no such date: ${datum}`)
  const borden = gebied === undefined ? [] : (corpus.gebieden.get(gebied)?.waterschappen ?? [])
  const bord = waterschap ?? (borden.length === 1 ? borden[0] : undefined)
  const keus = corpus.planOp(id, dag, gebiedsketen(corpus.gebieden, gebied, bord))
  if (keus.k !== 'plan')
    throw new RangeError(`${id} has no known figures on ${datum} at ${gebied ?? 'nederland'}`)
  const { plan } = keus
  const tekst = schrijf(plan, peildag(plan.wet, dag))
  const twijfel = (g: Gezin): number => zekereUitkomst(plan, omgeving(g, plan.regels.length)) ?? Number.NaN
  // The text is made by us from checked formulas: names and numbers only, no text of a user ends up in it.
  const maak = new Function('D', 'DEEL', 'TWIJFEL', tekst) as (
    d: typeof dagfunctie,
    deel: typeof DEEL,
    twijfel: (g: Gezin) => number,
  ) => Populatieplan['bereken']
  return { bereken: maak(dagfunctie, DEEL, twijfel), tekst }
}

function schrijf(p: Plan, peil: number): string {
  const s = new Schrijver(p, peil)
  const voorwaarden = p.voorwaarden.map((v) => `if (!(${s.jaNee(v.knoop)})) return 0;`)
  const bedrag = p.bedrag
    ? `${alsGetal(p.bedrag.knoop, s.getal(p.bedrag.knoop))} * ${p.bedrag.naarCenten}`
    : '1'
  // Everything is made once; a call only points it at other columns.
  return `"use strict";
const ONB = new Error('unknown'); ONB.stack = undefined;
// What is not known stops this household at once, wherever it is needed, and only where it is needed;
// then the evaluator says whether it can change the outcome.
function onb() { throw ONB }
function w(x) { if (x !== x) throw ONB; return x }
let h = 0, A = 0, W = 0, O = 0, BP, BK, BM, OV, OE, ZP, ZK, ZM, ZO, AANVRAGER, WONING, ONDERNEMING;
${s.kop.join('\n')}
${s.functies.join('\n')}
function een() {
A = AANVRAGER[h]; W = WONING[h]; O = ONDERNEMING[h];
${s.wissen.join(' ')}
${voorwaarden.join('\n')}
const b = ${bedrag};
return b > 0 ? b : 0;
}
return function (K, uit) {
BP = K.begin.partner; BK = K.begin.kinderen; BM = K.begin.medebewoners; OV = K.opvang; OE = K.opvangEinde;
AANVRAGER = K.aanvrager; WONING = K.woning; ONDERNEMING = K.onderneming;
ZP = K.zeker.partner; ZK = K.zeker.kinderen; ZM = K.zeker.medebewoners; ZO = K.opvangZeker;
${s.kolomkeuze.join('\n')}
for (h = 0; h < K.aantal; h++) {
try { uit[h] = een(); } catch (fout) { if (fout !== ONB) throw fout; uit[h] = TWIJFEL(K.gezin(h)); }
}
}`
}

/** Big nodes are BigInt in the text as well. */
function alsGetal(k: GetalKnoop, tekst: string): string {
  return isGroot(k) ? `Number(${tekst})` : tekst
}

class Schrijver {
  readonly kop: string[] = []
  readonly functies: string[] = []
  /** Points the columns at those of a call. */
  readonly kolomkeuze: string[] = []
  /** Resets the remembered rules of the previous household. */
  readonly wissen: string[] = []
  private readonly klaar = new Map<string, string>()
  private readonly kolommen = new Set<string>()
  private teller = 0
  private readonly p: Plan
  private readonly peil: number

  constructor(p: Plan, peil: number) {
    this.p = p
    this.peil = peil
  }

  private regel(i: number): PlanRegel {
    const r = this.p.regels[i]
    if (!r) throw new Error(`rule ${i} is not in the plan`)
    return r
  }

  /** A rule becomes a function that works itself out once per household; a rule per person takes the row. */
  private roep(i: number, w?: Wie): string {
    const r = this.regel(i)
    const naam = `r${i}`
    if (!this.klaar.has(naam)) {
      this.klaar.set(naam, naam)
      if (r.v !== undefined) {
        const lichaam = isGetal(r.knoop) ? this.getal(r.knoop) : isLijst(r.knoop) ? '0' : this.jaNee(r.knoop)
        this.functies.push(`function ${naam}(v${r.v}) { return ${lichaam} }`)
      } else {
        const lichaam = isGetal(r.knoop)
          ? this.getal(r.knoop)
          : isLijst(r.knoop)
            ? this.lijst(r.knoop)
            : this.jaNee(r.knoop)
        this.kop.push(`let m${i};`)
        this.wissen.push(`m${i} = undefined;`)
        this.functies.push(`function ${naam}() { return m${i} === undefined ? (m${i} = ${lichaam}) : m${i} }`)
      }
    }
    return r.v === undefined ? `${naam}()` : `${naam}(${wie(w ?? AANVRAGER)})`
  }

  private kolom(slot: number, gegeven = false): string {
    const naam = `${gegeven ? 'g' : 'f'}${slot}`
    if (!this.kolommen.has(naam)) {
      this.kolommen.add(naam)
      this.kop.push(`let ${naam};`)
      this.kolomkeuze.push(`${naam} = K.${gegeven ? 'gegeven' : 'feit'}[${slot}];`)
    }
    return naam
  }

  getal(k: GetalKnoop): string {
    const n = (w: bigint) => (isGroot(k) ? `${w}n` : w < 0n ? `(${w})` : `${w}`)
    const naar = (x: GetalKnoop, groot: boolean) => {
      const t = this.getal(x)
      return isGroot(x) === groot ? t : groot ? `BigInt(${t})` : `Number(${t})`
    }
    const groot = isGroot(k)
    switch (k.t) {
      case 'c':
        return n(k.w)
      case 'peil':
        return String(this.peil)
      case 'feit':
        return `w(${this.kolom(k.feit.slot)}[${wie(k.wie)}])`
      case 'param':
        return k.w === undefined ? 'onb()' : n(k.w)
      case 'regel':
        return this.roep(k.i)
      case 'pregel':
        return this.roep(k.i, k.wie)
      case 'als':
        return `(${this.jaNee(k.c)} ? ${naar(k.a, groot)} : ${naar(k.b, groot)})`
      case 'gegeven':
        return `(${this.kolom(k.feit.slot, true)}[${wie(k.wie)}] ? w(${this.kolom(k.feit.slot)}[${wie(k.wie)}]) : ${naar(k.anders, groot)})`
      case 'tel':
        return `${this.lijst(k.l)}.length`
      case 'som': {
        return `${this.lijst(k.l)}.reduce((s, v${k.v}) => s + ${naar(k.x, groot)}, ${groot ? '0n' : '0'})`
      }
      case 'uiterste': {
        const x = naar(k.x, groot)
        const teken = k.hoe === 'max' ? '>' : '<'
        return `((l) => l.length === 0 ? ${naar(k.leeg, groot)} : l.map((v${k.v}) => ${x}).reduce((s, w) => w ${teken} s ? w : s))(${this.lijst(k.l)})`
      }
      case 'zoek': {
        const naam = `t${this.teller++}`
        this.kop.push(`const ${naam}g = [${k.grenzen.join(',')}], ${naam}w = [${k.waarden.join(',')}];`)
        this.functies.push(
          `function ${naam}(x) { let a = 0, b = ${naam}g.length; while (a < b) { const m = (a + b) >> 1; if (x <= ${naam}g[m]) b = m; else a = m + 1 } return ${naam}w[a] }`,
        )
        return `${naam}(${alsGetal(k.x, this.getal(k.x))})`
      }
      case 'dag':
        return `D(${JSON.stringify(k.fn)}, ${this.getal(k.a)}, ${k.b ? this.getal(k.b) : 0})`
      default:
        return this.reken(k, groot)
    }
  }

  private reken(k: GetalKnoop & { t: 'op' | 'schaal' | 'rond' | 'deel' }, groot: boolean): string {
    const f = k.t === 'op' ? 1n : k.f
    const b = k.t === 'op' || k.t === 'deel' ? k.b : undefined
    const inGroot =
      groot ||
      isGroot(k.a) ||
      (b !== undefined && isGroot(b)) ||
      (k.t === 'deel' && isGroot({ lo: k.a.lo * f, hi: k.a.hi * f }))
    const naar = (x: GetalKnoop) =>
      isGroot(x) === inGroot ? this.getal(x) : inGroot ? `BigInt(${this.getal(x)})` : this.getal(x)
    const lit = (w: bigint) => (inGroot ? `${w}n` : String(w))
    const ruw = (): string => {
      const x = naar(k.a)
      if (k.t === 'schaal') return `(${x} * ${lit(f)})`
      if (k.t === 'op') {
        const y = naar(k.b)
        if (k.op === 'min' || k.op === 'max')
          return inGroot
            ? `((p, q) => p ${k.op === 'min' ? '<' : '>'} q ? p : q)(${x}, ${y})`
            : `Math.${k.op}(${x}, ${y})`
        return `(${x} ${k.op} ${y})`
      }
      const [teller, noemer] = k.t === 'rond' ? [x, lit(f)] : [f === 1n ? x : `(${x} * ${lit(f)})`, naar(k.b)]
      if (inGroot) return `DEEL.${k.hoe}(${teller}, ${noemer})`
      if (k.hoe === 'omlaag') return `Math.floor(${teller} / ${noemer})`
      if (k.hoe === 'omhoog') return `Math.ceil(${teller} / ${noemer})`
      return `Number(DEEL.half(BigInt(${teller}), BigInt(${noemer})))`
    }
    const half = (): string | undefined => {
      // Half up in doubles, when 2n + d is proven safe and both are not negative: floor((2n + d) / 2d).
      const d = k.t === 'rond' ? f : undefined
      if (
        inGroot ||
        k.t !== 'rond' ||
        k.hoe !== 'half' ||
        d === undefined ||
        k.a.lo < 0n ||
        isGroot({ lo: 0n, hi: 2n * k.a.hi + d })
      )
        return undefined
      return `Math.floor((2 * ${naar(k.a)} + ${d}) / ${2n * d})`
    }
    const t = half() ?? ruw()
    return inGroot && !groot ? `Number(${t})` : t
  }

  jaNee(k: JaNeeKnoop): string {
    switch (k.t) {
      case 'b':
        return String(k.w)
      case 'bparam':
        return k.w === undefined ? 'onb()' : String(k.w)
      case 'bfeit':
        return `(w(${this.kolom(k.feit.slot)}[${wie(k.wie)}]) === 1)`
      case 'bgegeven':
        return `(${this.kolom(k.feit.slot, true)}[${wie(k.wie)}] ? w(${this.kolom(k.feit.slot)}[${wie(k.wie)}]) === 1 : ${this.jaNee(k.anders)})`
      case 'bregel':
        return this.roep(k.i)
      case 'bpregel':
        return this.roep(k.i, k.wie)
      case 'vgl': {
        const [a, b] = [this.getal(k.a), this.getal(k.b)]
        return `(${a} ${k.op === '=' ? '==' : k.op} ${b})`
      }
      case 'en':
        return `(${this.jaNee(k.a)} && ${this.jaNee(k.b)})`
      case 'of':
        return `(${this.jaNee(k.a)} || ${this.jaNee(k.b)})`
      case 'niet':
        return `!${this.jaNee(k.a)}`
      case 'bals':
        return `(${this.jaNee(k.c)} ? ${this.jaNee(k.a)} : ${this.jaNee(k.b)})`
      case 'kwantor':
        return `${this.lijst(k.l)}.${k.soort}((v${k.v}) => ${this.jaNee(k.x)})`
    }
  }

  /** A list is an array of rows. */
  private lijst(k: LijstKnoop): string {
    switch (k.t) {
      case 'leden':
        return k.bron === 'aanvrager'
          ? '[A]'
          : this.rij(`B${LETTER[k.bron]}[h]`, `B${LETTER[k.bron]}[h + 1]`, `Z${LETTER[k.bron]}[h]`)
      case 'opvang':
        return this.rij(`OV[${wie(k.v)}]`, `OE[${wie(k.v)}]`, `ZO[${wie(k.v)}]`)
      case 'lregel':
        return this.roep(k.i)
      case 'samen':
        return `[${k.delen.map((d) => `...${this.lijst(d)}`).join(', ')}]`
      case 'filter':
        return `${this.lijst(k.l)}.filter((v${k.v}) => ${this.jaNee(k.x)})`
      case 'eerste': {
        const [a, b] = [`x${this.teller++}`, `x${this.teller++}`]
        const meer = k.sleutels.map((i) => {
          this.roep(i)
          return `r${i}(${a}) - r${i}(${b})`
        })
        // Largest keys first; the first of equals stays.
        return `${this.lijst(k.l)}.reduce((s, ${a}) => { if (s.length === 0) return [${a}]; const ${b} = s[0]; const d = ${meer.join(' || ')}; return d > 0 ? [${a}] : s }, [])`
      }
    }
  }

  private rij(van: string, tot: string, zeker: string): string {
    if (!this.klaar.has('rij')) {
      this.klaar.set('rij', 'rij')
      this.functies.push(
        'function rij(a, b, zeker) { if (zeker === 0) throw ONB; const l = []; for (let i = a; i < b; i++) l.push(i); return l }',
      )
    }
    return `rij(${van}, ${tot}, ${zeker})`
  }
}

const LETTER = { partner: 'P', kinderen: 'K', medebewoners: 'M' } as const

function wie(w: Wie): string {
  return w === AANVRAGER ? 'A' : w === WONING ? 'W' : w < 0 ? 'O' : `v${w}`
}
