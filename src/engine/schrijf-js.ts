/** Writes the formulas of a plan as JavaScript over typed arrays: of people of whom everything is known, or not. */
import { delen } from './doorlopen.ts'
import {
  AANVRAGER,
  type GetalKnoop,
  isGetal,
  isGroot,
  type JaNeeKnoop,
  type Knoop,
  ONDERNEMING,
  type PlanRegel,
  type Wie,
  WONING,
} from './ir.ts'
import { knoopvorm } from './knoopvorm.ts'
import { Blok, type Knoopschrijver, type Rijen } from './schrijf-blok.ts'
import { Lijstschrijver } from './schrijf-lijst.ts'
import { bewerking, gedeeld, halfOmhoog, letterlijk } from './schrijf-tekst.ts'
import type { Feit } from './vocabulaire.ts'
import type { Ruimte } from './volkolommen.ts'
import { type Rekenplan, rekentGroot } from './zekerheid.ts'

export class Jsschrijver implements Knoopschrijver {
  /** Tables; of partly unknown households also the columns, and each rule that is asked more than once. */
  readonly kop: string[] = []
  /** Points the columns at those of a call. */
  readonly kolomkeuze: string[] = []
  /** Whether facts and lists may be unknown: then nothing is worked out before it is needed. */
  readonly onbekenden: boolean
  private readonly gemaakt = new Set<number>()
  private readonly kolommen = new Set<string>()
  /** How often a rule, and a node that is much work, is asked. */
  private readonly keren = new Map<number, number>()
  private readonly vormen = new Map<string, number>()
  private readonly tabellen = new Map<string, string>()
  private readonly p: Rekenplan
  private readonly lijsten: Lijstschrijver
  private teller = 0

  constructor(p: Rekenplan, onbekenden: boolean) {
    this.p = p
    this.onbekenden = onbekenden
    this.lijsten = new Lijstschrijver(this)
    const gezien = new Set<Knoop>()
    const tel = (k: Knoop): void => {
      const i = regelVan(k)
      for (const r of i) this.keren.set(r, (this.keren.get(r) ?? 0) + 1)
      const vorm = WERK.has(k.t) ? knoopvorm(k) : undefined
      if (vorm !== undefined) this.vormen.set(vorm, (this.vormen.get(vorm) ?? 0) + 1)
      if (gezien.has(k)) return
      gezien.add(k)
      for (const d of delen(k)) tel(d)
      for (const r of i) tel(this.regel(r).knoop)
    }
    for (const k of [...p.kan, ...(p.exact ? [] : p.zeker)]) tel(k)
    if (p.bedrag) for (const k of p.exact ? [p.bedrag.laag] : [p.bedrag.laag, p.bedrag.hoog]) tel(k)
  }

  naam(letter: string): string {
    return `${letter}${this.teller++}`
  }

  regel(i: number): PlanRegel {
    const r = this.p.regels[i]
    if (!r) throw new Error(`rule ${i} is not in the plan`)
    return r
  }

  isVaker(i: number): boolean {
    return (this.keren.get(i) ?? 0) > 1
  }

  rij(w: Wie, rijen: Rijen): string {
    if (w === AANVRAGER) return 'A'
    if (w === WONING || w === ONDERNEMING) return 'h'
    const rij = rijen.get(w)
    if (rij === undefined) throw new Error(`loop variable ${w} is not bound`)
    return rij
  }

  private kolom(f: Feit, w: Wie, gegeven = false): string {
    const ruimte: Ruimte =
      w === WONING
        ? 'woning'
        : w === ONDERNEMING
          ? 'onderneming'
          : f.bij.includes('opvang')
            ? 'opvangFeit'
            : 'mens'
    const naam = `${gegeven ? 'fg' : LETTER[ruimte]}${f.slot}`
    if (!this.kolommen.has(naam)) {
      this.kolommen.add(naam)
      if (this.onbekenden) this.kop.push(`let ${naam};`)
      this.kolomkeuze.push(
        `${this.onbekenden ? '' : 'const '}${naam} = K.${gegeven ? 'gegeven' : ruimte}[${f.slot}];`,
      )
    }
    return naam
  }

