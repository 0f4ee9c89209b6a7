/** Random households worked out by every back-end: the explaining evaluator decides, the others have to say the same. */
import {
  bereken,
  type Corpus,
  type Huishouden,
  type Plaatsplan,
  parseHuishouden,
  plannenOp,
  randomHuishouden,
  tekstVan,
  type Uitkomst,
  uitHuishoudens,
  vasteToeval,
  volplanUit,
} from '../src/engine/index.ts'

export const DATUM = '2026-03-01'

export interface Plaats {
  readonly gemeente: string
  readonly waterschap?: string
}

/** Each has law of its own, or figures that its council did not publish. */
export const PLAATSEN: readonly Plaats[] = [
  { gemeente: 'GM0363', waterschap: 'WS0155' },
  { gemeente: 'GM0599', waterschap: 'WS0655' },
  { gemeente: 'GM0014', waterschap: 'WS0647' },
  { gemeente: 'GM0518' },
  { gemeente: 'GM0193' },
  { gemeente: 'GM0153' },
  { gemeente: 'GM0546' },
  { gemeente: 'GM0383' },
]

/** Households at a place of which every fact is known. */
export function trek(corpus: Corpus, p: Plaats, aantal: number, zaad: number): readonly Huishouden[] {
  const toeval = vasteToeval(zaad)
  return Array.from({ length: aantal }, () => {
    const json = randomHuishouden(corpus, toeval, p.gemeente, DATUM)
    const kinderen = json.kinderen as readonly object[] // always a list
    const gelezen = parseHuishouden(corpus, {
      ...json,
      kinderen: kinderen.map((k) => ({ opvang: [], ...k })),
      woning: { ...(json.woning as object), ...p },
    })
    if (!gelezen.ok) throw new Error(JSON.stringify(gelezen.fouten))
    return gelezen.huishouden
  })
}

/** What the evaluator says, as the population back-ends write it: cents, 1 or 0, NaN for what is not certain. */
export function alsGetal(u: Uitkomst, soort: Plaatsplan['soort']): number {
  if (u.recht === 'nee') return 0
  if (soort === 'bedrag') return u.bedrag?.waarde ?? Number.NaN
  if (soort === 'recht') return u.recht === 'ja' ? 1 : Number.NaN
  // The conditions hold, and there is more law than is written: the one thing missing that has no name.
  const rest = u.ontbreekt.some((o) => o.pad === undefined && o.parameter === undefined)
  return rest ? 1 : Number.NaN
}

/** The amounts of the evaluator for these households, scheme by scheme. */
export function verwacht(corpus: Corpus, p: Plaatsplan, huishoudens: readonly Huishouden[]): Float64Array {
  return Float64Array.from(huishoudens, (huishouden) => {
    const [u] = bereken(
      corpus,
      { datum: DATUM, huishouden, regelingen: [p.id] },
      { uitleg: false },
    ).uitkomsten
    if (!u) throw new Error(`no outcome of ${p.id}`)
    return alsGetal(u, p.soort)
  })
}

export interface Verschil {
  readonly regeling: string
  readonly plaats: string
  readonly huishouden: unknown
  readonly verwacht: number
  readonly kreeg: number
}

export interface Vergeleken {
  readonly huishoudens: number
  readonly uitkomsten: number
  /** Outcomes that are neither 0 nor unknown: of nothing else a difference in cents would show. */
  readonly bedragen: number
  readonly onbekend: number
  readonly verschillen: readonly Verschil[]
}

/** `reken`: another back-end, given the plans of a place and the households, in the order of the plans. */
export async function vergelijk(
  corpus: Corpus,
  p: Plaats,
  huishoudens: readonly Huishouden[],
  reken: Achterkant = inJavascript,
): Promise<Vergeleken> {
  const { plannen } = plannenOp(corpus, DATUM, p.gemeente, p.waterschap)
  const kreeg = await reken(corpus, plannen, huishoudens)
  const verschillen: Verschil[] = []
  let [uitkomsten, bedragen, onbekend] = [0, 0, 0]
  plannen.forEach((plan, n) => {
    verwacht(corpus, plan, huishoudens).forEach((w, h) => {
      const k = kreeg[n]?.[h] ?? Number.NaN
      uitkomsten++
      if (w > 0) bedragen++
      if (Number.isNaN(w)) onbekend++
      if (!Object.is(w, k) && w !== k)
        verschillen.push({
          regeling: plan.id,
          plaats: p.gemeente,
          huishouden: huishoudens[h]?.json,
          verwacht: w,
          kreeg: k,
        })
    })
  })
  return { huishoudens: huishoudens.length, uitkomsten, bedragen, onbekend, verschillen }
}

export type Achterkant = (
  corpus: Corpus,
  plannen: readonly Plaatsplan[],
  huishoudens: readonly Huishouden[],
) => readonly Float64Array[] | Promise<readonly Float64Array[]>

export const inJavascript: Achterkant = (corpus, plannen, huishoudens) => {
  const k = uitHuishoudens(corpus, DATUM, huishoudens)
  return plannen.map((p) => {
    const uit = new Float64Array(k.aantal)
    volplanUit(tekstVan(p)).bereken(k, uit)
    return uit
  })
}
