/** A household through time: who lives there on a day, at which place, and which text of the law holds for it there. */
import type { Corpus, Keus } from './corpus.ts'
import { beginJaar, beginKwartaal, beginMaand, type Dag } from './datum.ts'
import type { Gezin } from './gezin.ts'
import { ketenOp, maakGezin } from './gezin-maken.ts'
import { isObject, isPeriodes } from './invoer-vorm.ts'
import type { Huishouden } from './types.ts'
import type { Wet } from './wet-vorm.ts'

/** Households are made once per day that facts are taken on (day, month, quarter, year), and kept as long as the request. */
const situaties = new WeakMap<Huishouden, Situatie>()

export class Situatie {
  readonly corpus: Corpus
  readonly huishouden: Huishouden
  private readonly gezinnen = new Map<Dag, Gezin>()
  private readonly ketens = new Map<Dag, readonly string[]>()
  private metVerhuizing: boolean | undefined

  constructor(corpus: Corpus, huishouden: Huishouden) {
    this.corpus = corpus
    this.huishouden = huishouden
  }

  static van(corpus: Corpus, huishouden: Huishouden): Situatie {
    let s = situaties.get(huishouden)
    if (s?.corpus !== corpus) {
      s = new Situatie(corpus, huishouden)
      situaties.set(huishouden, s)
    }
    return s
  }

  op(dag: Dag): Gezin {
    let g = this.gezinnen.get(dag)
    if (!g) {
      g = maakGezin(this.corpus, this.huishouden, dag)
      this.gezinnen.set(dag, g)
    }
    return g
  }

  /** The places that hold on a day, most specific first. */
  keten(dag: Dag): readonly string[] {
    const d = this.verhuist() ? dag : 0
    let k = this.ketens.get(d)
    if (!k) {
      k = ketenOp(this.corpus, this.huishouden, d)
      this.ketens.set(d, k)
    }
    return k
  }

  /**
   * The text of a scheme: in force on `wetDag`, at the place where the household lived on the day on which the scheme
   * takes its facts. Who moves on the tenth has for that month the benefits of the place of the first (Awir 5).
   */
  kies(id: string, wetDag: Dag, feitenDag: Dag = wetDag): { keus: Keus; keten: readonly string[] } {
    const nu = this.keten(feitenDag)
    const keus = this.corpus.planOp(id, wetDag, nu)
    if (!this.verhuist()) return { keus, keten: nu }
    const peil = peildag('plan' in keus ? keus.plan.wet : keus.wet, feitenDag)
    // Not known where that was: then where it is now.
    if (peil === feitenDag || this.op(peil).gemeenteOpen) return { keus, keten: nu }
    const keten = this.keten(peil)
    return { keus: this.corpus.planOp(id, wetDag, keten), keten }
  }

  /** The schemes that apply on a day, in the order of the corpus. */
  geldend(dag: Dag): readonly string[] {
    const ids = this.corpus.wettenOp(dag, this.keten(dag)).map((w) => w.id)
    if (!this.verhuist()) return ids
    const eerder = [beginMaand, beginKwartaal, beginJaar].flatMap((begin) =>
      this.corpus.wettenOp(dag, this.keten(begin(dag))).map((w) => w.id),
    )
    return [...new Set([...ids, ...eerder])].filter((id) => this.kies(id, dag).keus.k !== 'niet-hier')
  }

  /** Whether the place has spells: only then it depends on the day. */
  private verhuist(): boolean {
    if (this.metVerhuizing === undefined) {
      const w = this.huishouden.json.woning
      const o = isObject(w) ? w : {}
      this.metVerhuizing = [w, o.gemeente, o.waterschap].some(isPeriodes)
    }
    return this.metVerhuizing
  }
}

export function peildag(w: Wet, dag: Dag): Dag {
  switch (w.peilmoment) {
    case 'dag':
      return dag
    case 'maand':
      return beginMaand(dag)
    case 'kwartaal':
      return beginKwartaal(dag)
    case 'jaar':
      return beginJaar(dag)
  }
}
