/** Time as an axis: the outcome of each month, and the days on which a right changes, with what made it change. */
import { type BerekenOpties, berekenOpInStappen, kern, peildag, Situatie, totEinde } from './bereken.ts'
import type { Corpus, Keus } from './corpus.ts'
import {
  beginMaand,
  civielVan,
  type Dag,
  leeftijd,
  leesDatum,
  plusMaanden,
  toonDatum,
  verjaardag,
} from './datum.ts'
import { periodeGrenzen } from './gezin-maken.ts'
import { isLijst, type Knoop } from './ir.ts'
import { type Omgeving, omgeving } from './omgeving.ts'
import type { Plan } from './plan.ts'
import type { Antwoord, Bedrag, Grenzen, Maand, Recht, Uitkomst, Vraag, Wijziging } from './types.ts'

/** Combinations tried for each month of a period: months are many, so fewer than for the day asked about. */
const COMBINATIES_PER_MAAND = 64

interface Moment {
  readonly dag: Dag
  readonly keus: Keus
  readonly plan: Plan | undefined
  readonly e: Omgeving | undefined
  readonly recht: Recht
  readonly bedrag?: Bedrag
  readonly grenzen?: Grenzen
}

export function bereken(corpus: Corpus, vraag: Vraag, opties: BerekenOpties = {}): Antwoord {
  return totEinde(berekenInStappen(corpus, vraag, opties))
}

/** The same, one scheme and one day at a time. A period of ten years can take seconds; a step some milliseconds. */
export function* berekenInStappen(
  corpus: Corpus,
  vraag: Vraag,
  opties: BerekenOpties = {},
): Generator<undefined, Antwoord> {
  const antwoord = yield* berekenOpInStappen(corpus, vraag, opties)
  if (!vraag.reeks) return antwoord
  const van = leesDatum(vraag.reeks.van) ?? 0
  const tot = leesDatum(vraag.reeks.tot) ?? 0
  const s = Situatie.van(corpus, vraag.huishouden)
  const uitkomsten: Uitkomst[] = []
  for (const u of antwoord.uitkomsten)
    uitkomsten.push({ ...u, ...(yield* reeksVan(s, u.regeling, van, tot)) })
  return { ...antwoord, uitkomsten }
}

function* reeksVan(
  s: Situatie,
  id: string,
  van: Dag,
  tot: Dag,
): Generator<undefined, { maanden: Maand[]; wijzigingen: Wijziging[] }> {
  const maanden: Maand[] = []
  const kernen: Kernen = new Map()
  for (let m = beginMaand(van); m < tot; m = plusMaanden(m, 1)) {
    const x = moment(s, id, m < van ? van : m, kernen)
    yield
    maanden.push({
      maand: toonDatum(m),
      recht: x.recht,
      ...(x.bedrag ? { bedrag: x.bedrag } : {}),
      ...(x.grenzen ? { grenzen: x.grenzen } : {}),
    })
  }
  return { maanden, wijzigingen: yield* wijzigingen(s, id, van, tot, kernen) }
}

/** What was computed before, by the day on which facts are taken and whether the figures are known. */
type Kernen = Map<Plan, Map<string, { readonly e: Omgeving; readonly k: ReturnType<typeof kern> }>>

function kernOp(s: Situatie, plan: Plan, dag: Dag, isVerlopen: boolean, kernen: Kernen) {
  const peil = peildag(plan.wet, dag)
  const sleutel = `${peil} ${isVerlopen}`
  const vanPlan = kernen.get(plan) ?? new Map()
  kernen.set(plan, vanPlan)
  const eerder = vanPlan.get(sleutel)
  if (eerder !== undefined) return eerder
  const e = omgeving(s.op(peil))
  const nieuw = { e, k: kern(plan, e, isVerlopen, COMBINATIES_PER_MAAND) }
  vanPlan.set(sleutel, nieuw)
  return nieuw
}

