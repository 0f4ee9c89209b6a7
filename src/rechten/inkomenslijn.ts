/**
 * What a household receives at every yearly income, in few evaluations: a coarse grid, the exact income at which
 * a scheme stops, begins or jumps (by bisection, on that scheme alone), then the bends that are left.
 * Incomes and amounts are whole cents; edges lie on whole euros.
 */

/** Cents per month, both included; `jaar` is the law's own amount per year, before rounding for payment. */
export interface Maandwaarde {
  readonly van: number
  readonly tot: number
  readonly jaar?: number
}

/** The worth of each scheme asked for, at one income. */
export type Meting = (inkomen: number, regelingen: readonly string[]) => ReadonlyMap<string, Maandwaarde>

export interface Rand {
  readonly regeling: string
  /** The last whole euro, in cents, at which the old amount holds. */
  readonly inkomen: number
  readonly voor: Maandwaarde
  readonly na: Maandwaarde
  readonly soort: 'stopt' | 'begint' | 'sprong'
}

export interface Lijnpunt {
  readonly inkomen: number
  readonly van: number
  readonly tot: number
}

export interface Inkomenslijn {
  readonly punten: readonly Lijnpunt[]
  /** In order of income. */
  readonly randen: readonly Rand[]
  /** Evaluations of all schemes together; one scheme alone counts for its share. */
  readonly metingen: number
}

export interface LijnVraag {
  readonly meet: Meting
  readonly regelingen: readonly string[]
  /** Whole euros, in cents. */
  readonly van: number
  readonly tot: number
  /** The own income: always one of the points. */
  readonly eigen: number
}

/** Evaluations of all schemes for one line, at most; the end of the picture and the slope take up to 8 more. */
export const HOOGSTENS_METINGEN = 50
const VAKKEN = 24
const EURO = 100
/** A fall of less within one euro of income is rounding, not an edge. Cents per month. */
const KLEINSTE_SPRONG = 500
/** A bend that moves the line by less is not seen. Cents per month. */
const KLEINSTE_BOCHT = 200

type Waarden = ReadonlyMap<string, Maandwaarde>
const NIETS: Maandwaarde = { van: 0, tot: 0 }

export function inkomenslijn(vraag: LijnVraag): Inkomenslijn {
  const { regelingen, van, tot, eigen } = vraag
  const teller = { deel: 0 }
  const meet = (inkomen: number, ids: readonly string[]): Waarden => {
    teller.deel += ids.length
    return vraag.meet(inkomen, ids)
  }
  const budget = HOOGSTENS_METINGEN * regelingen.length
  const punten = new Map<number, Waarden>()
  const zet = (inkomen: number, al: readonly [string, Maandwaarde][] = []): void => {
    if (punten.has(inkomen)) return
    const nog = regelingen.filter((id) => al.every(([naam]) => naam !== id))
    const rest = nog.length > 0 ? meet(inkomen, nog) : new Map<string, Maandwaarde>()
    punten.set(inkomen, new Map([...al, ...rest]))
  }
  for (let i = 0; i <= VAKKEN; i += 1) zet(van + naarEuro(((tot - van) * i) / VAKKEN))
  if (eigen > van && eigen < tot) zet(eigen)

  const randen: Rand[] = []
  const stappen = Math.ceil(Math.log2((tot - van) / VAKKEN / EURO)) + 1
  for (const verdacht of verdachte(punten, regelingen)) {
    // The search itself, and the two sides of the edge for the other schemes.
    if (teller.deel + stappen + 2 * (regelingen.length - 1) > budget) break
    const rand = zoek(verdacht, meet)
    if (rand === undefined) continue
    randen.push(rand)
    zet(rand.inkomen, [[rand.regeling, rand.voor]])
    zet(rand.inkomen + EURO, [[rand.regeling, rand.na]])
  }
  while (teller.deel + regelingen.length <= budget) {
    const midden = scherpsteBocht(punten)
    if (midden === undefined) break
    zet(midden)
  }
  return {
    punten: gesorteerd(punten).map(([inkomen, w]) => ({ inkomen, ...som(w) })),
    randen: randen.sort((a, b) => a.inkomen - b.inkomen),
    metingen: teller.deel / Math.max(1, regelingen.length),
  }
}

interface Verdacht {
  readonly regeling: string
  readonly a: readonly [number, Maandwaarde]
  readonly b: readonly [number, Maandwaarde]
  readonly soort: Rand['soort']
}

/**
 * Stretches in which a scheme turns on or off, or falls much more than in the stretches beside it. The surest
 * come first: there may not be evaluations enough for all.
 */
