/** Checked households as the columns that the generated JavaScript reads. */
import { peildag, Situatie } from './bereken.ts'
import type { Corpus } from './corpus.ts'
import { leesDatum } from './datum.ts'
import { type Kolommen, kolommenVan } from './populatie.ts'
import type { Huishouden } from './types.ts'

/** Facts are taken on the day on which the scheme takes them (`peilmoment`). */
export function maakKolommen(
  corpus: Corpus,
  id: string,
  datum: string,
  huishoudens: readonly Huishouden[],
): Kolommen {
  const dag = leesDatum(datum) ?? 0
  return kolommenVan(
    corpus,
    huishoudens.map((h) => {
      const s = Situatie.van(corpus, h)
      const keus = corpus.planOp(id, dag, s.keten(dag))
      return s.op(keus.k === 'plan' || keus.k === 'verlopen' ? peildag(keus.plan.wet, dag) : dag)
    }),
  )
}
