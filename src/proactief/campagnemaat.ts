/**
 * How much a campaign did, against who got nothing. Pure. Intervals by Wilson (1927) for a share and by Newcombe (1998,
 * method 10) for the difference of two: they keep their cover with few people and near none or all. Numbers needed and
 * power by the usual formula for two shares (Fleiss), without correction for continuity.
 */

export interface Interval {
  readonly van: number
  readonly tot: number
}

/** 97,5 in a hundred lie below: two-sided 95%. */
export const Z95 = 1.959963984540054
/** By the power that is asked. */
const Z_MACHT: Readonly<Record<'0.8' | '0.9', number>> = {
  '0.8': 0.8416212335729143,
  '0.9': 1.2815515655446004,
}
export type Gevraagdemacht = keyof typeof Z_MACHT

/** The share x of n, with 95%. */
export function wilson(x: number, n: number, z = Z95): Interval {
  const p = x / n
  const noemer = 1 + (z * z) / n
  const midden = (p + (z * z) / (2 * n)) / noemer
  const half = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / noemer
  return { van: Math.max(0, midden - half), tot: Math.min(1, midden + half) }
}

/** The difference x₁/n₁ − x₀/n₀, with 95%. */
export function verschilInterval(een: Deelgroep, nul: Deelgroep, z = Z95): Interval {
  const [p1, p0] = [een.x / een.n, nul.x / nul.n]
  const [w1, w0] = [wilson(een.x, een.n, z), wilson(nul.x, nul.n, z)]
  const verschil = p1 - p0
  return {
    van: verschil - Math.sqrt((p1 - w1.van) ** 2 + (w0.tot - p0) ** 2),
    tot: verschil + Math.sqrt((w1.tot - p1) ** 2 + (p0 - w0.van) ** 2),
  }
}

export interface Deelgroep {
  readonly x: number
  readonly n: number
}

export interface Effect {
  readonly verschil: number
  readonly interval: Interval
  /** The whole interval lies on one side of nothing. */
  readonly isZeker: boolean
  readonly deel: readonly [campagne: number, controle: number]
  /** How many households more in the campaign group than there would have been. */
  readonly extra: number
  readonly extraInterval: Interval
}

/**
 * `klein`: one of the counts, or what is left of a group, is below `kleinste` and not nothing: nothing is said.
 * `factor`: how many times less a count says than as many loose households (1 for a list of households).
 */
export function effectVan(
  een: Deelgroep,
  nul: Deelgroep,
  kleinste: number,
  factor = 1,
): Effect | 'klein' | 'leeg' {
  if (een.n === 0 || nul.n === 0) return 'leeg'
  const isKlein = [een.x, een.n - een.x, nul.x, nul.n - nul.x].some((k) => k > 0 && k < kleinste)
  if (isKlein || een.n < kleinste || nul.n < kleinste) return 'klein'
  const minder = ({ x, n }: Deelgroep): Deelgroep => ({ x: x / factor, n: n / factor })
  const interval = verschilInterval(minder(een), minder(nul))
  const deel = [een.x / een.n, nul.x / nul.n] as const
  const verschil = deel[0] - deel[1]
  return {
    ...{ verschil, interval, deel },
    isZeker: interval.van > 0 || interval.tot < 0,
    extra: verschil * een.n,
    extraInterval: { van: interval.van * een.n, tot: interval.tot * een.n },
  }
}

/**
 * How many are needed to see a rise from p₀ to p₁ with that power, at 5% two-sided. `verhouding`: so many in the control
 * group for each one in the campaign.
 */
export function benodigd(
  { p0, p1, verhouding = 1 }: { readonly p0: number; readonly p1: number; readonly verhouding?: number },
  gevraagd: Gevraagdemacht,
): { readonly campagne: number; readonly controle: number } | undefined {
  if (!(p0 >= 0 && p1 <= 1 && p0 < p1 && verhouding > 0)) return undefined
  const k = verhouding
  const gemiddeld = (p1 + k * p0) / (1 + k)
  const zonder = Z95 * Math.sqrt((1 + 1 / k) * gemiddeld * (1 - gemiddeld))
  const met = Z_MACHT[gevraagd] * Math.sqrt(p1 * (1 - p1) + (p0 * (1 - p0)) / k)
  const n = ((zonder + met) / (p1 - p0)) ** 2
  return { campagne: Math.ceil(n), controle: Math.ceil(k * n) }
}

/** The chance to see a rise from p₀ to p₁ with groups of that size, at 5% two-sided. */
export function macht(campagne: number, controle: number, p0: number, p1: number): number {
  if (campagne <= 0 || controle <= 0 || p0 === p1) return 0
  const k = controle / campagne
  const gemiddeld = (p1 + k * p0) / (1 + k)
  const zonder = Z95 * Math.sqrt((1 + 1 / k) * gemiddeld * (1 - gemiddeld))
  const met = Math.sqrt(p1 * (1 - p1) + (p0 * (1 - p0)) / k)
  return onder((Math.abs(p1 - p0) * Math.sqrt(campagne) - zonder) / met)
}

/** Share of the bell curve below z (Abramowitz and Stegun 7.1.26: within 1,5 in ten million). */
export function onder(z: number): number {
  const x = Math.abs(z) / Math.SQRT2
  const t = 1 / (1 + 0.3275911 * x)
  const staart =
    ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) *
    t *
    Math.exp(-x * x)
  return z >= 0 ? 1 - staart / 2 : staart / 2
}
