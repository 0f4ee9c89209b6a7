/** From syntax tree to intermediate form: names, types, units and limits are checked here; every fault is reported, none repaired. */

import { CheckFout, constante, grootste, kleinste, opSchaal, type Persoon } from './bouw.ts'
import {
  DATUM,
  type Eenheid,
  GEEN,
  gelijk,
  isDatum,
  leesEenheid,
  maal,
  metValuta,
  toonEenheid,
} from './eenheid.ts'
import type { Ast } from './feel.ts'
import { type Bouwer, FUNCTIES } from './functies.ts'
import { macht10 } from './getal.ts'
import {
  AANVRAGER,
  type GetalKnoop,
  isGetal,
  isLijst,
  type JaNeeKnoop,
  type Knoop,
  type LijstKnoop,
  ONDERNEMING,
  type PlanRegel,
  type Wie,
  WONING,
} from './ir.ts'
import { type Feit, LIJST_MAX, type Vocabulaire } from './vocabulaire.ts'
import { foutInFormule, type ParamDef, type RegelDef } from './wet.ts'

const CONSTANTEN: Readonly<Record<string, { w: bigint; eenheid: Eenheid }>> = {
  maanden_per_jaar: { w: 12n, eenheid: { maand: 1, jaar: -1 } },
  kwartalen_per_jaar: { w: 4n, eenheid: { kwartaal: 1, jaar: -1 } },
  maanden_per_kwartaal: { w: 3n, eenheid: { maand: 1, kwartaal: -1 } },
  weken_per_jaar: { w: 52n, eenheid: { week: 1, jaar: -1 } },
}
/** An unknown figure without limits is taken to lie within these, in units of one; its upper limit is never shown. */
const RUIM = 10_000_000_000n
/** Dates that may be asked about: 1990-01-01 up to 2100-01-01. */
export const DAG_VAN = 7305n
export const DAG_TOT = 47482n

export interface CheckInvoer {
  readonly vocabulaire: Vocabulaire
  readonly parameters: ReadonlyMap<string, ParamDef>
  readonly regels: ReadonlyMap<string, RegelDef>
  readonly valuta: string
  readonly gebiedsketen: readonly string[]
}

/** Checks the rules that are asked for and those they use, each once, in order of need. */
export class Checker implements Bouwer {
  readonly invoer: CheckInvoer
  readonly plan: PlanRegel[] = []
  readonly gebruikt = new Set<string>()
  aantalVariabelen = 0
  private readonly index = new Map<string, number>()
  private readonly bezig: string[] = []
  private readonly kapot = new Set<string>()
  private readonly vars = new Map<string, Persoon>()

  constructor(invoer: CheckInvoer) {
    this.invoer = invoer
  }

  /** Number of the rule in the plan; undefined when its formula has a fault (already reported). */
  regel(naam: string): number | undefined {
    const bekend = this.index.get(naam)
    if (bekend !== undefined) return bekend
    const def = this.invoer.regels.get(naam)
    if (!def?.ast || this.kapot.has(naam)) return undefined
    if (this.bezig.includes(naam)) {
      throw new CheckFout(
        0,
        `De regels ${[...this.bezig.slice(this.bezig.indexOf(naam)), naam].join(' → ')} wijzen naar elkaar.`,
        'Haal de kring uit elkaar: een regel mag zichzelf niet nodig hebben.',
      )
    }
    this.bezig.push(naam)
    const bewaard = new Map(this.vars)
    this.vars.clear()
    try {
      let v: number | undefined
      if (def.voor) {
        v = this.aantalVariabelen++
        this.vars.set('dit', { persoon: v, wie: def.voor })
      }
      const knoop = this.pas(this.knoop(def.ast), def)
      const i =
        this.plan.push({
          def,
          soort: isGetal(knoop) ? 'getal' : isLijst(knoop) ? 'personen' : 'ja-nee',
          knoop,
          v,
        }) - 1
      this.index.set(naam, i)
      return i
    } catch (e) {
      if (!(e instanceof CheckFout)) throw e
      this.kapot.add(naam)
      foutInFormule(def.plek, def.formule, e.van, 'formule', e.message, e.remedie)
      return undefined
    } finally {
      this.bezig.pop()
      this.vars.clear()
      for (const [k, p] of bewaard) this.vars.set(k, p)
    }
  }

