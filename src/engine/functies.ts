/** The closed list of functions of a formula: one row each. All are total: every argument of the right type gives an answer. */
import {
  CheckFout,
  constante,
  gelijkmaken,
  grootste,
  kleinste,
  opSchaal,
  type Persoon,
  reken,
} from './bouw.ts'
import { DATUM, type Eenheid, gedeeld, gelijk, isDatum, metValuta } from './eenheid.ts'
import type { Ast } from './feel.ts'
import { macht10 } from './getal.ts'
import {
  type Afronding,
  type Dagfunctie,
  type GetalKnoop,
  isGetal,
  isLijst,
  type JaNeeKnoop,
  type Knoop,
  type LijstKnoop,
  type PlanRegel,
  type Wie,
} from './ir.ts'
import { DEEL, dag } from './rekenen.ts'
import type { Feit } from './vocabulaire.ts'
import type { ParamDef, RegelDef } from './wet-vorm.ts'

/** What a function needs of the checker. */
export interface Bouwer {
  readonly invoer: {
    readonly parameters: ReadonlyMap<string, ParamDef>
    readonly regels: ReadonlyMap<string, RegelDef>
    readonly valuta: string
  }
  readonly plan: readonly PlanRegel[]
  regel(naam: string): number | undefined
  knoop(a: Ast): Knoop
  getal(a: Ast): GetalKnoop
  jaNee(a: Ast): JaNeeKnoop
  lijst(a: Ast): LijstKnoop
  persoon(a: Ast): Persoon
  feit(p: Persoon, id: string, van: number): Feit
  feitKnoop(f: Feit, wie: Wie): GetalKnoop | JaNeeKnoop
  metVariabele<T>(naam: string, l: LijstKnoop, van: number, maak: (v: number, l: LijstKnoop) => T): T
}

type Functie = (b: Bouwer, args: readonly Ast[], van: number) => Knoop

const JAAR: Eenheid = { jaar: 1 }
const MAAND: Eenheid = { maand: 1 }
const DAG: Eenheid = { dag: 1 }

function eis(n: number, args: readonly Ast[], van: number, vorm: string): void {
  if (args.length !== n)
    throw new CheckFout(
      van,
      `Deze functie heeft ${n} ${n === 1 ? 'deel' : 'delen'} nodig; er staan er ${args.length}.`,
      `Schrijf ${vorm}.`,
    )
}

function arg(args: readonly Ast[], i: number, van: number, vorm: string): Ast {
  const a = args[i]
  if (!a) throw new CheckFout(van, 'Er ontbreekt een deel.', `Schrijf ${vorm}.`)
  return a
}

/** The number of decimals must be written as a literal 0, 1 or 2. */
function decimalen(a: Ast | undefined, van: number): number {
  if (!a) return 0
  if (a.k === 'getal' && (a.tekst === '0' || a.tekst === '1' || a.tekst === '2')) return Number(a.tekst)
  throw new CheckFout(
    van,
    'Het aantal decimalen hoort 0, 1 of 2 te zijn.',
    'Schrijf bijvoorbeeld floor(bedrag, 2) voor centen.',
  )
}

function rond(hoe: Afronding, vorm: string): Functie {
  return (b, args, van) => {
    const x = b.getal(arg(args, 0, van, vorm))
    if (isDatum(x.eenheid))
      throw new CheckFout(
        van,
        'Een datum kunt u niet afronden.',
        'Gebruik begin_maand, begin_kwartaal of begin_jaar.',
      )
    const n = decimalen(args[1], van)
    if (x.schaal <= n) return x
    const f = macht10(x.schaal - n)
    return {
      t: 'rond',
      hoe,
      a: x,
      f,
      schaal: n,
      lo: DEEL[hoe](x.lo, f),
      hi: DEEL[hoe](x.hi, f),
      eenheid: x.eenheid,
    }
  }
}

function uitersten(op: 'min' | 'max'): Functie {
  return (b, args, van) => {
    if (args.length < 2)
      throw new CheckFout(
        van,
        `${op} heeft minstens twee delen nodig.`,
        `Schrijf ${op}(0, bedrag); over een lijst ${op}_van(for …, 0).`,
      )
    const [eerste, ...rest] = args.map((a) => b.getal(a))
    if (!eerste) throw new CheckFout(van, 'Er ontbreekt een deel.', `Schrijf ${op}(a, b).`)
    return rest.reduce((x, y) => reken(op, x, y, van), eerste)
  }
}

