/**
 * The fast form of the second back-end: a plan as one loop over typed arrays, for a population of which every fact is
 * known. What rests on a figure of the law that nobody has set is NaN, unless it is certain all the same: as the
 * evaluator says. Equal to it to the cent (tested).
 */
import type { Corpus } from './corpus.ts'
import { leesDatum } from './datum.ts'
import type { Plan } from './plan.ts'
import { DEEL, dag as dagfunctie } from './rekenen.ts'
import { schrijfJs } from './schrijf-lus.ts'
import { peildag } from './situatie.ts'
import { gebiedsketen } from './vocabulaire.ts'
import type { VolleKolommen } from './volkolommen.ts'
import { maakRekenplan, type Rekenplan } from './zekerheid.ts'

/** What a scheme says about a population at one place and day. */
export interface Plaatsplan {
  readonly id: string
  readonly naam: string
  /** Schemes with the same key are worked out the same way: one function serves all places. */
  readonly sleutel: number
  /** `signaal`: the conditions are not all of the law, so 1 says «ask» and not «yes». */
  readonly soort: 'bedrag' | 'recht' | 'signaal'
  /** Payments in a year, 1 for what is paid once; 0 without an amount. */
  readonly perJaar: number
  readonly rekenplan: Rekenplan
}

export interface Volplan {
  /**
   * Cents per household; 1 or 0 where the scheme has no amount; NaN when a figure of the law is missing that can
   * change it. Reads the columns, writes the first `aantal` of `uit`, keeps nothing.
   */
  readonly bereken: (k: VolleKolommen, uit: Float64Array) => void
  /** The generated text, for those who want to read it. */
  readonly tekst: string
}

const PER_JAAR = { '2-weken': 26, maand: 12, kwartaal: 4, jaar: 1, eenmalig: 1 } as const

/**
 * The schemes whose figures are known at a place and day, and the ids of those whose are not known any more. Ages and
 * terms count on that day, or on `op`: the law of one day about people as they are on another. `alleen`: of these alone.
 */
export function plannenOp(
  corpus: Corpus,
  datum: string,
  gemeente: string,
  waterschap: string | undefined,
  op = datum,
  alleen?: ReadonlySet<string>,
): { readonly plannen: readonly Plaatsplan[]; readonly verlopen: readonly string[] } {
  const dag = leesDatum(datum)
  const peil = leesDatum(op)
  if (dag === undefined || peil === undefined) throw new RangeError(`no such date: ${datum}, ${op}`)
  const borden = corpus.gebieden.get(gemeente)?.waterschappen ?? []
  const keten = gebiedsketen(
    corpus.gebieden,
    gemeente,
    waterschap ?? (borden.length === 1 ? borden[0] : undefined),
  )
  const plannen: Plaatsplan[] = []
  const verlopen: string[] = []
  for (const { id } of corpus.wettenOp(dag, keten)) {
    if (alleen && !alleen.has(id)) continue
    const keus = corpus.planOp(id, dag, keten)
    if (keus.k === 'plan') plannen.push(plaatsplan(id, keus.plan, peildag(keus.plan.wet, peil)))
    else if (keus.k === 'verlopen') verlopen.push(id)
  }
  return { plannen, verlopen }
}

const gemaakt = new WeakMap<Plan, Map<number, Plaatsplan>>()
let volgende = 0

function plaatsplan(id: string, plan: Plan, peil: number): Plaatsplan {
  const rij = gemaakt.get(plan) ?? new Map<number, Plaatsplan>()
  gemaakt.set(plan, rij)
  const al = rij.get(peil)
  if (al) return al
  const uit: Plaatsplan = {
    id,
    naam: plan.wet.info.naam,
    sleutel: volgende++,
    soort: plan.bedrag ? 'bedrag' : plan.wet.uitkomst.beslist ? 'recht' : 'signaal',
    perJaar: plan.per ? PER_JAAR[plan.per] : 0,
    rekenplan: maakRekenplan(plan, peil),
  }
  rij.set(peil, uit)
  return uit
}

/** The text of the function of a scheme: it can be given to another thread. */
export function tekstVan(p: Plaatsplan): string {
  return schrijfJs(p.rekenplan)
}

/** Only of a text that `tekstVan` made: names and numbers from checked formulas, no text of a user ends up in it. */
export function volplanUit(tekst: string): Volplan {
  const maak = new Function('D', 'DEEL', tekst) as (
    d: typeof dagfunctie,
    deel: typeof DEEL,
  ) => Volplan['bereken']
  return { bereken: maak(dagfunctie, DEEL), tekst }
}