  /** The declared unit of a rule must be the unit of its formula. */
  private pas(k: Knoop, def: RegelDef): Knoop {
    const t = def.eenheidTekst
    const soort = isGetal(k) ? 'getal' : isLijst(k) ? 'personen' : 'ja-nee'
    if (t === 'ja-nee' || t === 'personen') {
      if (soort !== t)
        throw new CheckFout(
          0,
          `«${def.naam}» hoort ${t} te zijn, maar de formule geeft ${soort}.`,
          'Verander eenheid: of de formule.',
        )
      return k
    }
    const e = t === 'datum' ? DATUM : leesEenheid(t)
    if (!e)
      throw new CheckFout(
        0,
        `De eenheid «${t}» van «${def.naam}» is niet bekend.`,
        'Schrijf bijvoorbeeld EUR/maand, getal, datum, ja-nee of personen.',
      )
    if (!isGetal(k))
      throw new CheckFout(
        0,
        `«${def.naam}» hoort een getal te zijn, maar de formule geeft ${soort}.`,
        'Verander eenheid: of de formule.',
      )
    const maat = metValuta(e, this.invoer.valuta)
    if (k.t === 'c' && k.nul) return { ...k, eenheid: maat }
    if (!gelijk(k.eenheid, maat))
      throw new CheckFout(
        0,
        `«${def.naam}» staat als ${t}, maar de formule geeft ${toonEenheid(k.eenheid)}.`,
        'Zet de juiste eenheid bij de regel, of reken om met maanden_per_jaar en dergelijke.',
      )
    return k
  }

  knoop(a: Ast): Knoop {
    switch (a.k) {
      case 'getal':
        return a.tekst === '0'
          ? { t: 'c', w: 0n, nul: true, schaal: 0, lo: 0n, hi: 0n, eenheid: GEEN }
          : constante(BigInt(a.tekst), GEEN)
      case 'ja-nee':
        return { t: 'b', w: a.waarde }
      case 'tekst':
        throw new CheckFout(
          a.van,
          `De tekst "${a.tekst}" staat hier los.`,
          'Tekst kan alleen naast een keuze staan: woning.soort = "huur".',
        )
      case 'naam':
        return this.naam(a.naam, a.van)
      case 'pad':
        return this.pad(a)
      case 'min': {
        const x = this.getal(a.a)
        return {
          t: 'op',
          op: '-',
          a: { t: 'c', w: 0n, schaal: x.schaal, lo: 0n, hi: 0n, eenheid: x.eenheid },
          b: x,
          schaal: x.schaal,
          lo: -x.hi,
          hi: -x.lo,
          eenheid: x.eenheid,
        }
      }
      case 'reken':
        return this.reken(a.op, this.getal(a.a), this.getal(a.b), a.van)
      case 'vergelijk':
        return this.vergelijk(a)
      case 'en':
      case 'of':
        return { t: a.k, a: this.jaNee(a.a), b: this.jaNee(a.b) }
      case 'als':
        return this.als(a)
      case 'functie': {
        const f = FUNCTIES[a.naam]
        if (!f)
          throw new CheckFout(
            a.van,
            `De functie «${a.naam}» bestaat niet.`,
            `Kies uit: ${Object.keys(FUNCTIES).join(', ')}.`,
          )
        return f(this, a.args, a.van)
      }
      case 'kwantor':
        return this.metVariabele(a.naam, this.lijst(a.lijst), a.van, (v, l) => ({
          t: 'kwantor',
          soort: a.soort,
          l,
          v,
          x: this.jaNee(a.lichaam),
        }))
      case 'filter':
        return this.metVariabele('item', this.lijst(a.lijst), a.van, (v, l) => ({
          t: 'filter',
          l,
          v,
          x: this.jaNee(a.voorwaarde),
          wie: l.wie,
          max: l.max,
        }))
      case 'lijst': {
        const eerste = a.delen[0]
        if (a.delen.length === 1 && eerste?.k === 'naam' && eerste.naam === 'aanvrager')
          return { t: 'leden', bron: 'aanvrager', wie: ['aanvrager'], max: 1 }
        throw new CheckFout(
          a.van,
          'Tussen [ ] kan alleen aanvrager staan.',
          'Schrijf concatenate([aanvrager], partner).',
        )
      }
      case 'voor':
        throw new CheckFout(
          a.van,
          'Een lus staat alleen in sum, max_van of min_van.',
          'Schrijf sum(for k in kinderen return …).',
        )
    }
  }

