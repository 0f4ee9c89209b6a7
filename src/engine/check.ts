/** From syntax tree to intermediate form: names, types, units and limits are checked here; every fault is reported, none repaired. */

import { CheckFout, constante, type Persoon, reken } from './bouw.ts'
import { metEenheid, soortVan } from './check-eenheid.ts'
import { DAG_TOT, DAG_VAN, paramKnoop } from './check-parameter.ts'
import { als, vergelijk } from './check-vergelijking.ts'
import { DATUM, type Eenheid, GEEN, metValuta } from './eenheid.ts'
import type { Ast } from './feel.ts'
import { type Bouwer, FUNCTIES } from './functies.ts'
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
import { foutInFormule } from './wet.ts'
import type { ParamDef, RegelDef } from './wet-vorm.ts'

const CONSTANTEN: Readonly<Record<string, { w: bigint; eenheid: Eenheid }>> = {
  maanden_per_jaar: { w: 12n, eenheid: { maand: 1, jaar: -1 } },
  kwartalen_per_jaar: { w: 4n, eenheid: { kwartaal: 1, jaar: -1 } },
  maanden_per_kwartaal: { w: 3n, eenheid: { maand: 1, kwartaal: -1 } },
  weken_per_jaar: { w: 52n, eenheid: { week: 1, jaar: -1 } },
}
export interface CheckInvoer {
  readonly vocabulaire: Vocabulaire
  readonly parameters: ReadonlyMap<string, ParamDef>
  readonly regels: ReadonlyMap<string, RegelDef>
  readonly valuta: string
  readonly gebiedsketen: readonly string[]
  /** Names that stand in the files but could not be read: told already, so not told again as unknown. */
  readonly onleesbaar: ReadonlySet<string>
}

/** Checks the rules that are asked for and those they use, each once, in order of need. */
export class Checker implements Bouwer {
  readonly invoer: CheckInvoer
  readonly plan: PlanRegel[] = []
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
      const knoop = metEenheid(this.knoop(def.ast), def, this.invoer.valuta)
      const i =
        this.plan.push({
          def,
          soort: soortVan(knoop),
          knoop,
          v,
        }) - 1
      this.index.set(naam, i)
      return i
    } catch (e) {
      if (!(e instanceof CheckFout)) throw e
      this.kapot.add(naam)
      if (!e.gevolg) foutInFormule(def.plek, def.formule, e.van, 'formule', e.message, e.remedie)
      return undefined
    } finally {
      this.bezig.pop()
      this.vars.clear()
      for (const [k, p] of bewaard) this.vars.set(k, p)
    }
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
        return reken(a.op, this.getal(a.a), this.getal(a.b), a.van)
      case 'vergelijk':
        return vergelijk(this, a)
      case 'en':
      case 'of':
        return { t: a.k, a: this.jaNee(a.a), b: this.jaNee(a.b) }
      case 'als':
        return als(this, a)
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
    return uit
  }

  private pad(a: Ast & { k: 'pad' }): Knoop {
    const p = this.persoon(a.van_wie)
    if (a.naam === 'opvang' && p.wie.every((w) => w === 'kinderen'))
      return { t: 'opvang', v: p.persoon, wie: ['opvang'], max: LIJST_MAX.opvang ?? 1 }
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
      throw new CheckFout(van, `De regel «${naam}» heeft zelf een fout.`, 'Herstel eerst die regel.', true)
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
    const c = Object.hasOwn(CONSTANTEN, naam) ? CONSTANTEN[naam] : undefined
    if (c) return constante(c.w, c.eenheid)
    if (naam === 'peildatum') return { t: 'peil', schaal: 0, lo: DAG_VAN, hi: DAG_TOT, eenheid: DATUM }
    if (naam === 'partner' || naam === 'kinderen' || naam === 'medebewoners')
      return { t: 'leden', bron: naam, wie: [naam], max: LIJST_MAX[naam] ?? 1 }
    const p = this.invoer.parameters.get(naam)
    if (p) return paramKnoop(p, van, this.invoer)
    const r = this.invoer.regels.get(naam)
    if (!r)
      throw new CheckFout(
        van,
        `De naam «${naam}» bestaat niet.`,
        'Zet hem bij parameters, open of regels, of kijk naar de spelling.',
        this.invoer.onleesbaar.has(naam),
      )
    if (r.voor)
      throw new CheckFout(
        van,
        `De regel «${naam}» gaat over één persoon.`,
        `Schrijf van wie: bijvoorbeeld k.${naam} in een lus, of dit.${naam}.`,
      )
    return this.verwijs(naam, undefined, van)
  }
}
