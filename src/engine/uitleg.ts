/** The explanation: the same evaluation told as a tree of rules, with the article and source of each figure. */
import { Afstanden, type AfstandFn } from './afstand.ts'
import { leestOnbegrensd } from './doorlopen.ts'
import {
  AANNAME,
  type Interval,
  type JaNee,
  type Lijst,
  type Mens,
  ONBEKEND,
  type VerteldFeit,
} from './gezin.ts'
import { isGetal, isLijst, type Knoop } from './ir.ts'
import type { JaNeeFn, Omgeving } from './omgeving.ts'
import { centen, type Plan } from './plan.ts'
import { alsJson } from './prior.ts'
import { type MaakStap, maakStap, type Sjabloon } from './stap-vorm.ts'
import type {
  Aanname,
  Recht,
  Uitleg,
  UitlegStap,
  Vertrouwen,
  Verwijzing,
  VoorwaardeUitleg,
  Waarde,
  WetVerwijzing,
} from './types.ts'
import { type Beurt, type FeitLezing, ONB, toner, toonJaNee, type Vertel, Verwijzer } from './verwijzingen.ts'
import { type Feit, MAX_FEITEN } from './vocabulaire.ts'
import { wetVanRegel } from './wet-van-regel.ts'
import { VERTROUWEN } from './wet-vorm.ts'

export interface Uitgelegd {
  readonly uitleg: Uitleg
  readonly vertrouwen: Vertrouwen
  readonly aannames: readonly Aanname[]
}

export function recht(c: JaNee): Recht {
  return c === 1 ? 'ja' : c === 0 ? 'nee' : 'onbekend'
}

/** What is the same in every explanation of a rule, made once per plan. */
interface Verhaalregel {
  readonly sjabloon: Sjabloon
  readonly maak: MaakStap
  readonly eerder: Verwijzing
  /** Index in VERTROUWEN. */
  readonly vertrouwen: number
  readonly vertel: Vertel | undefined
  readonly waarde: (e: Omgeving) => Waarde
  readonly v: number | undefined
  /** The explanation that told this rule last; of a rule per person, for each number of a person. */
  verteldIn: number
  readonly verteldBij: number[]
}

interface Voorwaarde {
  readonly i: number
  readonly naam: string
  readonly artikel: string
  readonly wet: WetVerwijzing | undefined
  readonly f: JaNeeFn
  readonly afstand: AfstandFn
}

interface Verhaal {
  readonly regels: readonly Verhaalregel[]
  readonly voorwaarden: readonly Voorwaarde[]
  /** The rules of the year amount and the amount. */
  readonly bedragen: readonly number[]
  readonly wet: Uitleg['wet']
  readonly onzeker: Uitleg['onzeker']
  /** Explanations given so far; one is finished before the next begins. */
  aantal: number
  /** Room to note what a step refers to. */
  readonly gezien: number[]
  /** How many references the open steps together had at most, in the explanation before. */
  hoogte: number
}

const verhalen = new WeakMap<Plan, Verhaal>()

function verhaalVan(p: Plan): Verhaal {
  let x = verhalen.get(p)
  if (!x) {
    x = maakVerhaal(p)
    verhalen.set(p, x)
  }
  return x
}

function maakVerhaal(p: Plan): Verhaal {
  const verwijzer = new Verwijzer(p.evaluator)
  const g = p.wet.info.grondslag
  const onbegrensd = leestOnbegrensd(p)
  const afstanden = new Afstanden(p)
  return {
    regels: p.regels.map((r, i) => {
      const { naam, artikel, uitleg, vertalingen, formule, eenheidTekst: eenheid, vertrouwen: zeker } = r.def
      const wet = wetVanRegel(p, r.def)
      const sjabloon = { naam, artikel, wet, uitleg, vertalingen, formule, eenheid, vertrouwen: zeker }
      return {
        sjabloon,
        maak: maakStap(sjabloon, r.v !== undefined),
        eerder: { soort: 'eerder', naam },
        vertrouwen: VERTROUWEN.indexOf(zeker),
        vertel: verwijzer.vertel(r.knoop),
        waarde: toonRegel(r.knoop, p.evaluator.vanRegel(i), onbegrensd(r.knoop)),
        v: r.v,
        verteldIn: 0,
        verteldBij: [],
      }
    }),
    voorwaarden: p.voorwaarden.flatMap(({ i, knoop }) => {
      const def = p.regels[i]?.def
      if (!def) return []
      const { naam, artikel } = def
      const [f, afstand] = [p.evaluator.jaNeeregel(i), afstanden.van(knoop)]
      return [{ i, naam, artikel, wet: wetVanRegel(p, def), f, afstand }]
    }),
    bedragen: [...new Set([p.jaarbedrag, p.bedrag].flatMap((b) => b?.i ?? []))],
    wet: {
      naam: g.wet,
      ...(g.bwb ? { bwb: g.bwb } : {}),
      ...(g.cvdr ? { cvdr: g.cvdr } : {}),
      ...(g.artikel ? { artikel: String(g.artikel) } : {}),
    },
    onzeker: p.onderdelen.flatMap((w) => w.info.onzeker),
    aantal: 0,
    gezien: [],
    hoogte: 0,
  }
}