  getal(a: Ast): GetalKnoop {
    const k = this.knoop(a)
    if (!isGetal(k))
      throw new CheckFout(
        a.van,
        `Hier hoort een getal, maar dit is ${isLijst(k) ? 'een lijst personen' : 'ja of nee'}.`,
        'Kijk welke naam u hier wilde gebruiken.',
      )
    return k
  }

  jaNee(a: Ast): JaNeeKnoop {
    const k = this.knoop(a)
    if (isGetal(k) || isLijst(k))
      throw new CheckFout(
        a.van,
        'Hier hoort ja of nee, maar dit is iets anders.',
        'Maak er een vergelijking van, bijvoorbeeld count(partner) = 0.',
      )
    return k
  }

  lijst(a: Ast): LijstKnoop {
    const k = this.knoop(a)
    if (!isLijst(k))
      throw new CheckFout(
        a.van,
        'Hier hoort een lijst personen.',
        'Gebruik partner, kinderen, medebewoners, k.opvang of een regel met eenheid: personen.',
      )
    return k
  }

  metVariabele<T>(naam: string, l: LijstKnoop, van: number, maak: (v: number, l: LijstKnoop) => T): T {
    const vorige = this.vars.get(naam)
    if (naam !== 'item' && (vorige || this.invoer.parameters.has(naam) || this.invoer.regels.has(naam))) {
      throw new CheckFout(
        van,
        `De naam «${naam}» is al in gebruik.`,
        'Kies voor de lus een andere naam, bijvoorbeeld k of p.',
      )
    }
    const v = this.aantalVariabelen++
    this.vars.set(naam, { persoon: v, wie: l.wie })
    const uit = maak(v, l)
    if (vorige) this.vars.set(naam, vorige)
    else this.vars.delete(naam)
    return uit
  }

  /** The person or thing that a name stands for in a path. */
  persoon(a: Ast): Persoon {
    if (a.k === 'naam') {
      const v = this.vars.get(a.naam)
      if (v) return v
      if (a.naam === 'aanvrager') return { persoon: AANVRAGER, wie: ['aanvrager'] }
      if (a.naam === 'woning') return { persoon: WONING, wie: ['woning'] }
      if (a.naam === 'onderneming') return { persoon: ONDERNEMING, wie: ['onderneming'] }
      if (a.naam === 'partner' || a.naam === 'kinderen' || a.naam === 'medebewoners') {
        throw new CheckFout(
          a.van,
          `«${a.naam}» kan er niet zijn, of met meer.`,
          `Schrijf sum(for p in ${a.naam} return p.…) of some p in ${a.naam} satisfies p.….`,
        )
      }
    }
    throw new CheckFout(
      a.van,
      'Voor de punt hoort aanvrager, woning, onderneming of de naam uit een lus.',
      'Schrijf bijvoorbeeld aanvrager.toetsingsinkomen.',
    )
  }

  feit(p: Persoon, id: string, van: number): Feit {
    let uit: Feit | undefined
    for (const w of p.wie) {
      const f = this.invoer.vocabulaire.opNaam.get(`${w}.${id}`)
      if (!f)
        throw new CheckFout(
          van,
          `Het feit «${id}» bestaat niet bij ${w}.`,
          `Bij ${w} bestaat: ${this.invoer.vocabulaire.bij[w].map((x) => x.id).join(', ')}.`,
        )
      if (uit && uit !== f)
        throw new CheckFout(
          van,
          `«${id}» betekent iets anders bij ${p.wie.join(' en ')}.`,
          'Neem de lijsten apart.',
        )
      uit = f
    }
    if (!uit) throw new CheckFout(van, 'Deze lijst is leeg.', 'Gebruik een lijst met personen.')
    this.gebruikt.add(`${p.wie.join('|')}.${id}`)
    return uit
  }

