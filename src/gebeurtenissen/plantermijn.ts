import type { Staptermijn, Termijnpunt } from '../corpus/index.ts'
import { type Datum, dagNa, dagVoor, termijneinde } from '../kalender/index.ts'

/** The days of a step, for one date. */
export interface Plantermijn {
  readonly vanaf?: Datum
  readonly tot?: Datum
  /** The last day as it would have been without the Algemene termijnenwet, when that is another day. */
  readonly zonderVerlenging?: Datum
}

/** Empty when we do not know the date: then only the words of the term remain. */
export function plantermijn(termijn: Staptermijn | undefined, datum: Datum | undefined): Plantermijn {
  if (termijn === undefined || datum === undefined) return {}
  const vanaf = termijn.vanaf && dagVan(termijn.vanaf, datum)
  const { tot } = termijn
  if (tot === undefined) return { ...(vanaf && { vanaf }) }
  if (tot.richting !== 'na') return { ...(vanaf && { vanaf }), tot: dagVan(tot, datum) }
  const { laatsteDag, zonderVerlenging } = termijneinde(datum, tot.duur, { verlengt: termijn.isVerlengbaar })
  return { ...(vanaf && { vanaf }), tot: laatsteDag, ...(zonderVerlenging && { zonderVerlenging }) }
}

/** Whether nothing can be done yet: its first day is still to come, or it counts from a date still to come. */
export function isLater(termijn: Staptermijn | undefined, datum: Datum | undefined, vandaag: Datum): boolean {
  if (termijn === undefined || datum === undefined) return false
  const { vanaf } = plantermijn(termijn, datum)
  if (vanaf !== undefined) return vanaf > vandaag
  return termijn.tot?.richting === 'na' && datum > vandaag
}

function dagVan(punt: Termijnpunt, datum: Datum): Datum {
  switch (punt.richting) {
    case 'op':
      return datum
    case 'voor':
      return dagVoor(datum, punt.duur)
    case 'na':
      return dagNa(datum, punt.duur)
  }
}
