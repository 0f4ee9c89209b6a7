import { datumOp } from '../kalender/index.ts'
import type { Inzending } from './inzending.ts'
import type { Zaakbeeld } from './zaakbeeld.ts'
import type { Zaakref } from './zaakgegevens.ts'

/** What was sent in this case, the newest first as it came in. */
export function inZaak(alle: readonly Inzending[], { bron, uuid }: Zaakref): readonly Inzending[] {
  return alle.filter((een) => een.bron === bron && een.zaak === uuid)
}

/**
 * The case after its resident sent what was asked. That counts for more than the name of a status, which the organisation
 * may set days later: it is its turn. Not when it took a step on a later day, still asks something, or closed the case.
 */
export function naVersturen(zaak: Zaakbeeld, verstuurd: readonly Pick<Inzending, 'op'>[]): Zaakbeeld {
  const laatste = verstuurd.reduce<Date | undefined>(
    (was, { op }) => (was === undefined || op > was ? op : was),
    undefined,
  )
  if (laatste === undefined || zaak.einde !== undefined || zaak.openTaken !== undefined) return zaak
  const verstuurdOp = datumOp(laatste, 'Europe/Amsterdam')
  if (zaak.statusOp !== undefined && zaak.statusOp > verstuurdOp) return zaak
  return {
    ...zaak,
    doet: 'organisatie',
    verstuurdOp,
    ...(zaak.groep === 'wacht-op-u' && { groep: 'in-behandeling' }),
  }
}