function verdachte(punten: ReadonlyMap<number, Waarden>, regelingen: readonly string[]): readonly Verdacht[] {
  const rij = gesorteerd(punten)
  const gevonden = regelingen.flatMap((regeling) => {
    const w = rij.map(([inkomen, waarden]) => [inkomen, waarden.get(regeling) ?? NIETS] as const)
    const val = w.map(([, x], i) => hoogte(x) - hoogte(w[i + 1]?.[1] ?? x))
    return w.flatMap((a, i): Verdacht[] => {
      const b = w[i + 1]
      if (!b) return []
      if (a[1].tot > 0 !== b[1].tot > 0) return [{ regeling, a, b, soort: b[1].tot > 0 ? 'begint' : 'stopt' }]
      const buren = Math.max(Math.abs(val[i - 1] ?? 0), Math.abs(val[i + 1] ?? 0))
      return Math.abs(val[i] ?? 0) > 2 * buren + 2 * KLEINSTE_SPRONG
        ? [{ regeling, a, b, soort: 'sprong' }]
        : []
    })
  })
  const groot = ({ a, b }: Verdacht): number => Math.abs(hoogte(a[1]) - hoogte(b[1]))
  const isSprong = ({ soort }: Verdacht): number => (soort === 'sprong' ? 1 : 0)
  return gevonden.sort((p, q) => isSprong(p) - isSprong(q) || groot(q) - groot(p))
}

function zoek({ regeling, a, b, soort }: Verdacht, meet: Meting): Rand | undefined {
  let [links, rechts] = [a, b]
  while (rechts[0] - links[0] > EURO) {
    const inkomen = links[0] + naarEuro((rechts[0] - links[0]) / 2)
    const waarde = meet(inkomen, [regeling]).get(regeling) ?? NIETS
    const isLinks =
      soort === 'sprong'
        ? Math.abs(hoogte(waarde) - hoogte(rechts[1])) > Math.abs(hoogte(links[1]) - hoogte(waarde))
        : waarde.tot > 0 === a[1].tot > 0
    if (isLinks) links = [inkomen, waarde]
    else rechts = [inkomen, waarde]
  }
  if (soort === 'sprong' && Math.abs(hoogte(links[1]) - hoogte(rechts[1])) < KLEINSTE_SPRONG) return undefined
  return { regeling, inkomen: links[0], voor: links[1], na: rechts[1], soort }
}

/** The middle of the stretch in which the line most likely bends; edges are one euro wide and never chosen. */
function scherpsteBocht(punten: ReadonlyMap<number, Waarden>): number | undefined {
  const rij = gesorteerd(punten).map(([inkomen, w]) => [inkomen, som(w).tot] as const)
  const helling = (i: number): number | undefined => {
    const [a, b] = [rij[i], rij[i + 1]]
    return a && b && b[0] - a[0] > EURO ? (b[1] - a[1]) / (b[0] - a[0]) : undefined
  }
  let beste: { midden: number; maat: number } | undefined
  for (const [i, [inkomen]] of rij.entries()) {
    const eigen = helling(i)
    const volgende = rij[i + 1]
    if (eigen === undefined || !volgende) continue
    const lengte = volgende[0] - inkomen
    const anders = [helling(i - 1), helling(i + 1)].map((h) => Math.abs((h ?? eigen) - eigen))
    const maat = (Math.max(...anders) * lengte) / 4
    if (lengte >= 4 * EURO && maat > (beste?.maat ?? KLEINSTE_BOCHT)) {
      beste = { midden: inkomen + naarEuro(lengte / 2), maat }
    }
  }
  return beste?.midden
}

function hoogte(w: Maandwaarde): number {
  return w.tot
}

function som(w: Waarden): { van: number; tot: number } {
  let [van, tot] = [0, 0]
  for (const waarde of w.values()) {
    van += waarde.van
    tot += waarde.tot
  }
  return { van, tot }
}

function naarEuro(cents: number): number {
  return Math.round(cents / EURO) * EURO
}

function gesorteerd(punten: ReadonlyMap<number, Waarden>): readonly (readonly [number, Waarden])[] {
  return [...punten].sort(([a], [b]) => a - b)
}

/** Highest incomes worth drawing, in cents per year; the first at which nothing is left. */
const EINDEN = [4_000_000, 6_000_000, 8_000_000, 10_000_000, 12_000_000, 15_000_000] as const

/** How far to the right the picture goes: where everything has stopped, yet well beyond the own income. */
export function eindVan(meet: Meting, regelingen: readonly string[], eigen: number): number {
  const ver = eigen * 1.25
  for (const einde of EINDEN) {
    if (einde >= ver && som(meet(einde, regelingen)).tot === 0) return einde
  }
  return Math.max(12_000_000, Math.ceil(ver / 1_000_000) * 1_000_000)
}

/** What one hundred more of income takes off the schemes, in whole euros; negative when it adds. */
export interface Afbouw {
  readonly van100: number
  readonly tot: number
}

const STUK = 200_000
const KORTSTE_STUK = 20_000

/** Around the own income, up to the next edge; nothing when that edge lies within € 200, or a year amount is not known. */
export function afbouw(
  meet: Meting,
  regelingen: readonly string[],
  eigen: number,
  randen: readonly Rand[],
): Afbouw | undefined {
  const rand = randen.find((r) => r.inkomen >= eigen && Math.abs(r.voor.tot - r.na.tot) >= KLEINSTE_SPRONG)
  const tot = Math.min(eigen + STUK, rand?.inkomen ?? Number.MAX_SAFE_INTEGER)
  if (tot - eigen < KORTSTE_STUK) return undefined
  const jaar = (inkomen: number): number =>
    [...meet(inkomen, regelingen).values()].reduce((s, w) => s + (w.jaar ?? w.van * 12), 0)
  return { van100: Math.round((100 * (jaar(eigen) - jaar(tot))) / (tot - eigen)), tot }
}
