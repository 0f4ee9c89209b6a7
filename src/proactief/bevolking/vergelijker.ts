/** One piece of the population under two versions of the law: who gains, who loses, and what more income is worth. */
import { type Kolom, type VolleKolommen, type Volplan, volplanUit } from '../../engine/index.ts'
import { type Functie, leest, plaatsVan } from './doorrekening.ts'
import { nettoMaand } from './huishoudens.ts'
import { SOORTEN } from './marges.ts'
import type { Bevolkingsstuk } from './ruimte.ts'
import type { Stuk } from './stukken.ts'
import {
  BAND,
  BANDEN,
  DRUKVELDEN,
  inkomenVan,
  KLASGRENZEN,
  KLASSEN,
  type Paar,
  RANDGRENZEN,
  STAPPEN_INKOMEN,
  VELDEN,
  type Veld,
  type Vergelijkopdracht,
  type Vergelijkstuk,
} from './vergelijkopdracht.ts'

export interface Vergelijker {
  /** Works out one piece. The incomes in `k` go up meanwhile, and are as they were when it is done. */
  reken(stuk: Stuk, k: Bevolkingsstuk): Vergelijkstuk
}

export function maakVergelijker(o: Vergelijkopdracht): Vergelijker {
  const werk = new Werk(o)
  return {
    reken: (stuk, k) => {
      const plaats = plaatsVan(stuk)
      return werk.stuk(stuk.nr, k, o.paren[plaats] ?? [], o.rest[plaats] ?? [])
    },
  }
}

const V = VELDEN.length
const D = DRUKVELDEN.length
const VELD = Object.fromEntries(VELDEN.map((v, i) => [v, i])) as Readonly<Record<Veld, number>>
const DRUK = Object.fromEntries(DRUKVELDEN.map((v, i) => [v, i])) as Readonly<
  Record<(typeof DRUKVELDEN)[number], number>
>

/** What one household has of the schemes that differ: NaN in `nu` or `straks` when a missing figure leaves it open. */
interface Saldo {
  readonly nu: Float64Array
  readonly straks: Float64Array
  readonly erbij: Uint8Array
  readonly eraf: Uint8Array
}

class Werk {
  private readonly o: Vergelijkopdracht
  private readonly gemaakt: (Volplan | undefined)[] = []
  private readonly afhankelijk: readonly boolean[]

  constructor(o: Vergelijkopdracht) {
    this.o = o
    const inkomen = new Set([o.inkomen.toets, o.inkomen.netto, o.inkomen.uitWerk])
    this.afhankelijk = o.functies.map(
      (f) => f.soort === 'bedrag' && leest(f.tekst).some((slot) => inkomen.has(slot)),
    )
  }

  stuk(nr: number, k: Bevolkingsstuk, paren: readonly Paar[], rest: readonly number[]): Vergelijkstuk {
    const uit = new Map<number, Float64Array>()
    for (const i of new Set([...paren.flat(), ...rest])) if (i >= 0) uit.set(i, this.bereken(i, k))
    const groepen = this.groepen(k)
    const alles: Saldo = leegSaldo(k.aantal)
    const perRegeling: Record<string, number[]> = {}
    for (const [a, b] of paren) {
      const een = leegSaldo(k.aantal)
      for (const s of [een, alles]) {
        voegToe(s, 'nu', this.o.functies[a], uit.get(a))
        voegToe(s, 'straks', this.o.functies[b], uit.get(b))
        telRecht(s, uit.get(a), uit.get(b))
      }
      const id = this.o.functies[a]?.regeling ?? this.o.functies[b]?.regeling ?? ''
      const rij = perRegeling[id] ?? nullen(V)
      perRegeling[id] = rij
      for (let h = 0; h < k.aantal; h++) tel(rij, 0, een, h)
    }
    const [perSoort, perTiende] = [nullen(SOORTEN.length * V), nullen(10 * V)]
    const klassen = nullen(KLASSEN)
    for (let h = 0; h < k.aantal; h++) {
      tel(perSoort, (k.soort[h] ?? 0) * V, alles, h)
      tel(perTiende, (groepen.tiende[h] ?? 0) * V, alles, h)
      const verschil = (alles.straks[h] ?? 0) - (alles.nu[h] ?? 0)
      if (!Number.isNaN(verschil)) plus(klassen, klasVan(verschil))
    }
    const druk = this.druk(k, paren, rest, uit, groepen.band)
    const mensen = k.begin[k.aantal] ?? 0
    return { nr, huishoudens: k.aantal, mensen, perSoort, perTiende, perRegeling, klassen, druk }
  }