function uitersteVan(hoe: 'min' | 'max'): Functie {
  const vorm = `${hoe}_van(for k in kinderen return …, 0)`
  return (b, args, van) => {
    eis(2, args, van, vorm)
    const lus = arg(args, 0, van, vorm)
    if (lus.k !== 'voor') throw new CheckFout(van, 'Hier hoort een lus.', `Schrijf ${vorm}.`)
    const leegRuw = b.getal(arg(args, 1, van, vorm))
    return b.metVariabele(lus.naam, b.lijst(lus.lijst), lus.van, (v, l) => {
      const g = gelijkmaken(b.getal(lus.lichaam), leegRuw, van, hoe)
      return {
        t: 'uiterste',
        hoe,
        l,
        v,
        x: g.a,
        leeg: g.b,
        schaal: g.a.schaal,
        lo: kleinste([g.a.lo, g.b.lo]),
        hi: grootste([g.a.hi, g.b.hi]),
        eenheid: g.eenheid,
      }
    })
  }
}

const som: Functie = (b, args, van) => {
  eis(1, args, van, 'sum(for k in kinderen return …)')
  const lus = arg(args, 0, van, 'sum(for …)')
  if (lus.k !== 'voor')
    throw new CheckFout(
      van,
      'In sum hoort een lus.',
      'Schrijf sum(for p in toeslagpersonen return p.toetsingsinkomen).',
    )
  return b.metVariabele(lus.naam, b.lijst(lus.lijst), lus.van, (v, l) => {
    const x = b.getal(lus.lichaam)
    if (isDatum(x.eenheid))
      throw new CheckFout(van, 'Datums kunt u niet optellen.', 'Tel een getal of bedrag op.')
    const n = BigInt(l.max)
    return {
      t: 'som',
      l,
      v,
      x,
      schaal: x.schaal,
      lo: x.lo < 0n ? x.lo * n : 0n,
      hi: x.hi > 0n ? x.hi * n : 0n,
      eenheid: x.eenheid,
    }
  })
}

const deel: Functie = (b, args, van) => {
  const vorm = 'deel(a, b, decimalen, "omlaag")'
  eis(4, args, van, vorm)
  const a = b.getal(arg(args, 0, van, vorm))
  const c = b.getal(arg(args, 1, van, vorm))
  const n = decimalen(args[2], van)
  const hoeAst = args[3]
  const hoe =
    hoeAst?.k === 'tekst' &&
    (hoeAst.tekst === 'omlaag' || hoeAst.tekst === 'omhoog' || hoeAst.tekst === 'half')
      ? hoeAst.tekst
      : undefined
  if (!hoe)
    throw new CheckFout(
      van,
      'Een deling zegt hoe zij afrondt.',
      'Schrijf als laatste "omlaag", "omhoog" of "half".',
    )
  if (c.lo <= 0n && c.hi >= 0n)
    throw new CheckFout(
      van,
      'Hier kan door 0 gedeeld worden.',
      'Schrijf max(1, …) om de deler, of deel door een vast getal.',
    )
  if (isDatum(a.eenheid) || isDatum(c.eenheid))
    throw new CheckFout(van, 'Een datum kunt u niet delen.', 'Gebruik leeftijd of maanden_tussen.')
  // a·10^-sa / (b·10^-sb) with n decimals is a·10^(n+sb-sa)/b.
  const macht = n + c.schaal - a.schaal
  const teller = macht < 0 ? a : opSchaal(a, a.schaal)
  const noemer = macht < 0 ? opSchaal(c, c.schaal - macht) : c
  const f = macht < 0 ? 1n : macht10(macht)
  const h = [teller.lo, teller.hi].flatMap((x) => [DEEL[hoe](x * f, noemer.lo), DEEL[hoe](x * f, noemer.hi)])
  return {
    t: 'deel',
    hoe,
    a: teller,
    b: noemer,
    f,
    schaal: n,
    lo: kleinste(h),
    hi: grootste(h),
    eenheid: gedeeld(a.eenheid, c.eenheid),
  }
}

