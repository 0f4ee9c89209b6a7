/** Until when what creditors told is kept, by how it stands. Pure. */
import { beginVan, type Datum, dagNa, datum, datumOp } from '../../kalender/index.ts'
import type { Aanbodstand } from './hulpaanbod.ts'
import { bewaartermijnen } from './regels.ts'

export const zone = 'Europe/Amsterdam'

type Bewaargroep = keyof typeof bewaartermijnen

const groepVan: Readonly<Record<Aanbodstand, Bewaargroep>> = {
  'te-doen': 'open',
  aangeboden: 'open',
  betwist: 'open',
  afgewezen: 'afgewezen',
  // Until the first talk was held it is what that talk is about.
  aangenomen: 'open',
  overgedragen: 'aangenomen',
  gesloten: 'gesloten',
}

/** The moment from which it is erased: the begin of that day. `dag`: when something happened last. */
export function wisVanaf(stand: Aanbodstand | 'apart', dag: Datum): Date {
  const termijn = bewaartermijnen[stand === 'apart' ? 'apart' : groepVan[stand]]
  return beginVan(dagNa(dag, termijn), zone)
}

/** What creditors told is needed no more, whatever term the rest has. */
export function isSignaalOverbodig(stand: Aanbodstand): boolean {
  return stand === 'afgewezen' || stand === 'gesloten'
}

/** First day of the month of a moment, for counting. */
export function eersteVanMaand(op: Date): Datum {
  return datum(`${datumOp(op, zone).slice(0, 8)}01`)
}