  private pad(a: Ast & { k: 'pad' }): Knoop {
    const p = this.persoon(a.van_wie)
    if (a.naam === 'opvang' && p.wie.every((w) => w === 'kinderen'))
      return { t: 'opvang', v: p.persoon, wie: ['opvang'], max: LIJST_MAX['opvang'] ?? 1 }
    const regel = this.invoer.regels.get(a.naam)
    if (regel?.voor) {
      const mist = p.wie.find((w) => !regel.voor?.includes(w))
      if (mist)
        throw new CheckFout(
          a.van,
          `De regel «${a.naam}» is er niet voor ${mist}.`,
          `Zet ${mist} bij voor: van die regel.`,
        )
      return this.verwijs(a.naam, p.persoon, a.van)
    }
    const f = this.feit(p, a.naam, a.van)
    return this.feitKnoop(f, p.persoon)
  }

  feitKnoop(f: Feit, wie: Wie): GetalKnoop | JaNeeKnoop {
    if (f.type === 'ja-nee') return { t: 'bfeit', wie, feit: f }
    return {
      t: 'feit',
      wie,
      feit: f,
      schaal: f.decimalen,
      lo: BigInt(f.van),
      hi: BigInt(f.tot),
      eenheid:
        f.type === 'keuze' || f.type === 'gebied'
          ? { [`keuze:${f.slot}`]: 1 }
          : metValuta(f.maat, this.invoer.valuta),
    }
  }

  private verwijs(naam: string, wie: Wie | undefined, van: number): Knoop {
    const i = this.regel(naam)
    const r = i === undefined ? undefined : this.plan[i]
    if (i === undefined || !r)
      throw new CheckFout(van, `De regel «${naam}» heeft zelf een fout.`, 'Herstel eerst die regel.')
    if (r.soort === 'personen')
      return {
        t: 'lregel',
        i,
        wie: isLijst(r.knoop) ? r.knoop.wie : [],
        max: isLijst(r.knoop) ? r.knoop.max : 0,
      }
    if (r.soort === 'ja-nee') return wie === undefined ? { t: 'bregel', i } : { t: 'bpregel', i, wie }
    const k = r.knoop as GetalKnoop // r.soort says so
    const maat = { schaal: k.schaal, lo: k.lo, hi: k.hi, eenheid: k.eenheid }
    return wie === undefined ? { t: 'regel', i, ...maat } : { t: 'pregel', i, wie, ...maat }
  }

  private naam(naam: string, van: number): Knoop {
    const c = CONSTANTEN[naam]
    if (c) return constante(c.w, c.eenheid)
    if (naam === 'peildatum') return { t: 'peil', schaal: 0, lo: DAG_VAN, hi: DAG_TOT, eenheid: DATUM }
    if (naam === 'partner' || naam === 'kinderen' || naam === 'medebewoners')
      return { t: 'leden', bron: naam, wie: [naam], max: LIJST_MAX[naam] ?? 1 }
    const p = this.invoer.parameters.get(naam)
    if (p) return this.param(p, van)
    const r = this.invoer.regels.get(naam)
    if (!r)
      throw new CheckFout(
        van,
        `De naam «${naam}» bestaat niet.`,
        'Zet hem bij parameters, open of regels, of kijk naar de spelling.',
      )
    if (r.voor)
      throw new CheckFout(
        van,
        `De regel «${naam}» gaat over één persoon.`,
        `Schrijf van wie: bijvoorbeeld k.${naam} in een lus, of dit.${naam}.`,
      )
    return this.verwijs(naam, undefined, van)
  }

