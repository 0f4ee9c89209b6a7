/** Every scheme over every household: what is worked out where, one piece of it, and how the pieces add up. */
import {
  type Corpus,
  type Plaatsplan,
  plannenOp,
  tekstVan,
  type VolleKolommen,
  type Volplan,
  volplanUit,
} from '../../engine/index.ts'
import {
  BIJSTANDSREGELING,
  type Klassenvakken,
  klassenvakken,
  metBijstand,
  telKlassen,
  vulGroepen,
} from './klassen.ts'
import type { Woordenlijst } from './ruimte.ts'
import { type Stuk, stukkenVan } from './stukken.ts'

/** A run over the population, as plain data: what a worker thread is given. */
export interface Loopopdracht {
  readonly zaad: number
  /** Day number. */
  readonly dag: number
  readonly woorden: Woordenlijst
  readonly stukken: readonly Stuk[]
  /** Texts of the functions, by number. */
  readonly functies: readonly Functie[]
  /** Slots of the facts that some function reads. */
  readonly gelezen: ReadonlySet<number>
}

/** Every scheme that applies: `plaatsen[gemeente waterschap]` says which functions apply where. */
export interface Opdracht extends Loopopdracht {
  /** Slots of the facts that the classes are made of. */
  readonly vakken: Klassenvakken
  readonly plaatsen: Readonly<Record<string, readonly number[]>>
}

/** What any run says about a piece. */
export interface Stukresultaat {
  readonly nr: number
  readonly huishoudens: number
}

export interface Functie {
  readonly regeling: string
  readonly naam: string
  readonly soort: Plaatsplan['soort']
  readonly perJaar: number
  readonly tekst: string
}

/** Per function of a piece: households with a right, those of which the law does not say yet, cents in a year. */
export interface Telling {
  readonly functie: number
  readonly recht: number
  readonly onbekend: number
  readonly centen: number
  /** Households with a right and cents in a year per class (klassen.ts). */
  readonly klassen: readonly number[]
}

export interface Stukuitkomst extends Stukresultaat {
  readonly mensen: number
  readonly tellingen: readonly Telling[]
}

export interface Vraagstuk {
  readonly datum: string
  readonly zaad: number
  /** How many households; the whole country without it. */
  readonly huishoudens?: number
}

/** Which functions are needed for a date, over all places. Schemes that are the same in two places are made once. */
export function maakOpdracht(corpus: Corpus, dag: number, v: Vraagstuk): Opdracht {
  const stappen = opdrachtInStappen(corpus, dag, v)
  let stap = stappen.next()
  while (!stap.done) stap = stappen.next()
  return stap.value
}

/** The same, with a turn for others after each place: it takes a second or two in all. */
export async function maakOpdrachtInBeurten(corpus: Corpus, dag: number, v: Vraagstuk): Promise<Opdracht> {
  const stappen = opdrachtInStappen(corpus, dag, v)
  let stap = stappen.next()
  while (!stap.done) {
    await new Promise((verder) => setImmediate(verder))
    stap = stappen.next()
  }
  return stap.value
}

function* opdrachtInStappen(corpus: Corpus, dag: number, v: Vraagstuk): Generator<void, Opdracht> {
  const stukken = stukkenVan(corpus.gebieden, v.huishoudens)
  const functies: Functie[] = []
  const nummers = new Map<number, number>()
  const plaatsen: Record<string, readonly number[]> = {}
  for (const s of stukken) {
    const plaats = plaatsVan(s)
    if (plaatsen[plaats] !== undefined) continue
    yield
    const { plannen } = plannenOp(corpus, v.datum, s.gemeente, s.waterschap)
    // Who has a right to bijstand is a class that the others are counted in.
    const eerst = plannen.toSorted(
      (a, b) => Number(b.id === BIJSTANDSREGELING) - Number(a.id === BIJSTANDSREGELING),
    )
    plaatsen[plaats] = eerst.map((p) => {
      const al = nummers.get(p.sleutel)
      if (al !== undefined) return al
      const { id, naam, soort, perJaar } = p
      const nr = functies.push({ regeling: id, naam, soort, perJaar, tekst: tekstVan(p) }) - 1
      nummers.set(p.sleutel, nr)
      return nr
    })
  }
  const woorden = woordenVan(corpus)
  const vakken = klassenvakken(woorden)
  return {
    zaad: v.zaad,
    ...{ dag, woorden, vakken },
    stukken,
    functies,
    plaatsen,
    gelezen: new Set([...Object.values(vakken), ...functies.flatMap((f) => leest(f.tekst))]),
  }
}

