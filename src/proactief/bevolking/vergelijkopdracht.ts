/** Two versions of the law over the same people: which functions differ where, as plain data for the threads. */
import { setImmediate } from 'node:timers/promises'
import { type Corpus, type Plaatsplan, plannenOp, tekstVan } from '../../engine/index.ts'
import { maakBevolking } from './bevolking.ts'
import {
  type Functie,
  type Loopopdracht,
  leest,
  plaatsVan,
  type Stukresultaat,
  woordenVan,
} from './doorrekening.ts'
import type { Woordenlijst } from './ruimte.ts'
import { type Stuk, stukkenVan } from './stukken.ts'

/** The law as it stands in some corpus on some day. */
export interface Wetsversie {
  readonly corpus: Corpus
  /** `YYYY-MM-DD`. */
  readonly datum: string
}

export interface Vergelijkvraag {
  readonly nu: Wetsversie
  readonly straks: Wetsversie
  /** Day number on which people have their age, and the same day as text. */
  readonly dag: number
  readonly peildatum: string
  readonly zaad: number
  /** The schemes that may differ. */
  readonly regelingen: readonly string[]
  /** How many households; the whole country without it. */
  readonly huishoudens?: number
}

/** Numbers of functions; -1 where a version has no such scheme, or none whose figures are known: then it gives nothing. */
export type Paar = readonly [nu: number, straks: number]

export interface Vergelijkopdracht extends Loopopdracht {
  /** `paren[gemeente waterschap]`: schemes that differ. */
  readonly paren: Readonly<Record<string, readonly Paar[]>>
  /** Schemes with an amount that are the same in both and depend on income: they count for the marginal pressure. */
  readonly rest: Readonly<Record<string, readonly number[]>>
  /** Nine bounds between the tenths of the incomes of households, in cents. */
  readonly tienden: readonly number[]
  readonly inkomen: Inkomensfeiten
}

/** Slots of what goes up when somebody earns more. */
export interface Inkomensfeiten {
  readonly toets: number
  readonly netto: number
  readonly uitWerk: number
  readonly werkt: number
}

export interface Vergelijkstuk extends Stukresultaat {
  readonly mensen: number
  /** Rows of VELDEN after each other: per kind of household, per tenth of the incomes. */
  readonly perSoort: readonly number[]
  readonly perTiende: readonly number[]
  /** Rows of VELDEN per scheme that differs: the scheme by itself. */
  readonly perRegeling: Readonly<Record<string, readonly number[]>>
  /** Households by how much they gain or lose (KLASSEN). */
  readonly klassen: readonly number[]
  /** Rows of DRUKVELDEN per band of income. */
  readonly druk: readonly number[]
}

/**
 * Of a group. Amounts in cents a year. `nu` and `straks` are what the schemes that differ cost, for households of which
 * both are known: the rest is `onbekend` and in no amount.
 */
export const VELDEN = [
  'huishoudens',
  'vooruit',
  'achteruit',
  'onbekend',
  'winst',
  'verlies',
  'nu',
  'straks',
  'rechtErbij',
  'rechtEraf',
] as const
export type Veld = (typeof VELDEN)[number]

/** Euros a year: below the first, between, above the last; who gains or loses nothing is a class by itself. */
export const KLASGRENZEN = [-1000, -500, -250, -100, 0, 100, 250, 500, 1000] as const
export const KLASSEN = KLASGRENZEN.length + 2

/** Euros that a household loses when it earns one more: rounding to whole euros a month takes at most a few tens. */
export const RANDGRENZEN = [1, 25, 100, 500] as const

/** Extra income in cents a year: one euro finds each edge, a thousand says what a rise in pay is worth. */
export const STAPPEN_INKOMEN = [100, 100_000] as const

const RANDEN = RANDGRENZEN.map((_, i) => i)
export const DRUKVELDEN = [
  'huishoudens',
  /** Cents that schemes give less at a thousand euros more. */
  'drukNu',
  'drukStraks',
  /** Households that lose more than that thousand. */
  'duizendNu',
  'duizendStraks',
  ...RANDEN.map((i) => `randNu${i}` as const),
  ...RANDEN.map((i) => `randStraks${i}` as const),
] as const

/** Bands of the income of the household, in euros; the last holds everything above. */
export const BAND = 2000
export const BANDEN = 61

/** What is compared, and where it cannot be. */
export type Vergelijkbaar =
  | { readonly status: 'goed'; readonly opdracht: Vergelijkopdracht; readonly regelingen: readonly string[] }
  /** Nothing that is worked out differs. */
  | { readonly status: 'gelijk'; readonly regelingen: readonly string[] }
  /** The figures of these are not known for the whole period in one of both versions. */
  | { readonly status: 'verlopen'; readonly regelingen: readonly string[] }

/** Named limit: so long may preparing keep other requests waiting. */
const MAX_BEURT_MS = 10

/** Gives others a turn when it is time. */
function beurten(): () => Promise<void> {
  let begin = performance.now()
  return async () => {
    if (performance.now() - begin < MAX_BEURT_MS) return
    await setImmediate()
    begin = performance.now()
  }
}

