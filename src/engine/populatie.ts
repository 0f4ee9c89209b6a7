/**
 * The second back-end for a few households of whom things may be unknown: the same generated JavaScript as for a whole
 * population (`schrijf-js.ts`), over columns that say what is not known. A household of which something is needed that
 * is not known goes to the evaluator: the answer where that is certain all the same, else NaN, never a guess. Equal to
 * the evaluator to the cent (tested).
 */

import type { Corpus } from './corpus.ts'
import { leesDatum } from './datum.ts'
import type { Gezin } from './gezin.ts'
import { zekereUitkomst } from './grenzen.ts'
import type { Kolommen } from './kolommen.ts'
import { omgeving } from './omgeving.ts'
import type { Plan } from './plan.ts'
import { DEEL, dag as dagfunctie } from './rekenen.ts'
import { schrijfJsMetOnbekenden } from './schrijf-lus.ts'
import { peildag } from './situatie.ts'
import { gebiedsketen } from './vocabulaire.ts'
import { maakRekenplan, NietTeSplitsen } from './zekerheid.ts'

export interface Populatieplan {
  /** Cents per household; 1 or 0 where the scheme has no amount; NaN when what is unknown can change it. */
  readonly bereken: (k: Kolommen, bedrag: Float64Array) => void
  /** The generated text, for those who want to read it. */
  readonly tekst: string
}

/** Generates the function of a scheme for a day and a place; the water board only where a municipality has several. */
export function compilePopulatie(
  corpus: Corpus,
  id: string,
  datum: string,
  gebied?: string,
  waterschap?: string,
): Populatieplan {
  const dag = leesDatum(datum)
  if (dag === undefined) throw new RangeError(`no such date: ${datum}`)
  const borden = gebied === undefined ? [] : (corpus.gebieden.get(gebied)?.waterschappen ?? [])
  const bord = waterschap ?? (borden.length === 1 ? borden[0] : undefined)
  const keus = corpus.planOp(id, dag, gebiedsketen(corpus.gebieden, gebied, bord))
  if (keus.k !== 'plan')
    throw new RangeError(`${id} has no known figures on ${datum} at ${gebied ?? 'nederland'}`)
  const { plan } = keus
  const twijfel = (g: Gezin): number => zekereUitkomst(plan, omgeving(g, plan.regels.length)) ?? Number.NaN
  const tekst = schrijf(plan, peildag(plan.wet, dag))
  if (tekst === undefined) return alleenEvaluator(twijfel)
  // The text is made by us from checked formulas: names and numbers only, no text of a user ends up in it.
  const maak = new Function('D', 'DEEL', 'TWIJFEL', tekst) as (
    d: typeof dagfunctie,
    deel: typeof DEEL,
    twijfel: (g: Gezin) => number,
  ) => Populatieplan['bereken']
  return { bereken: maak(dagfunctie, DEEL, twijfel), tekst }
}

/** `undefined`: a figure is missing where nothing can be said of the least and the most; the evaluator can. */
function schrijf(plan: Plan, peil: number): string | undefined {
  try {
    return schrijfJsMetOnbekenden(maakRekenplan(plan, peil))
  } catch (fout) {
    if (fout instanceof NietTeSplitsen) return undefined
    throw fout
  }
}

function alleenEvaluator(twijfel: (g: Gezin) => number): Populatieplan {
  return {
    bereken: (k, bedrag) => {
      for (let h = 0; h < k.aantal; h++) bedrag[h] = twijfel(k.gezin(h))
    },
    tekst: '',
  }
}