const opzoeken: Functie = (b, args, van) => {
  const vorm = 'opzoeken(tabel, waarde)'
  eis(2, args, van, vorm)
  const naam = arg(args, 0, van, vorm)
  const def = naam.k === 'naam' ? b.invoer.parameters.get(naam.naam) : undefined
  if (def?.waarde.k !== 'tabel')
    throw new CheckFout(
      van,
      'Het eerste deel hoort de naam van een tabel te zijn.',
      `Schrijf ${vorm}, met een parameter die een tabel: heeft.`,
    )
  const x = b.getal(arg(args, 1, van, vorm))
  const sleutel = metValuta(def.waarde.sleutel, b.invoer.valuta)
  if (!gelijk(x.eenheid, sleutel) && !(x.t === 'c' && x.nul))
    throw new CheckFout(
      van,
      `De tabel «${def.naam}» zoekt op een andere eenheid.`,
      'Kijk naar «per:» van de tabel.',
    )
  const schaalX = Math.max(x.schaal, ...def.waarde.rijen.map((r) => r.tot?.schaal ?? 0))
  const schaal = Math.max(...def.waarde.rijen.map((r) => r.d.schaal))
  const grenzen = def.waarde.rijen.flatMap((r) => (r.tot ? [r.tot.w * macht10(schaalX - r.tot.schaal)] : []))
  const waarden = def.waarde.rijen.map((r) => r.d.w * macht10(schaal - r.d.schaal))
  return {
    t: 'zoek',
    def,
    x: opSchaal(x, schaalX),
    grenzen,
    waarden,
    schaal,
    lo: kleinste(waarden),
    hi: grootste(waarden),
    eenheid: metValuta(def.eenheid, b.invoer.valuta),
  }
}

const eerste: Functie = (b, args, van) => {
  const vorm = 'eerste(kinderen, uren_per_kind)'
  const [lijst, ...sleutels] = args
  if (!lijst || sleutels.length === 0)
    throw new CheckFout(
      van,
      'eerste heeft een lijst en minstens één regel per persoon nodig.',
      `Schrijf ${vorm}.`,
    )
  const l = b.lijst(lijst)
  const nummers = sleutels.map((s) => {
    const def = s.k === 'naam' ? b.invoer.regels.get(s.naam) : undefined
    const i = s.k === 'naam' && def?.voor ? b.regel(s.naam) : undefined
    const k = i === undefined ? undefined : b.plan[i]?.knoop
    if (i === undefined || !k || !isGetal(k) || l.wie.some((w) => !def?.voor?.includes(w))) {
      throw new CheckFout(
        s.van,
        'Een sleutel van eerste is een regel per persoon die een getal geeft, voor iedereen in de lijst.',
        `Maak een regel met voor: en noem die: ${vorm}.`,
      )
    }
    return i
  })
  return { t: 'eerste', l, sleutels: nummers, wie: l.wie, max: Math.min(1, l.max) }
}

/** A date function: argument units, result unit, and its limits from those of its arguments (all are monotone). */
function dagfunctie(fn: Dagfunctie, tweede: Eenheid | undefined, eenheid: Eenheid, vorm: string): Functie {
  return (b, args, van) => {
    eis(tweede ? 2 : 1, args, van, vorm)
    const a = b.getal(arg(args, 0, van, vorm))
    const c = tweede ? b.getal(arg(args, 1, van, vorm)) : undefined
    const goed = isDatum(a.eenheid) && (!c || !tweede || gelijk(c.eenheid, tweede) || (c.t === 'c' && c.nul))
    if (!goed) throw new CheckFout(van, 'De delen van deze functie kloppen niet.', `Schrijf ${vorm}.`)
    if (c && c.schaal !== 0)
      throw new CheckFout(van, 'Hier hoort een heel getal.', 'Rond eerst af met floor.')
    const h = [a.lo, a.hi].flatMap((x) =>
      (c ? [c.lo, c.hi] : [0n]).map((y) => BigInt(dag(fn, Number(x), Number(y)))),
    )
    return { t: 'dag', fn, a, b: c, schaal: 0, lo: kleinste(h), hi: grootste(h), eenheid }
  }
}