  private param(p: ParamDef, van: number): Knoop {
    if (p.waarde.k === 'ja-nee') return { t: 'bparam', def: p, w: p.waarde.waarde }
    if (p.eenheidTekst === 'ja-nee') return { t: 'bparam', def: p, w: undefined }
    if (p.waarde.k === 'tabel')
      throw new CheckFout(van, `«${p.naam}» is een tabel.`, `Schrijf opzoeken(${p.naam}, …).`)
    const eenheid = metValuta(p.eenheid, this.invoer.valuta)
    const d =
      p.waarde.k === 'getal' ? p.waarde.d : p.waarde.k === 'per-gebied' ? this.perGebied(p, van) : undefined
    if (d) return { t: 'param', def: p, w: d.w, begrensd: true, schaal: d.schaal, lo: d.w, hi: d.w, eenheid }
    const bereik = p.waarde.k === 'onbekend' ? p.waarde.bereik : undefined
    const schaal = Math.max(2, bereik?.[0].schaal ?? 0, bereik?.[1].schaal ?? 0)
    const lo = bereik ? bereik[0].w * macht10(schaal - bereik[0].schaal) : 0n
    const hi = bereik
      ? bereik[1].w * macht10(schaal - bereik[1].schaal)
      : isDatum(eenheid)
        ? DAG_TOT
        : RUIM * macht10(schaal)
    return {
      t: 'param',
      def: p,
      w: undefined,
      begrensd: bereik !== undefined,
      schaal: isDatum(eenheid) ? 0 : schaal,
      lo,
      hi,
      eenheid,
    }
  }

  private perGebied(p: ParamDef, van: number) {
    if (p.waarde.k !== 'per-gebied') return undefined
    for (const g of this.invoer.gebiedsketen) if (p.waarde.waarden.has(g)) return p.waarde.waarden.get(g)
    // A plan for the group as a whole (no island chosen yet): any of the values, so the limits are their hull.
    if (p.waarde.waarden.size === 0)
      throw new CheckFout(van, `«${p.naam}» heeft voor geen enkel gebied een waarde.`, 'Vul per_gebied in.')
    return undefined
  }

  reken(op: '+' | '-' | '*' | 'min' | 'max', x: GetalKnoop, y: GetalKnoop, van: number): GetalKnoop {
    if (op === '*') {
      if (isDatum(x.eenheid) || isDatum(y.eenheid))
        throw new CheckFout(
          van,
          'Met een datum kunt u niet vermenigvuldigen.',
          'Gebruik leeftijd, verjaardag of plus_maanden.',
        )
      const p = [x.lo * y.lo, x.lo * y.hi, x.hi * y.lo, x.hi * y.hi]
      return {
        t: 'op',
        op,
        a: x,
        b: y,
        schaal: x.schaal + y.schaal,
        lo: kleinste(p),
        hi: grootste(p),
        eenheid: maal(x.eenheid, y.eenheid),
      }
    }
    const { a, b, eenheid } = this.gelijkmaken(x, y, van, op)
    if (isDatum(eenheid) && (op === '+' || op === '-'))
      throw new CheckFout(
        van,
        'Datums optellen of aftrekken kan niet.',
        'Gebruik plus_dagen, plus_maanden of maanden_tussen.',
      )
    const lo =
      op === '+'
        ? a.lo + b.lo
        : op === '-'
          ? a.lo - b.hi
          : op === 'min'
            ? kleinste([a.lo, b.lo])
            : grootste([a.lo, b.lo])
    const hi =
      op === '+'
        ? a.hi + b.hi
        : op === '-'
          ? a.hi - b.lo
          : op === 'min'
            ? kleinste([a.hi, b.hi])
            : grootste([a.hi, b.hi])
    return { t: 'op', op, a, b, schaal: a.schaal, lo, hi, eenheid }
  }

  /** Two numbers of one unit, brought to one scale. */
  gelijkmaken(
    x: GetalKnoop,
    y: GetalKnoop,
    van: number,
    wat: string,
  ): { a: GetalKnoop; b: GetalKnoop; eenheid: Eenheid } {
    const nulX = x.t === 'c' && x.nul === true
    const nulY = y.t === 'c' && y.nul === true
    if (!nulX && !nulY && !gelijk(x.eenheid, y.eenheid)) {
      throw new CheckFout(
        van,
        `Dit kan niet samen (${wat}): ${toonEenheid(x.eenheid)} en ${toonEenheid(y.eenheid)}.`,
        'Reken eerst om, bijvoorbeeld met maanden_per_jaar, of kies het juiste bedrag.',
      )
    }
    const eenheid = nulX ? y.eenheid : x.eenheid
    const schaal = Math.max(x.schaal, y.schaal)
    return { a: opSchaal({ ...x, eenheid }, schaal), b: opSchaal({ ...y, eenheid }, schaal), eenheid }
  }

