import { geenLoket } from './abonneren.ts'
import type { Berichtenstand } from './zaakbericht-store.ts'

/** How what a connection tells us comes in; for the operator. */
export type Feed =
  | 'goed'
  /** Nothing came yet, and nothing says that anything should. */
  | 'onbekend'
  | 'geen-abonnement'
  /** Hints wait because the source does not answer. */
  | 'bron-faalt'
  /** Hints wait longer than they should. */
  | 'loopt-achter'

export interface Feedstand extends Berichtenstand {
  readonly feed: Feed
}

/** Named limit: so long may a hint wait before the operator should look. */
const achterMs = 15 * 60_000

export function feedstand(stand: Berichtenstand, nu: Date): Feedstand {
  return { ...stand, feed: feedVan(stand, nu) }
}

function feedVan({ abonnement, rustTot, wachtSinds, laatsteBericht }: Berichtenstand, nu: Date): Feed {
  const zegtHetAnders = abonnement?.fout === geenLoket && laatsteBericht !== undefined
  if (abonnement?.fout !== undefined && !zegtHetAnders) return 'geen-abonnement'
  if (rustTot !== undefined && rustTot > nu) return 'bron-faalt'
  if (wachtSinds !== undefined && nu.getTime() - wachtSinds.getTime() > achterMs) return 'loopt-achter'
  return abonnement === undefined && laatsteBericht === undefined ? 'onbekend' : 'goed'
}
