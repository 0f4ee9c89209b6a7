/** Every coming day on which a right of somebody changes, and why: age, an end, another text of the law, a new year. */
import { bereken, type Corpus, type Huishouden, type Oorzaak } from '../../engine/index.ts'

export interface Omslagdag {
  readonly datum: string
  readonly regeling: string
  readonly oorzaken: readonly Oorzaak[]
  /** Cents; null when not known. */
  readonly voor: number | null
  readonly na: number | null
}

export interface Tijdvak {
  /** YYYY-MM-DD: what changes on the first day itself is not in it, what changes on the last one is. */
  readonly van: string
  readonly tot: string
}

/** By day, and on one day by scheme. Only these schemes. */
export function tijdlijn(
  corpus: Corpus,
  huishouden: Huishouden,
  { van, tot }: Tijdvak,
  regelingen: readonly string[],
): readonly Omslagdag[] {
  const vraag = { datum: van, huishouden, regelingen, reeks: { van, tot } }
  return bereken(corpus, vraag, { uitleg: false })
    .uitkomsten.flatMap(({ regeling, wijzigingen = [] }) =>
      wijzigingen.map(({ datum, oorzaken, voor, na }) => ({ datum, regeling, oorzaken, voor, na })),
    )
    .toSorted((a, b) => (`${a.datum} ${a.regeling}` < `${b.datum} ${b.regeling}` ? -1 : 1))
}
