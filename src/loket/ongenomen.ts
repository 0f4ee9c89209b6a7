/** A case that a library or a bank brought in, and that nobody of government took: it does not stay for ever. */
import { ONGENOMEN_DAGEN } from './begrippen.ts'
import type { Ketenzaak } from './ketenzaak.ts'

/** Nobody there took the case yet: their organisation owns it, and its coordinator is asked to name who does. */
export const NOG_NIEMAND = 'nog-niemand'

/** When it closes by itself; `undefined`: somebody took it, or whoever it is about is known. */
export function ongenomenTot({
  stand,
  regie,
  betrokkene,
  geopend,
  nietOpgelost,
}: Pick<Ketenzaak, 'stand' | 'regie' | 'betrokkene' | 'geopend' | 'nietOpgelost'>): Date | undefined {
  if (stand !== 'open' || regie.medewerker !== NOG_NIEMAND || betrokkene.soort !== 'anoniem') return undefined
  // Whoever contests it gets the same time again.
  const sinds = nietOpgelost?.op ?? geopend
  return new Date(sinds.getTime() + ONGENOMEN_DAGEN * 86_400_000)
}