/** More than any figure about a household: such a limit only says that a figure of the law is missing. */
const GEEN_GRENS = 1_000_000

function toonRegel(
  k: Knoop,
  f: (e: Omgeving) => Interval | JaNee | Lijst,
  onbegrensd: boolean,
): (e: Omgeving) => Waarde {
  if (isLijst(k)) return (e) => toonLijst(f(e) as Lijst) // a list node gives a Lijst, and so on
  if (!isGetal(k)) return (e) => toonJaNee(f(e) as JaNee)
  const getal = toner(k)
  if (!onbegrensd) return (e) => getal(f(e) as Interval)
  const hoogste = GEEN_GRENS * 10 ** k.schaal
  return (e) => {
    const w = f(e) as Interval
    return w.hi > hoogste || w.lo < -hoogste ? ONB : getal(w)
  }
}

function toonLijst(l: Lijst): Waarde {
  if (l.een) return ONB
  let waarde = ''
  for (const d of l.leden) {
    if (d.min !== d.max) return ONB
    if (d.max > 0) waarde = waarde === '' ? d.m.pad : `${waarde} ${d.m.pad}`
  }
  return { soort: 'bekend', waarde }
}

export function legUit(p: Plan, e: Omgeving): Uitgelegd {
  const verhaal = verhaalVan(p)
  const v = new Verteller(e, verhaal)
  let geldt = true
  for (const w of verhaal.voorwaarden) if (w.f(e) === 0) geldt = false
  const [n, bedragen] = [verhaal.voorwaarden.length, geldt ? verhaal.bedragen : GEEN_BEDRAG]
  const stappen = new Array<UitlegStap>(n + bedragen.length)
  const voorwaarden = new Array<VoorwaardeUitleg>(n)
  let plaats = 0
  for (const w of verhaal.voorwaarden) {
    stappen[plaats] = v.stap(w.i, undefined)
    voorwaarden[plaats] = toonVoorwaarde(w, e)
    plaats++
  }
  for (const i of bedragen) {
    stappen[plaats] = v.stap(i, undefined)
    plaats++
  }
  verhaal.hoogte = v.hoogte
  return {
    uitleg: { wet: verhaal.wet, voorwaarden, stappen, onzeker: verhaal.onzeker },
    vertrouwen: VERTROUWEN[v.laagste] ?? 'alleen-tekst',
    aannames: v.aannames ? [...v.aannames.values()] : [],
  }
}

const GEEN_BEDRAG: readonly number[] = []

function toonVoorwaarde({ f, naam, artikel, wet, afstand }: Voorwaarde, e: Omgeving): VoorwaardeUitleg {
  const c = f(e)
  const voldaan = recht(c)
  const over = c === 0 ? afstand(e) : undefined
  if (wet) return over ? { naam, artikel, wet, voldaan, afstand: over } : { naam, artikel, wet, voldaan }
  return over ? { naam, artikel, voldaan, afstand: over } : { naam, artikel, voldaan }
}

const NOG_LEEG: Verwijzing = { soort: 'eerder', naam: '' }

class Verteller implements Beurt {
  /** Index in VERTROUWEN of the lowest trust used so far. */
  laagste = VERTROUWEN.length - 1
  aannames: Map<string, Aanname> | undefined
  hoogte = 0
  readonly e: Omgeving
  /** What each open step refers to, the innermost last: from `begin` up to `top` is the present step. */
  private readonly verwijzingen: Verwijzing[]
  /** The same as numbers: what it is about. */
  private readonly gezien: number[]
  private begin = 0
  private top = 0
  private readonly regels: readonly Verhaalregel[]
  private readonly nummer: number

