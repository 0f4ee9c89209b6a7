import type { BronId } from './zaakgegevens.ts'
import type { Deelnemer } from './zaakindex-store.ts'
import type { Zicht } from './zicht.ts'

/** Named limit: so long do we believe an organisation that said it has no case of somebody. */
export const geloofDagen = 7

export interface Bronkeuze {
  readonly vraag: readonly BronId[]
  readonly slaOver: readonly BronId[]
}

/**
 * Whom to ask about somebody. Who takes part in the index: where they have cases, and where it is not known or was
 * known too long ago. Who does not: everybody, or those they choose. Who acts with a mandate: its organisation alone.
 */
export function kiesBronnen({
  alle,
  deelnemer,
  gekozen,
  zicht,
  nu,
}: {
  readonly alle: readonly BronId[]
  readonly deelnemer: Deelnemer | undefined
  readonly gekozen: readonly BronId[] | undefined
  readonly zicht: Zicht | undefined
  readonly nu: Date
}): Bronkeuze {
  if (zicht?.soort === 'organisatie')
    return { vraag: alle.filter((bron) => bron === zicht.organisatie), slaOver: [] }
  if (gekozen !== undefined && gekozen.length > 0)
    return { vraag: alle.filter((bron) => gekozen.includes(bron)), slaOver: [] }
  if (deelnemer === undefined) return { vraag: alle, slaOver: [] }
  const slaOver = alle.filter((bron) => heeftNiets(deelnemer, bron, nu))
  return { vraag: alle.filter((bron) => !slaOver.includes(bron)), slaOver }
}

function heeftNiets({ bronnen }: Deelnemer, bron: BronId, nu: Date): boolean {
  const bekend = bronnen.find((een) => een.bron === bron)
  if (bekend?.bevestigdOp === undefined || bekend.zaken.length > 0) return false
  return nu.getTime() - bekend.bevestigdOp.getTime() < geloofDagen * 86_400_000
}
