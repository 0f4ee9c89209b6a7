import type { Lijn, Lijnwerker } from '../../../lijnen/index.ts'
import type { Verzoek } from '../../verzoek.ts'

/** Who asks, on a page that the table of access opened; `undefined`: there are no lines here. */
export function leesLijn({
  loket,
  werker,
}: Verzoek): { readonly lijn: Lijn; readonly wie: Lijnwerker } | undefined {
  if (loket?.lijn === undefined || werker === undefined) return undefined
  const { medewerker, organisatie, naam } = werker.subject
  return { lijn: loket.lijn, wie: { medewerker, organisatie, naam } }
}

/** Without script these pages look again by themselves; so often, in seconds. */
export const KIJK_OPNIEUW = 20