function moment(s: Situatie, id: string, dag: Dag, kernen: Kernen): Moment {
  const keus = s.corpus.planOp(id, dag, s.keten(dag))
  if (keus.k === 'niet-hier') return { dag, keus, plan: undefined, e: undefined, recht: 'nee' }
  if (keus.k === 'niet-dan') return { dag, keus, plan: undefined, e: undefined, recht: 'onbekend' }
  const { e, k } = kernOp(s, keus.plan, dag, keus.k === 'verlopen', kernen)
  return {
    dag,
    keus,
    plan: keus.plan,
    e,
    recht: k.recht,
    ...(k.bedrag ? { bedrag: k.bedrag } : {}),
    ...(k.grenzen ? { grenzen: k.grenzen } : {}),
  }
}

/** Days that can make a difference: months, spells, birthdays, starts of law files. */
function kandidaten(s: Situatie, van: Dag, tot: Dag): Dag[] {
  const uit = new Set<Dag>()
  for (let m = beginMaand(van); m <= tot; m = plusMaanden(m, 1)) uit.add(m)
  for (const d of periodeGrenzen(s.huishouden.json)) uit.add(d)
  for (const w of s.corpus.wetten) {
    uit.add(w.vanaf)
    if (w.bedragenTot !== undefined) uit.add(w.bedragenTot)
  }
  for (const { geboren } of geboortedagen(s, van)) {
    const { jaar } = civielVan(van)
    const begin = civielVan(geboren).jaar
    for (let j = jaar - begin; j <= civielVan(tot).jaar - begin; j++) {
      uit.add(verjaardag(geboren, j))
      uit.add(verjaardag(geboren, j) + 1)
      // AOW age is years and months: 67 years and 3 months falls outside birthdays.
      for (const m of [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
        if (j >= 60 && j <= 72) uit.add(plusMaanden(verjaardag(geboren, j), m))
    }
  }
  return [...uit].filter((d) => d > van && d <= tot).sort((a, b) => a - b)
}

function geboortedagen(s: Situatie, dag: Dag): { pad: string; geboren: Dag }[] {
  const slot = s.corpus.vocabulaire.opNaam.get('aanvrager.geboortedatum')?.slot
  if (slot === undefined) return []
  return s.op(dag).mensen.flatMap((m) => {
    const w = m.waarden[slot]
    return typeof w === 'object' && w.lo === w.hi && !m.sjabloon
      ? [{ pad: m.pad, geboren: Number(w.lo) }]
      : []
  })
}

function* wijzigingen(
  s: Situatie,
  id: string,
  van: Dag,
  tot: Dag,
  kernen: Kernen,
): Generator<undefined, Wijziging[]> {
  const uit: Wijziging[] = []
  let vorige = moment(s, id, van, kernen)
  for (const dag of kandidaten(s, van, tot)) {
    const nu = moment(s, id, dag, kernen)
    yield
    if (gelijk(vorige, nu)) {
      vorige = nu
      continue
    }
    uit.push({ datum: toonDatum(dag), ...oorzaak(s, vorige, nu), voor: waarde(vorige), na: waarde(nu) })
    vorige = nu
  }
  return uit
}

function gelijk(a: Moment, b: Moment): boolean {
  return (
    a.recht === b.recht &&
    a.bedrag?.waarde === b.bedrag?.waarde &&
    a.bedrag?.per === b.bedrag?.per &&
    a.grenzen?.van === b.grenzen?.van &&
    a.grenzen?.tot === b.grenzen?.tot
  )
}

function waarde(m: Moment): number | null {
  return m.recht === 'nee' ? 0 : (m.bedrag?.waarde ?? null)
}

type Oorzaak = Pick<Wijziging, 'oorzaak' | 'soort' | 'artikel'>

function oorzaak(s: Situatie, a: Moment, b: Moment): Oorzaak {
  const wetArtikel = b.plan?.wet.info.grondslag.wet ?? a.plan?.wet.info.grondslag.wet ?? ''
  if (b.keus.k === 'verlopen')
    return {
      soort: 'bedragen',
      oorzaak: 'De bedragen vanaf deze dag zijn nog niet bekend.',
      artikel: wetArtikel,
    }
  // Facts are taken on the first of the month, quarter or year: what began in between counts from there.
  const peil = (m: Moment) => (m.plan ? peildag(m.plan.wet, m.dag) : m.dag)
  const grens = [...periodeGrenzen(s.huishouden.json)].some((d) => d > peil(a) && d <= peil(b))
  const jarig = grens ? undefined : verjaard(s, a, b)
  if (jarig) return jarig
  const nieuw = b.plan?.onderdelen.find((w) => !a.plan?.onderdelen.includes(w))
  if (!grens && a.plan && b.plan && nieuw) {
    const zelfdeRegels =
      a.plan.regels.length === b.plan.regels.length &&
      a.plan.regels.every((r, i) => r.def.formule === b.plan?.regels[i]?.def.formule)
    const artikel = nieuw.info.grondslag.wet || wetArtikel
    return zelfdeRegels
      ? { soort: 'bedragen', oorzaak: 'Nieuwe bedragen.', artikel }
      : { soort: 'wet', oorzaak: 'De regels zijn veranderd.', artikel }
  }
  if (grens || a.keus.k !== b.keus.k)
    return { soort: 'situatie', oorzaak: 'Uw situatie is veranderd.', artikel: wetArtikel }
  return { soort: 'onbekend', oorzaak: 'Een andere maand of een ander jaar.', artikel: wetArtikel }
}

/** A rule about an age or a birthday that turned: who grew older, and the article of that rule. */
function verjaard(s: Situatie, a: Moment, b: Moment): Oorzaak | undefined {
  if (!a.plan || !a.e || a.plan !== b.plan || !b.e) return undefined
  const { wet } = a.plan
  const ouder = geboortedagen(s, b.dag).filter(
    (p) => leeftijd(p.geboren, b.dag) > leeftijd(p.geboren, peildag(wet, a.dag) - 32),
  )
  for (const [i, r] of a.plan.regels.entries()) {
    if (!metDatum(r.knoop) || isLijst(r.knoop)) continue
    const van = (e: Omgeving) =>
      r.v === undefined ? [String(JSON.stringify(e.mem[i]))] : (e.pmem[i] ?? []).map((w) => JSON.stringify(w))
    const [x, y] = [van(a.e), van(b.e)]
    const wie = y.findIndex((w, n) => w !== x[n])
    if (wie < 0 && x.length === y.length) continue
    const m = r.v === undefined ? undefined : b.e.g.mensen[wie]
    const p = m ? geboortedagen(s, b.dag).find((q) => q.pad === m.pad) : ouder[0]
    if (!p) continue
    return {
      soort: 'verjaardag',
      oorzaak: `${naam(p.pad)} wordt ${leeftijd(p.geboren, b.dag)}.`,
      artikel: r.def.artikel,
    }
  }
  return undefined
}

function naam(pad: string): string {
  const [, , bij, n] = pad.split('/')
  if (bij === 'aanvrager') return 'U'
  if (bij === 'partner') return 'Uw partner'
  return bij === 'kinderen' ? `Kind ${Number(n) + 1}` : `Medebewoner ${Number(n) + 1}`
}

function metDatum(k: Knoop): boolean {
  const tekst = (x: unknown): boolean => {
    if (typeof x !== 'object' || x === null) return false
    const o = x as { t?: string; def?: unknown; feit?: unknown }
    if (o.t === 'dag' || o.t === 'peil') return true
    return Object.entries(o).some(
      ([s, w]) =>
        (s === 'a' || s === 'b' || s === 'c' || s === 'x' || s === 'l' || s === 'anders') && tekst(w),
    )
  }
  return tekst(k)
}