  private feit(f: Feit, w: Wie, rijen: Rijen): string {
    const t = `${this.kolom(f, w)}[${this.rij(w, rijen)}]`
    return this.onbekenden ? `w(${t})` : t
  }

  /** A rule about the household is worked out once, outside any loop over people; one about a person where it is asked. */
  private roep(i: number, b: Blok, rijen: Rijen, w?: Wie): string {
    const r = this.regel(i)
    const rij = r.v === undefined ? undefined : this.rij(w ?? AANVRAGER, rijen)
    const sleutel = rij === undefined ? `r${i}` : `r${i}@${rij}`
    const al = b.zoek(sleutel)
    if (al !== undefined) return al
    if (this.onbekenden && rij === undefined && this.isVaker(i)) return this.alsFunctie(i, r)
    const blok = this.plek(b, rij, this.isVaker(i))
    const t = this.knoop(r, blok, r.v === undefined || rij === undefined ? GEEN : new Map([[r.v, rij]]))
    if ((blok === b && !this.isVaker(i)) || /^[\w.]+$/.test(t)) return t
    const naam = this.naam('r')
    blok.schrijf(`const ${naam} = ${t};`)
    return blok.onthoud(sleutel, naam)
  }

  private plek(b: Blok, rij: string | undefined, isVaker: boolean): Blok {
    if (this.onbekenden) return b
    if (rij === undefined && isVaker) return b.wortel()
    return rij === undefined || rij === 'A' ? b.buitenLus() : b
  }

  private knoop(r: PlanRegel, b: Blok, rijen: Rijen): string {
    if (isGetal(r.knoop)) return this.getal(r.knoop, b, rijen)
    return this.jaNee(r.knoop as JaNeeKnoop, b, rijen) // lists are read by Lijstschrijver
  }

  /** A rule that works itself out when it is first asked, once per household: only then does what is unknown count. */
  private alsFunctie(i: number, r: PlanRegel): string {
    const naam = `r${i}f`
    if (!this.gemaakt.has(i)) {
      this.gemaakt.add(i)
      const blok = new Blok('wortel')
      const t = this.knoop(r, blok, GEEN)
      this.kop.push(
        `let ${naam}w, ${naam}b = -1; function ${naam}() { if (${naam}b === beurt) return ${naam}w;\n${blok}\n${naam}w = ${t}; ${naam}b = beurt; return ${naam}w }`,
      )
    }
    return `${naam}()`
  }

  /** The number as a double. */
  alsGetal(k: GetalKnoop, b: Blok, rijen: Rijen): string {
    const t = this.getal(k, b, rijen)
    return isGroot(k) ? `Number(${t})` : t
  }

  /** Doubles, or BigInt for nodes that need it. */
  naar(k: GetalKnoop, groot: boolean, b: Blok, rijen: Rijen): string {
    const t = this.getal(k, b, rijen)
    return isGroot(k) === groot ? t : groot ? `BigInt(${t})` : `Number(${t})`
  }

  getal(k: GetalKnoop, b: Blok, rijen: Rijen): string {
    return this.eens(k, b, (x) => this.schrijfGetal(k, x, rijen))
  }

  /** What is asked more than once about the whole household is worked out once, before any case. */
  private eens(k: GetalKnoop | JaNeeKnoop, b: Blok, doe: (b: Blok) => string): string {
    const vorm = !this.onbekenden && WERK.has(k.t) ? knoopvorm(k) : undefined
    if (vorm === undefined || (this.vormen.get(vorm) ?? 0) < 2) return doe(b)
    const al = b.zoek(vorm)
    if (al !== undefined) return al
    const w = b.wortel()
    const t = doe(w)
    if (/^[\w.]+$/.test(t)) return w.onthoud(vorm, t)
    const naam = this.naam('c')
    w.schrijf(`const ${naam} = ${t};`)
    return w.onthoud(vorm, naam)
  }