  private bereken(i: number, k: VolleKolommen): Float64Array {
    const f = this.o.functies[i]
    if (!f) throw new Error(`no function ${i}`)
    const plan = this.gemaakt[i] ?? volplanUit(f.tekst)
    this.gemaakt[i] = plan
    const uit = new Float64Array(k.aantal)
    plan.bereken(k, uit)
    return uit
  }

  private groepen(k: Bevolkingsstuk): { readonly tiende: Uint8Array; readonly band: Uint8Array } {
    const [tiende, band] = [new Uint8Array(k.aantal), new Uint8Array(k.aantal)]
    for (let h = 0; h < k.aantal; h++) {
      const inkomen = inkomenVan(k, this.o.inkomen.toets, h)
      let n = 0
      while (n < 9 && inkomen >= (this.o.tienden[n] ?? 0)) n++
      tiende[h] = n
      band[h] = Math.min(BANDEN - 1, Math.max(0, Math.floor(inkomen / (BAND * 100))))
    }
    return { tiende, band }
  }

  /** Every amount once more with more income: what is given less, and for how many that is more than they earn extra. */
  private druk(
    k: Bevolkingsstuk,
    paren: readonly Paar[],
    rest: readonly number[],
    voor: ReadonlyMap<number, Float64Array>,
    band: Uint8Array,
  ): number[] {
    const uit = nullen(BANDEN * D)
    for (let h = 0; h < k.aantal; h++) plus(uit, (band[h] ?? 0) * D + DRUK.huishoudens)
    for (const stap of STAPPEN_INKOMEN) {
      const terug = this.verhoog(k, stap)
      const minder = new Map<number, Float64Array>()
      for (const i of voor.keys())
        if (this.afhankelijk[i]) minder.set(i, this.verlies(i, voor.get(i), this.bereken(i, k)))
      terug()
      const [nu, straks] = [new Float64Array(k.aantal), new Float64Array(k.aantal)]
      const tel = (naar: Float64Array, i: number) => {
        const van = minder.get(i)
        if (van) for (let h = 0; h < k.aantal; h++) naar[h] = (naar[h] ?? 0) + (van[h] ?? 0)
      }
      for (const i of rest) for (const naar of [nu, straks]) tel(naar, i)
      for (const [a, b] of paren) {
        tel(nu, a)
        tel(straks, b)
      }
      noteerDruk(uit, stap, band, nu, straks)
    }
    return uit
  }

  /** Cents a year less than before; 0 where a missing figure leaves either open. */
  private verlies(i: number, voor: Float64Array | undefined, na: Float64Array): Float64Array {
    const perJaar = this.o.functies[i]?.perJaar ?? 0
    return na.map((w, h) => {
      const minder = ((voor?.[h] ?? 0) - w) * perJaar
      return Number.isNaN(minder) ? 0 : minder
    })
  }

  /** The applicant of each household earns so many cents a year more; answers with what undoes it. */
  private verhoog(k: Bevolkingsstuk, stap: number): () => void {
    const { toets, netto, uitWerk, werkt } = this.o.inkomen
    const rijen = k.begin.subarray(0, k.aantal)
    const bewaard = [toets, netto, uitWerk].map((slot) => {
      const kolom = k.mens[slot]
      return { kolom, oud: kolom && Float64Array.from(rijen, (a) => kolom[a] ?? 0) }
    })
    const werktKolom = k.mens[werkt]
    for (const a of rijen) {
      const inkomen = (k.mens[toets]?.[a] ?? 0) + stap
      zet(k.mens[toets], a, inkomen)
      zet(k.mens[netto], a, nettoMaand(inkomen / 100))
      if (werktKolom?.[a] === 1) zet(k.mens[uitWerk], a, (k.mens[uitWerk]?.[a] ?? 0) + stap)
    }
    return () => {
      for (const { kolom, oud } of bewaard)
        rijen.forEach((a, h) => {
          zet(kolom, a, oud?.[h] ?? 0)
        })
    }
  }
}