/** Slots of the facts that a function reads. */
export function leest(tekst: string): readonly number[] {
  return [...tekst.matchAll(/= K\.\w+\[(\d+)\]/g)].map(([, n]) => Number(n))
}

export function woordenVan(corpus: Corpus): Woordenlijst {
  const { feiten } = corpus.vocabulaire
  // Texts for people stay behind.
  return { feiten: feiten.map((f) => ({ ...f, teksten: {} })), prior: corpus.prior }
}

export function plaatsVan(s: Stuk): string {
  return `${s.gemeente} ${s.waterschap ?? ''}`
}

export interface Rekenaar {
  /** Works out one piece; `k` are its people. */
  reken(stuk: Stuk, k: VolleKolommen): Stukuitkomst
}

export function maakRekenaar(o: Opdracht): Rekenaar {
  const gemaakt: (Volplan | undefined)[] = []
  let uit = new Float64Array(0)
  let groepen = new Uint8Array(0)
  return {
    reken: (stuk, k) => {
      if (uit.length < k.aantal) {
        uit = new Float64Array(k.aantal)
        groepen = new Uint8Array(k.aantal)
      }
      vulGroepen(groepen, k, o.vakken, o.dag)
      const tellingen = (o.plaatsen[plaatsVan(stuk)] ?? []).map((nr) => {
        const functie = o.functies[nr]
        if (!functie) throw new Error(`no function ${nr}`)
        gemaakt[nr] ??= volplanUit(functie.tekst)
        gemaakt[nr].bereken(k, uit)
        const telling = tel(nr, functie, uit, k.aantal)
        const klassen = telKlassen(groepen, uit, k.aantal, {
          isBedrag: functie.soort === 'bedrag',
          perJaar: functie.perJaar,
        })
        if (functie.regeling === BIJSTANDSREGELING) metBijstand(groepen, uit, k.aantal)
        return { ...telling, klassen }
      })
      return { nr: stuk.nr, huishoudens: k.aantal, mensen: k.begin[k.aantal] ?? 0, tellingen }
    },
  }
}

function tel(nr: number, f: Functie, uit: Float64Array, aantal: number): Omit<Telling, 'klassen'> {
  let [recht, onbekend, som] = [0, 0, 0]
  for (let h = 0; h < aantal; h++) {
    const w = uit[h] ?? 0
    if (w > 0) {
      recht++
      som += w
    } else if (w !== 0) onbekend++
  }
  return { functie: nr, recht, onbekend, centen: f.soort === 'bedrag' ? som * f.perJaar : 0 }
}

/** Per scheme over all places, in the order in which they were met. */
export interface Regelingtelling {
  readonly regeling: string
  readonly naam: string
  readonly soort: Plaatsplan['soort']
  recht: number
  onbekend: number
  centen: number
}

export function perRegeling(o: Opdracht, uitkomsten: Iterable<Stukuitkomst>): readonly Regelingtelling[] {
  const uit = new Map<string, Regelingtelling>()
  for (const { tellingen } of uitkomsten)
    for (const t of tellingen) {
      const f = o.functies[t.functie]
      if (!f) continue
      const { regeling, naam, soort } = f
      const rij = uit.get(regeling) ?? { regeling, naam, soort, recht: 0, onbekend: 0, centen: 0 }
      rij.recht += t.recht
      rij.onbekend += t.onbekend
      rij.centen += t.centen
      uit.set(regeling, rij)
    }
  return [...uit.values()]
}
