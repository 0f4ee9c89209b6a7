/** The columns of a piece, and what is needed of the corpus to fill them. */
import type { FeitInfo, Kolom, Prior, VolleKolommen } from '../../engine/index.ts'

/** What is needed of the corpus: plain data, so that it can be given to a worker thread. */
export interface Woordenlijst {
  readonly feiten: readonly (FeitInfo & { readonly slot: number })[]
  readonly prior: Prior
}

export interface Bevolkingsstuk extends VolleKolommen {
  /** Number of the kind of household (SOORTEN), per household. */
  readonly soort: Uint8Array
}

/** Room for a piece, used again for the next. A household has at most two adults, five children and four others. */
export class Ruimte {
  readonly huishoudens: number
  readonly begin: Uint32Array
  readonly kinderen: Uint32Array
  readonly medebewoners: Uint32Array
  readonly opvang: Uint32Array
  readonly soort: Uint8Array
  readonly kolommen: Pick<VolleKolommen, 'mens' | 'woning' | 'onderneming' | 'opvangFeit' | 'gegeven'>
  /** Rows that the piece before took, at most. */
  gebruikt = 0
  private readonly slot = new Map<string, number>()

  constructor(w: Woordenlijst, huishoudens: number) {
    this.huishoudens = huishoudens
    const mensen = 11 * huishoudens
    this.begin = new Uint32Array(huishoudens + 1)
    this.kinderen = new Uint32Array(huishoudens)
    this.medebewoners = new Uint32Array(huishoudens)
    this.opvang = new Uint32Array(mensen + 1)
    this.soort = new Uint8Array(huishoudens)
    const lengte = { mens: mensen, woning: huishoudens, onderneming: huishoudens, opvangFeit: mensen }
    const kolom = (f: FeitInfo, n: number): Kolom =>
      f.type === 'ja-nee' || f.type === 'keuze'
        ? new Uint8Array(n)
        : f.van >= -(2 ** 31) && f.tot < 2 ** 31
          ? new Int32Array(n)
          : new Float64Array(n)
    const rij = (past: (b: string) => boolean, n: number) =>
      w.feiten.map((f) => (f.type !== 'gebied' && f.bij.some(past) ? kolom(f, n) : undefined))
    const isMens = (b: string) => b !== 'woning' && b !== 'onderneming' && b !== 'opvang'
    this.kolommen = {
      mens: rij(isMens, lengte.mens),
      woning: rij((b) => b === 'woning', lengte.woning),
      onderneming: rij((b) => b === 'onderneming', lengte.onderneming),
      opvangFeit: rij((b) => b === 'opvang', lengte.opvangFeit),
      gegeven: w.feiten.map((f) => (f.bij.some(isMens) ? new Uint8Array(mensen).fill(1) : undefined)),
    }
    for (const f of w.feiten) for (const b of f.bij) this.slot.set(`${b}.${f.id}`, f.slot)
    // Whether child benefit is paid follows from the law; nobody is asked.
    this.kolommen.gegeven[this.slot.get('kinderen.kinderbijslag') ?? -1]?.fill(0)
  }

  /** Empties what the piece before wrote: of a fact that somebody does not have nothing is left behind. */
  leeg(namen: readonly string[]): void {
    for (const naam of namen) {
      const [bij = '', id = ''] = naam.split('.')
      const kolom = this.kolom(bij, id)
      kolom.fill(0, 0, Math.min(kolom.length, this.gebruikt))
    }
  }

  /** The column of a fact of this vocabulary; one of another vocabulary does without and gets a column nobody reads. */
  kolom(bij: string, id: string): Kolom {
    const slot = this.slot.get(`${bij}.${id}`) ?? -1
    const waar =
      bij === 'woning'
        ? this.kolommen.woning
        : bij === 'onderneming'
          ? this.kolommen.onderneming
          : bij === 'opvang'
            ? this.kolommen.opvangFeit
            : this.kolommen.mens
    return waar[slot] ?? NIETS
  }

  /** Slots that a household as a whole decides: they are not drawn one by one. */
  slots(namen: readonly string[]): ReadonlySet<number> {
    return new Set(namen.map((n) => this.slot.get(n) ?? -1))
  }
}

const NIETS = new Int32Array(0)