  private schrijfGetal(k: GetalKnoop, b: Blok, rijen: Rijen): string {
    const groot = isGroot(k)
    switch (k.t) {
      case 'c':
        return letterlijk(k.w, groot)
      case 'feit':
        return this.feit(k.feit, k.wie, rijen)
      case 'regel':
        return this.roep(k.i, b, rijen)
      case 'pregel':
        return this.roep(k.i, b, rijen, k.wie)
      case 'als':
        return this.keuze(
          this.jaNee(k.c, b, rijen),
          b,
          (x) => this.naar(k.a, groot, x, rijen),
          (x) => this.naar(k.b, groot, x, rijen),
        )
      case 'gegeven':
        return this.keuze(
          `${this.kolom(k.feit, k.wie, true)}[${this.rij(k.wie, rijen)}]`,
          b,
          () => this.feit(k.feit, k.wie, rijen),
          (x) => this.naar(k.anders, groot, x, rijen),
        )
      case 'tel':
        return this.lijsten.tel(k.l, b, rijen)
      case 'som':
        return this.lijsten.som(k, groot, b, rijen)
      case 'uiterste':
        return this.lijsten.uiterste(k, groot, b, rijen)
      case 'zoek':
        return this.zoek(k, b, rijen)
      case 'dag':
        return `D(${JSON.stringify(k.fn)}, ${this.getal(k.a, b, rijen)}, ${k.b ? this.getal(k.b, b, rijen) : 0})`
      case 'param':
      case 'peil':
        throw new Error(`${k.t} was not worked out beforehand`)
      default:
        return this.reken(k, b, rijen)
    }
  }

  /** `c ? a : b`; as a statement when one of the two needs statements of its own, so that only the one needed runs. */
  private keuze(c: string, b: Blok, ja: (b: Blok) => string, nee: (b: Blok) => string): string {
    const [x, y] = [new Blok('tak', b), new Blok('tak', b)]
    const [p, q] = [ja(x), nee(y)]
    if (x.isLeeg && y.isLeeg) return `(${c} ? ${p} : ${q})`
    const naam = this.naam('q')
    b.schrijf(
      `let ${naam}; if (${c}) {`,
      ...x.regels,
      `${naam} = ${p};`,
      '} else {',
      ...y.regels,
      `${naam} = ${q}; }`,
    )
    return naam
  }

  private zoek(k: GetalKnoop & { t: 'zoek' }, b: Blok, rijen: Rijen): string {
    const sleutel = `${k.grenzen.join()} ${k.waarden.join()}`
    const naam = this.tabellen.get(sleutel) ?? this.naam('t')
    if (!this.tabellen.has(sleutel)) this.schrijfTabel(naam, k)
    this.tabellen.set(sleutel, naam)
    return `${naam}(${this.getal(k.x, b, rijen)})`
  }

  private schrijfTabel(naam: string, k: GetalKnoop & { t: 'zoek' }): void {
    const grenzen = k.grenzen.map((w) => letterlijk(w, isGroot({ lo: w, hi: w })))
    const waarden = k.waarden.map((w) => letterlijk(w, isGroot(k)))
    this.kop.push(
      `const ${naam}g = [${grenzen.join(',')}], ${naam}w = [${waarden.join(',')}];`,
      `function ${naam}(x) { let a = 0, b = ${naam}g.length; while (a < b) { const m = (a + b) >> 1; if (x <= ${naam}g[m]) b = m; else a = m + 1 } return ${naam}w[a] }`,
    )
  }

  private reken(k: GetalKnoop & { t: 'op' | 'schaal' | 'rond' | 'deel' }, b: Blok, rijen: Rijen): string {
    const groot = rekentGroot(k)
    const a = this.naar(k.a, groot, b, rijen)
    const t =
      k.t === 'schaal'
        ? `(${a} * ${letterlijk(k.f, groot)})`
        : k.t === 'op'
          ? bewerking(k.op, a, this.naar(k.b, groot, b, rijen), groot)
          : this.deling(k, a, groot, b, rijen)
    return groot && !isGroot(k) ? `Number(${t})` : t
  }