function zet(kolom: Kolom | undefined, i: number, w: number): void {
  if (kolom) kolom[i] = w
}

function nullen(n: number): number[] {
  return new Array<number>(n).fill(0)
}

function plus(rij: number[], i: number, w = 1): void {
  rij[i] = (rij[i] ?? 0) + w
}

function leegSaldo(n: number): Saldo {
  return {
    nu: new Float64Array(n),
    straks: new Float64Array(n),
    erbij: new Uint8Array(n),
    eraf: new Uint8Array(n),
  }
}

/** An amount counts in cents a year; of what has no amount only whether it can be known. */
function voegToe(
  s: Saldo,
  kant: 'nu' | 'straks',
  f: Functie | undefined,
  uit: Float64Array | undefined,
): void {
  if (!f || !uit) return
  const keer = f.soort === 'bedrag' ? f.perJaar : 0
  const naar = s[kant]
  for (let h = 0; h < uit.length; h++) naar[h] = (naar[h] ?? 0) + (uit[h] ?? 0) * keer
}

function telRecht(s: Saldo, nu: Float64Array | undefined, straks: Float64Array | undefined): void {
  for (let h = 0; h < s.nu.length; h++) {
    const [a, b] = [nu?.[h] ?? 0, straks?.[h] ?? 0]
    if (a === 0 && b > 0) s.erbij[h] = (s.erbij[h] ?? 0) + 1
    if (a > 0 && b === 0) s.eraf[h] = (s.eraf[h] ?? 0) + 1
  }
}

function tel(rij: number[], vanaf: number, s: Saldo, h: number): void {
  plus(rij, vanaf + VELD.huishoudens)
  const [nu, straks] = [s.nu[h] ?? 0, s.straks[h] ?? 0]
  const verschil = straks - nu
  if (Number.isNaN(verschil)) {
    plus(rij, vanaf + VELD.onbekend)
    return
  }
  plus(rij, vanaf + VELD.nu, nu)
  plus(rij, vanaf + VELD.straks, straks)
  if (s.erbij[h]) plus(rij, vanaf + VELD.rechtErbij)
  if (s.eraf[h]) plus(rij, vanaf + VELD.rechtEraf)
  if (verschil > 0) {
    plus(rij, vanaf + VELD.vooruit)
    plus(rij, vanaf + VELD.winst, verschil)
  } else if (verschil < 0) {
    plus(rij, vanaf + VELD.achteruit)
    plus(rij, vanaf + VELD.verlies, -verschil)
  }
}

/** Losses up to the class of nothing, gains after it; a bound belongs to the side of zero. */
function klasVan(centen: number): number {
  const midden = KLASGRENZEN.indexOf(0)
  if (centen === 0) return midden + 1
  const euro = centen / 100
  if (euro < 0) return KLASGRENZEN.findIndex((g) => euro < g)
  const boven = KLASGRENZEN.findIndex((g, i) => i > midden && euro <= g)
  return boven < 0 ? KLASSEN - 1 : boven + 1
}

function noteerDruk(
  uit: number[],
  stap: number,
  band: Uint8Array,
  nu: Float64Array,
  straks: Float64Array,
): void {
  const randen = { Nu: DRUKVELDEN.indexOf('randNu0'), Straks: DRUKVELDEN.indexOf('randStraks0') }
  for (let h = 0; h < band.length; h++) {
    const rij = (band[h] ?? 0) * D
    for (const [verlies, kant] of [[nu[h] ?? 0, 'Nu'] as const, [straks[h] ?? 0, 'Straks'] as const]) {
      if (stap === STAPPEN_INKOMEN[0]) {
        const klas = RANDGRENZEN.findLastIndex((g) => verlies > g * 100)
        if (klas >= 0) plus(uit, rij + randen[kant] + klas)
      } else {
        plus(uit, rij + DRUK[`druk${kant}`], verlies)
        if (verlies > stap) plus(uit, rij + DRUK[`duizend${kant}`])
      }
    }
  }
}