  private vergelijk(a: Ast & { k: 'vergelijk' }): JaNeeKnoop {
    if (a.a.k === 'tekst' || a.b.k === 'tekst') return this.vergelijkKeuze(a)
    const links = this.knoop(a.a)
    if (!isGetal(links)) {
      if (isLijst(links) || (a.op !== '=' && a.op !== '!='))
        throw new CheckFout(
          a.van,
          'Dit kunt u niet vergelijken.',
          'Vergelijk getallen, datums of keuzes; van een lijst telt u met count(…).',
        )
      const rechts = this.jaNee(a.b)
      const gelijkAan: JaNeeKnoop = { t: 'bals', c: links, a: rechts, b: { t: 'niet', a: rechts } }
      return a.op === '=' ? gelijkAan : { t: 'niet', a: gelijkAan }
    }
    const { a: x, b: y } = this.gelijkmaken(links, this.getal(a.b), a.van, 'vergelijken')
    switch (a.op) {
      case '<':
      case '<=':
      case '=':
        return { t: 'vgl', op: a.op, a: x, b: y }
      case '>':
        return { t: 'vgl', op: '<', a: y, b: x }
      case '>=':
        return { t: 'vgl', op: '<=', a: y, b: x }
      case '!=':
        return { t: 'niet', a: { t: 'vgl', op: '=', a: x, b: y } }
    }
  }

  private vergelijkKeuze(a: Ast & { k: 'vergelijk' }): JaNeeKnoop {
    const [tekst, ander] = a.a.k === 'tekst' ? [a.a.tekst, a.b] : [a.b.k === 'tekst' ? a.b.tekst : '', a.a]
    const k = this.knoop(ander)
    if (!isGetal(k) || k.t !== 'feit' || k.feit.type !== 'keuze' || (a.op !== '=' && a.op !== '!=')) {
      throw new CheckFout(
        a.van,
        'Tekst kan alleen gelijk zijn aan een keuze.',
        'Schrijf bijvoorbeeld woning.soort = "huur".',
      )
    }
    const i = k.feit.opties.indexOf(tekst)
    if (i < 0)
      throw new CheckFout(
        a.van,
        `«${tekst}» is geen keuze van ${k.feit.id}.`,
        `Kies uit: ${k.feit.opties.join(', ')}.`,
      )
    const is: JaNeeKnoop = {
      t: 'vgl',
      op: '=',
      a: k,
      b: { t: 'c', w: BigInt(i), schaal: 0, lo: BigInt(i), hi: BigInt(i), eenheid: k.eenheid },
    }
    return a.op === '=' ? is : { t: 'niet', a: is }
  }

  private als(a: Ast & { k: 'als' }): Knoop {
    const c = this.jaNee(a.c)
    const x = this.knoop(a.a)
    const y = this.knoop(a.b)
    if (isLijst(x) || isLijst(y))
      throw new CheckFout(
        a.van,
        'Een lijst kan niet na then of else staan.',
        'Gebruik een filter: partner[…].',
      )
    if (isGetal(x) && isGetal(y)) {
      const g = this.gelijkmaken(x, y, a.van, 'then en else')
      return {
        t: 'als',
        c,
        a: g.a,
        b: g.b,
        schaal: g.a.schaal,
        lo: kleinste([g.a.lo, g.b.lo]),
        hi: grootste([g.a.hi, g.b.hi]),
        eenheid: g.eenheid,
      }
    }
    if (isGetal(x) || isGetal(y))
      throw new CheckFout(
        a.van,
        'Na then en else hoort hetzelfde soort: twee getallen, of twee keer ja of nee.',
        'Maak beide kanten gelijk.',
      )
    return { t: 'bals', c, a: x, b: y }
  }
}