/** Works out nothing yet: that is `vergelijkDoor` (loop.ts), or `maakVergelijker` for one piece. */
export async function maakVergelijking(v: Vergelijkvraag): Promise<Vergelijkbaar> {
  const beurt = beurten()
  const stukken = stukkenVan(v.nu.corpus.gebieden, v.huishoudens)
  const woorden = woordenVan(v.nu.corpus)
  const functies = new Functielijst()
  const paren: Record<string, readonly Paar[]> = {}
  const rest: Record<string, readonly number[]> = {}
  const inkomen = inkomensfeiten(woorden)
  const [gevonden, verlopen] = [new Set<string>(), new Set<string>()]
  const anders = new Set(v.regelingen)
  for (const s of stukken) {
    const plaats = plaatsVan(s)
    if (paren[plaats]) continue
    await beurt()
    const plannen = (w: Wetsversie, alleen?: ReadonlySet<string>) =>
      plannenOp(w.corpus, w.datum, s.gemeente, s.waterschap, v.peildatum, alleen)
    const [nu, straks] = [plannen(v.nu), plannen(v.straks, anders)]
    for (const id of [...nu.verlopen, ...straks.verlopen]) if (anders.has(id)) verlopen.add(id)
    const [vast, hier] = paarVan(nu.plannen, straks.plannen, anders, functies)
    paren[plaats] = hier
    rest[plaats] = vast.filter((nr) => functies.hangtAfVan(nr, inkomen))
    for (const p of paren[plaats])
      for (const nr of p) if (nr >= 0) gevonden.add(functies.rij[nr]?.regeling ?? '')
  }
  const regelingen = [...gevonden].sort()
  if (verlopen.size > 0) return { status: 'verlopen', regelingen: [...verlopen].sort() }
  if (regelingen.length === 0) return { status: 'gelijk', regelingen: v.regelingen }
  const gelezen = new Set([...functies.rij.flatMap((f) => leest(f.tekst)), ...Object.values(inkomen)])
  const loop: Loopopdracht = { zaad: v.zaad, dag: v.dag, woorden, stukken, functies: functies.rij, gelezen }
  const tienden = await tiendenVan(v, woorden, inkomen.toets)
  return { status: 'goed', regelingen, opdracht: { ...loop, paren, rest, tienden, inkomen } }
}

/** Functions that say the same are one, whichever version or place they came from. */
class Functielijst {
  readonly rij: Functie[] = []
  private readonly nummers = new Map<string, number>()
  private readonly opSleutel = new Map<number, number>()

  nummer(p: Plaatsplan): number {
    const al = this.opSleutel.get(p.sleutel)
    if (al !== undefined) return al
    const { id, naam, soort, perJaar } = p
    const tekst = tekstVan(p)
    const zelfde = JSON.stringify([id, soort, perJaar, tekst])
    const nr = this.nummers.get(zelfde) ?? this.rij.push({ regeling: id, naam, soort, perJaar, tekst }) - 1
    this.nummers.set(zelfde, nr)
    this.opSleutel.set(p.sleutel, nr)
    return nr
  }

  /** Amounts only: what somebody gets in kind costs nothing when they earn more. */
  hangtAfVan(nr: number, { toets, netto, uitWerk }: Inkomensfeiten): boolean {
    const f = this.rij[nr]
    return f?.soort === 'bedrag' && leest(f.tekst).some((s) => s === toets || s === netto || s === uitWerk)
  }
}

/** What is the same in both, and what is asked about and may differ. A scheme that is not asked about stays as it is now. */
function paarVan(
  nu: readonly Plaatsplan[],
  straks: readonly Plaatsplan[],
  telt: ReadonlySet<string>,
  functies: Functielijst,
): readonly [readonly number[], readonly Paar[]] {
  const nummers = (rij: readonly Plaatsplan[]) => new Map(rij.map((p) => [p.id, functies.nummer(p)]))
  const [een, twee] = [nummers(nu), nummers(straks)]
  const vast: number[] = []
  const anders: Paar[] = []
  for (const id of new Set([...een.keys(), ...twee.keys()])) {
    const [a, b] = [een.get(id) ?? -1, telt.has(id) ? (twee.get(id) ?? -1) : (een.get(id) ?? -1)]
    if (a === b) vast.push(a)
    else anders.push([a, b])
  }
  return [vast, anders]
}

function inkomensfeiten({ feiten }: Woordenlijst): Inkomensfeiten {
  const slot = (id: string) => feiten.find((f) => f.id === id && f.bij.includes('aanvrager'))?.slot ?? -1
  return {
    toets: slot('toetsingsinkomen'),
    netto: slot('netto_maandinkomen'),
    uitWerk: slot('inkomen_uit_werk'),
    werkt: slot('werkt'),
  }
}

/** Of the country at a small scale: at least so many households. */
const STEEKPROEF = 60_000

/** Bounds between the tenths: incomes do not depend on the place, so that a small country has those of the whole. */
async function tiendenVan(
  v: Vergelijkvraag,
  woorden: Woordenlijst,
  toets: number,
): Promise<readonly number[]> {
  const beurt = beurten()
  const bevolking = maakBevolking(woorden, v.zaad, v.dag, new Set([toets]))
  const inkomens: number[] = []
  for (const stuk of stukkenVan(v.nu.corpus.gebieden, STEEKPROEF)) {
    await beurt()
    const k = bevolking.maak(stuk)
    for (let h = 0; h < k.aantal; h++) inkomens.push(inkomenVan(k, toets, h))
  }
  const rij = Float64Array.from(inkomens).sort()
  return Array.from({ length: 9 }, (_, i) => rij[Math.floor(((i + 1) * rij.length) / 10)] ?? 0)
}

/** Toetsingsinkomen of the applicant and partner together, in cents a year. */
export function inkomenVan(
  k: {
    readonly begin: Uint32Array
    readonly kinderen: Uint32Array
    readonly mens: readonly ({ readonly [i: number]: number | undefined } | undefined)[]
  },
  toets: number,
  h: number,
): number {
  const kolom = k.mens[toets]
  let som = 0
  for (let i = k.begin[h] ?? 0; i < (k.kinderen[h] ?? 0); i++) som += kolom?.[i] ?? 0
  return som
}

export type { Stuk }