  constructor(e: Omgeving, verhaal: Verhaal) {
    this.e = e
    this.regels = verhaal.regels
    this.gezien = verhaal.gezien
    this.verwijzingen = new Array(verhaal.hoogte)
    verhaal.aantal++
    this.nummer = verhaal.aantal
  }

  stap(i: number, m: Mens | undefined): UitlegStap {
    const r = this.regels[i]
    if (!r) throw new Error(`rule ${i} is not in the plan`)
    if (m) {
      if (r.v !== undefined) this.e.v[r.v] = m
      r.verteldBij[m.nr] = this.nummer
    } else r.verteldIn = this.nummer
    if (r.vertrouwen < this.laagste) this.laagste = r.vertrouwen
    let gebruikt: Verwijzing[] = []
    if (r.vertel) {
      const { begin } = this
      this.begin = this.top
      r.vertel(this)
      gebruikt = stuk(this.verwijzingen, this.begin, this.top)
      this.top = this.begin
      this.begin = begin
    }
    return r.maak(r.sjabloon, r.waarde(this.e), m ? m.pad : '', gebruikt)
  }

  /** The place for a reference that this step has not made before; below zero when it has. */
  private plaats(s: number): number {
    const { gezien, top } = this
    for (let n = this.begin; n < top; n++) if (gezien[n] === s) return -1
    gezien[top] = s
    this.top = top + 1
    if (top >= this.hoogte) this.hoogte = top + 1
    return top
  }

  regel(i: number, m: Mens | undefined): void {
    const n = this.plaats(2 * sleutel(i, m))
    if (n < 0) return
    const r = this.regels[i]
    const al = (m ? r?.verteldBij[m.nr] : r?.verteldIn) === this.nummer
    if (r && al) {
      this.verwijzingen[n] = r.eerder
      return
    }
    // The step has references of its own, which come to stand behind this place.
    this.verwijzingen[n] = NOG_LEEG
    this.verwijzingen[n] = { soort: 'regel', stap: this.stap(i, m) }
  }

  param(nr: number, vertrouwen: number, verwijzing: Verwijzing): void {
    const n = this.plaats(-1 - nr)
    if (n < 0) return
    if (vertrouwen < this.laagste) this.laagste = vertrouwen
    this.verwijzingen[n] = verwijzing
  }

  feit(m: Mens, l: FeitLezing): void {
    const { slot } = l.feit
    const n = this.plaats(2 * (m.nr * MAX_FEITEN + slot) + 1)
    if (n < 0) return
    const x = m.waarden[slot]
    let v = m.verteld[slot]
    if (!v || v.x !== x || v.verwijzing.eenheid !== l.eenheid) {
      v = vertelFeit(m, l, x)
      m.verteld[slot] = v
    }
    if (v.aanname) {
      this.aannames ??= new Map()
      this.aannames.set(v.aanname.pad, v.aanname)
    }
    this.verwijzingen[n] = v.verwijzing
  }
}

/** `slice`; most steps have a few references, and a literal of them is made several times faster. */
function stuk(rij: readonly Verwijzing[], van: number, tot: number): Verwijzing[] {
  // Every place below `tot` was filled.
  const op = (n: number) => rij[n] as Verwijzing
  switch (tot - van) {
    case 0:
      return []
    case 1:
      return [op(van)]
    case 2:
      return [op(van), op(van + 1)]
    case 3:
      return [op(van), op(van + 1), op(van + 2)]
    default:
      return rij.slice(van, tot)
  }
}

/** One number for a rule and, for a rule per person, the person (a household has fewer than 1,000). */
function sleutel(i: number, m: Mens | undefined): number {
  return i * 1000 + (m ? m.nr + 1 : 0)
}

/** Every scheme of one request tells a fact in the same words. */
function vertelFeit(m: Mens, l: FeitLezing, x: Interval | JaNee | undefined): VerteldFeit {
  const f = l.feit
  const pad = `${m.pad}/${f.id}`
  const h = m.herkomst[f.slot]
  const leeg = x === undefined || (h === ONBEKEND && typeof x === 'object' && f.type !== 'keuze')
  return {
    x,
    aanname: h === AANNAME ? { pad, waarde: alsAanname(f, x) } : undefined,
    verwijzing: {
      soort: 'feit',
      pad,
      waarde: leeg ? ONB : l.toon(x),
      eenheid: l.eenheid,
      herkomst: h === AANNAME ? 'aanname' : h === ONBEKEND ? 'onbekend' : 'opgegeven',
    },
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