  private deling(
    k: GetalKnoop & { t: 'rond' | 'deel' },
    a: string,
    groot: boolean,
    b: Blok,
    rijen: Rijen,
  ): string {
    const teller = k.t === 'rond' || k.f === 1n ? a : `(${a} * ${letterlijk(k.f, groot)})`
    const noemer = k.t === 'rond' ? letterlijk(k.f, groot) : this.vast(this.naar(k.b, groot, b, rijen), b)
    return halfOmhoog(k, teller, noemer, groot) ?? gedeeld(k.hoe, teller, noemer, groot)
  }

  /** A name for what is asked twice. */
  private vast(t: string, b: Blok): string {
    if (/^\(?-?[\w.]+\)?$/.test(t)) return t
    const naam = this.naam('d')
    b.schrijf(`const ${naam} = ${t};`)
    return naam
  }

  jaNee(k: JaNeeKnoop, b: Blok, rijen: Rijen): string {
    return this.eens(k, b, (x) => this.schrijfJaNee(k, x, rijen))
  }

  private schrijfJaNee(k: JaNeeKnoop, b: Blok, rijen: Rijen): string {
    switch (k.t) {
      case 'b':
        return String(k.w)
      case 'bfeit':
        return `(${this.feit(k.feit, k.wie, rijen)} === 1)`
      case 'bgegeven':
        return this.keuze(
          `${this.kolom(k.feit, k.wie, true)}[${this.rij(k.wie, rijen)}]`,
          b,
          () => `(${this.feit(k.feit, k.wie, rijen)} === 1)`,
          (x) => this.jaNee(k.anders, x, rijen),
        )
      case 'bregel':
        return this.roep(k.i, b, rijen)
      case 'bpregel':
        return this.roep(k.i, b, rijen, k.wie)
      case 'vgl': {
        const leeg = this.lijsten.isLeeg(k, b, rijen)
        if (leeg !== undefined) return leeg
        const gelijk = isGroot(k.a) === isGroot(k.b) ? '===' : '=='
        return `(${this.getal(k.a, b, rijen)} ${k.op === '=' ? gelijk : k.op} ${this.getal(k.b, b, rijen)})`
      }
      case 'en':
        return this.en(this.jaNee(k.a, b, rijen), b, '&&', (x) => this.jaNee(k.b, x, rijen))
      case 'of':
        return this.en(this.jaNee(k.a, b, rijen), b, '||', (x) => this.jaNee(k.b, x, rijen))
      case 'niet':
        return `!${this.jaNee(k.a, b, rijen)}`
      case 'bals':
        return this.keuze(
          this.jaNee(k.c, b, rijen),
          b,
          (x) => this.jaNee(k.a, x, rijen),
          (x) => this.jaNee(k.b, x, rijen),
        )
      case 'kwantor':
        return this.lijsten.kwantor(k, b, rijen)
      case 'bparam':
        throw new Error('a figure was not worked out beforehand')
    }
  }

  /** The second half only where the first leaves it open. */
  private en(a: string, b: Blok, hoe: '&&' | '||', tweede: (b: Blok) => string): string {
    const x = new Blok('tak', b)
    const q = tweede(x)
    if (x.isLeeg) return `(${a} ${hoe} ${q})`
    const naam = this.naam('q')
    b.schrijf(
      `let ${naam} = ${a}; if (${hoe === '&&' ? '' : '!'}${naam}) {`,
      ...x.regels,
      `${naam} = ${q}; }`,
    )
    return naam
  }
}

const GEEN: Rijen = new Map()

/** Nodes that are work: a loop, a choice, a look-up, a division. */
const WERK: ReadonlySet<string> = new Set([
  'kwantor',
  'som',
  'tel',
  'uiterste',
  'als',
  'bals',
  'zoek',
  'dag',
  'deel',
])

const LETTER: Readonly<Record<Ruimte, string>> = {
  mens: 'fm',
  woning: 'fw',
  onderneming: 'fb',
  opvangFeit: 'fo',
}

function regelVan(k: Knoop): readonly number[] {
  if (k.t === 'eerste') return k.sleutels
  return 'i' in k ? [k.i] : []
}
