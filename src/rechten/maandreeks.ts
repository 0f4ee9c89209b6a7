import { bereken, type Corpus, type Huishouden, type Maand, type Uitkomst } from '../engine/index.ts'
import { type Maandbeeld, maandbeeld } from './maandbeeld.ts'

/** Combinations of unknowns per month: fewer give wider limits, still sound, in a fraction of the time. */
const COMBINATIES = 4

export interface MaandVraag {
  readonly corpus: Corpus
  readonly huishouden: Huishouden
  /** A day in the year to look at. */
  readonly datum: string
  readonly regelingen: readonly string[]
}

/**
 * The months of one year and the first of the next. Each month is one cheap evaluation; the days of a change and
 * their causes, which cost a look at every birthday and law, are asked only of schemes that do change.
 */
export function maandreeks({ corpus, huishouden, datum, regelingen }: MaandVraag): Maandbeeld {
  const maanden = maandenVan(datum)
  const opMaand = maanden.map((maand) =>
    bereken(corpus, { datum: maand, huishouden, regelingen }, { uitleg: false, combinaties: COMBINATIES }),
  )
  const uitkomsten = regelingen.flatMap((id) => {
    const rij = opMaand.flatMap((a) => a.uitkomsten.filter((u) => u.regeling === id))
    const eerste = rij[0]
    return eerste ? [{ ...eerste, maanden: rij.map((u, i) => alsMaand(maanden[i] ?? '', u)) }] : []
  })
  const anders = uitkomsten.filter((u) => isAnders(u.maanden)).map((u) => u.regeling)
  const reeks = { van: maanden[0] ?? datum, tot: maanden.at(-1) ?? datum }
  const wijzigingen = bereken(
    corpus,
    { datum, huishouden, regelingen: anders, reeks },
    { uitleg: false, combinaties: COMBINATIES },
  ).uitkomsten
  return maandbeeld(
    uitkomsten.map((u) => ({
      ...u,
      wijzigingen: wijzigingen.find((w) => w.regeling === u.regeling)?.wijzigingen ?? [],
    })),
  )
}

function maandenVan(datum: string): readonly string[] {
  const jaar = Number(datum.slice(0, 4))
  const rij = Array.from({ length: 12 }, (_, i) => `${jaar}-${String(i + 1).padStart(2, '0')}-01`)
  return [...rij, `${jaar + 1}-01-01`]
}

function alsMaand(maand: string, { recht, bedrag, grenzen }: Uitkomst): Maand {
  return { maand, recht, ...(bedrag ? { bedrag } : {}), ...(grenzen ? { grenzen } : {}) }
}

/** Another amount in one of the months whose figures are known; limits that move are no news. */
function isAnders(maanden: readonly Maand[]): boolean {
  const bekend = maanden.filter((m) => m.bedrag !== undefined || m.recht !== 'onbekend')
  const eerste = bekend[0]
  return bekend.some((m) => m.recht !== eerste?.recht || m.bedrag?.waarde !== eerste?.bedrag?.waarde)
}
