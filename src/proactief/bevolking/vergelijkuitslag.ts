/** What two versions of the law do to the whole population, added up over the pieces; plain data, to be kept and shown. */
import { gemeentecijfer } from './gemeenten.ts'
import { aannames, type Huishoudsoort, SOORTEN, type Zekerheid } from './marges.ts'
import {
  BAND,
  BANDEN,
  DRUKVELDEN,
  KLASSEN,
  RANDGRENZEN,
  VELDEN,
  type Veld,
  type Vergelijkopdracht,
  type Vergelijkstuk,
} from './vergelijkopdracht.ts'

/** See VELDEN: households, and cents a year. */
export type Groep = Readonly<Record<Veld, number>>

export interface Inkomensband {
  /** Euros a year, from and up to; the last band has no end. */
  readonly van: number
  readonly tot: number | undefined
  readonly huishoudens: number
  /** Of a thousand euros more, the cents that schemes give less, on average per household. */
  readonly druk: Voorna
  /** Households that lose more than the thousand euros they earn extra. */
  readonly duizend: Voorna
  /** Households that lose more than one euro at one euro more, by how much (RANDGRENZEN). */
  readonly randen: { readonly nu: readonly number[]; readonly straks: readonly number[] }
}

export interface Voorna {
  readonly nu: number
  readonly straks: number
}

export interface Vergelijkuitslag {
  readonly huishoudens: number
  readonly mensen: number
  readonly totaal: Groep
  readonly perSoort: readonly (Groep & { readonly soort: Huishoudsoort })[]
  /** `tot`: euros a year; the last tenth has no end. */
  readonly perTiende: readonly (Groep & { readonly tiende: number; readonly tot: number | undefined })[]
  readonly perProvincie: readonly (Groep & { readonly provincie: string })[]
  /** `zekerheid`: whether how many people live there is a published figure. */
  readonly perGemeente: readonly (Groep & {
    readonly gemeente: string
    readonly provincie: string
    readonly zekerheid: Zekerheid
  })[]
  readonly perRegeling: readonly (Groep & { readonly regeling: string; readonly naam: string })[]
  /** Households by how much they gain or lose; see KLASGRENZEN. */
  readonly klassen: readonly number[]
  readonly banden: readonly Inkomensband[]
  readonly randen: { readonly nu: readonly number[]; readonly straks: readonly number[] }
  readonly duizend: Voorna
  /** Margins of the made-up population that nobody published. */
  readonly aangenomen: readonly { readonly naam: string; readonly bron: string }[]
}

const V = VELDEN.length
const D = DRUKVELDEN.length

export function telVergelijking(o: Vergelijkopdracht, stukken: readonly Vergelijkstuk[]): Vergelijkuitslag {
  const [soorten, tienden] = [nullen(SOORTEN.length * V), nullen(10 * V)]
  const [klassen, druk] = [nullen(KLASSEN), nullen(BANDEN * D)]
  const provincies = new Map<string, number[]>()
  const gemeenten = new Map<string, { readonly provincie: string; readonly rij: number[] }>()
  const regelingen = new Map<string, number[]>()
  for (const s of stukken) {
    const plek = o.stukken[s.nr]
    if (!plek) throw new RangeError(`no piece ${s.nr}`)
    optellen(soorten, s.perSoort)
    optellen(tienden, s.perTiende)
    optellen(klassen, s.klassen)
    optellen(druk, s.druk)
    const hier = som(s.perSoort)
    optellen(bij(provincies, plek.provincie), hier)
    const gemeente = gemeenten.get(plek.gemeente) ?? { provincie: plek.provincie, rij: nullen(V) }
    gemeenten.set(plek.gemeente, gemeente)
    optellen(gemeente.rij, hier)
    for (const [id, rij] of Object.entries(s.perRegeling)) optellen(bij(regelingen, id), rij)
  }
  const naam = new Map(o.functies.map((f) => [f.regeling, f.naam]))
  const banden = Array.from({ length: BANDEN }, (_, i) => bandVan(druk.slice(i * D, (i + 1) * D), i))
  return {
    huishoudens: stukken.reduce((n, s) => n + s.huishoudens, 0),
    mensen: stukken.reduce((n, s) => n + s.mensen, 0),
    totaal: groep(som(soorten)),
    perSoort: SOORTEN.map((soort, i) => ({ soort, ...groep(soorten, i * V) })),
    perTiende: Array.from({ length: 10 }, (_, i) => ({
      tiende: i + 1,
      tot: o.tienden[i] === undefined ? undefined : o.tienden[i] / 100,
      ...groep(tienden, i * V),
    })),
    perProvincie: [...provincies].map(([provincie, rij]) => ({ provincie, ...groep(rij) })),
    perGemeente: [...gemeenten].map(([gemeente, { provincie, rij }]) => ({
      gemeente,
      provincie,
      zekerheid: gemeentecijfer(gemeente)?.zekerheid ?? 'aangenomen',
      ...groep(rij),
    })),
    perRegeling: [...regelingen].map(([regeling, rij]) => ({
      regeling,
      naam: naam.get(regeling) ?? regeling,
      ...groep(rij),
    })),
    klassen,
    banden,
    randen: {
      nu: RANDGRENZEN.map((_, i) => banden.reduce((n, b) => n + (b.randen.nu[i] ?? 0), 0)),
      straks: RANDGRENZEN.map((_, i) => banden.reduce((n, b) => n + (b.randen.straks[i] ?? 0), 0)),
    },
    duizend: {
      nu: banden.reduce((n, b) => n + b.duizend.nu, 0),
      straks: banden.reduce((n, b) => n + b.duizend.straks, 0),
    },
    aangenomen: aannames(),
  }
}

function bandVan(rij: readonly number[], i: number): Inkomensband {
  const veld = (naam: (typeof DRUKVELDEN)[number]) => rij[DRUKVELDEN.indexOf(naam)] ?? 0
  const huishoudens = veld('huishoudens')
  const gemiddeld = (centen: number) => (huishoudens === 0 ? 0 : centen / huishoudens)
  const begin = { nu: DRUKVELDEN.indexOf('randNu0'), straks: DRUKVELDEN.indexOf('randStraks0') }
  return {
    van: i * BAND,
    tot: i === BANDEN - 1 ? undefined : (i + 1) * BAND,
    huishoudens,
    druk: { nu: gemiddeld(veld('drukNu')), straks: gemiddeld(veld('drukStraks')) },
    duizend: { nu: veld('duizendNu'), straks: veld('duizendStraks') },
    randen: {
      nu: rij.slice(begin.nu, begin.nu + RANDGRENZEN.length),
      straks: rij.slice(begin.straks, begin.straks + RANDGRENZEN.length),
    },
  }
}

/** All groups of a piece together. */
function som(rij: readonly number[]): number[] {
  const uit = nullen(V)
  rij.forEach((w, i) => {
    uit[i % V] = (uit[i % V] ?? 0) + w
  })
  return uit
}

function groep(rij: readonly number[], vanaf = 0): Groep {
  // Every field is there: VELDEN is what Groep is made of.
  return Object.fromEntries(VELDEN.map((v, i) => [v, rij[vanaf + i] ?? 0])) as Groep
}

function bij(m: Map<string, number[]>, sleutel: string): number[] {
  const rij = m.get(sleutel) ?? nullen(V)
  m.set(sleutel, rij)
  return rij
}

function nullen(n: number): number[] {
  return new Array<number>(n).fill(0)
}

function optellen(naar: number[], van: readonly number[]): void {
  van.forEach((w, i) => {
    naar[i] = (naar[i] ?? 0) + w
  })
}