const gegevenOf: Functie = (b, args, van) => {
  const vorm = 'gegeven_of(dit.kinderbijslag, dit.recht_op_kinderbijslag)'
  eis(2, args, van, vorm)
  const pad = arg(args, 0, van, vorm)
  if (pad.k !== 'pad') throw new CheckFout(van, 'Het eerste deel hoort een feit te zijn.', `Schrijf ${vorm}.`)
  const p = b.persoon(pad.van_wie)
  const feit = b.feit(p, pad.naam, pad.van)
  const anders = b.knoop(arg(args, 1, van, vorm))
  const f = b.feitKnoop(feit, p.persoon)
  if (!isGetal(f)) {
    if (isGetal(anders) || isLijst(anders))
      throw new CheckFout(van, 'Het tweede deel hoort ja of nee te zijn.', `Schrijf ${vorm}.`)
    return { t: 'bgegeven', wie: p.persoon, feit, anders }
  }
  if (
    !isGetal(anders) ||
    !(gelijk(anders.eenheid, f.eenheid) || (anders.t === 'c' && anders.nul)) ||
    anders.schaal > f.schaal
  )
    throw new CheckFout(
      van,
      'De twee delen hebben niet dezelfde eenheid.',
      'Geef de regel dezelfde eenheid en afronding als het feit.',
    )
  const y = opSchaal({ ...anders, eenheid: f.eenheid }, f.schaal)
  return {
    t: 'gegeven',
    wie: p.persoon,
    feit,
    anders: y,
    schaal: f.schaal,
    lo: kleinste([f.lo, y.lo]),
    hi: grootste([f.hi, y.hi]),
    eenheid: f.eenheid,
  }
}

export const FUNCTIES: Readonly<Record<string, Functie>> = Object.assign(Object.create(null), {
  not: ((b, args, van) => {
    eis(1, args, van, 'not(x)')
    return { t: 'niet', a: b.jaNee(arg(args, 0, van, 'not(x)')) }
  }) satisfies Functie,
  count: ((b, args, van) => {
    eis(1, args, van, 'count(kinderen)')
    const l = b.lijst(arg(args, 0, van, 'count(kinderen)'))
    return { ...constante(0n, {}), t: 'tel', l, lo: 0n, hi: BigInt(l.max) }
  }) satisfies Functie,
  concatenate: ((b, args, van) => {
    const delen = args.map((a) => b.lijst(a))
    if (delen.length < 2)
      throw new CheckFout(
        van,
        'concatenate voegt minstens twee lijsten samen.',
        'Schrijf concatenate([aanvrager], partner).',
      )
    return {
      t: 'samen',
      delen,
      wie: [...new Set(delen.flatMap((d) => d.wie))],
      max: delen.reduce((n, d) => n + d.max, 0),
    }
  }) satisfies Functie,
  sum: som,
  min: uitersten('min'),
  max: uitersten('max'),
  min_van: uitersteVan('min'),
  max_van: uitersteVan('max'),
  floor: rond('omlaag', 'floor(bedrag) of floor(bedrag, 2)'),
  ceiling: rond('omhoog', 'ceiling(bedrag) of ceiling(bedrag, 2)'),
  afronden: rond('half', 'afronden(bedrag) of afronden(bedrag, 2)'),
  deel,
  opzoeken,
  eerste,
  gegeven_of: gegevenOf,
  verjaardag: dagfunctie('verjaardag', JAAR, DATUM, 'verjaardag(dit.geboortedatum, meerderjarig)'),
  plus_maanden: dagfunctie('plus_maanden', MAAND, DATUM, 'plus_maanden(datum, maanden)'),
  plus_dagen: dagfunctie('plus_dagen', DAG, DATUM, 'plus_dagen(datum, dagen)'),
  leeftijd: dagfunctie('leeftijd', DATUM, JAAR, 'leeftijd(dit.geboortedatum, peildatum)'),
  maanden_tussen: dagfunctie('maanden_tussen', DATUM, MAAND, 'maanden_tussen(begin, eind)'),
  begin_maand: dagfunctie('begin_maand', undefined, DATUM, 'begin_maand(datum)'),
  begin_kwartaal: dagfunctie('begin_kwartaal', undefined, DATUM, 'begin_kwartaal(datum)'),
  begin_jaar: dagfunctie('begin_jaar', undefined, DATUM, 'begin_jaar(datum)'),
})
