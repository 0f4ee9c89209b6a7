import type { Verwerkingsbewijs } from '../audit/index.ts'
import type { PersoonId } from '../domain/index.ts'
import type { Zoekregister, Zoekuitkomst, Zoekvraag } from './zoekregister.ts'

/** Writes the line of a search before `fn` runs: about nobody yet, or about everybody who was found. */
export type Zoekverwerk = <T>(
  betrokkenen: readonly PersoonId[],
  fn: (bewijs: Verwerkingsbewijs) => Promise<T>,
) => Promise<T>

/**
 * Who is it? First the search stands in the log of the organisation, then the register is asked. Whoever comes out
 * is given back only after a line stands on their own record: being shown in a list is being looked at.
 */
export async function zoekInwoner(
  register: Zoekregister,
  verwerk: Zoekverwerk,
  vraag: Zoekvraag,
): Promise<Zoekuitkomst> {
  const uitkomst = await verwerk([], (bewijs) => register.zoek(bewijs, vraag))
  if (uitkomst.status !== 'ok' || uitkomst.treffers.length === 0) return uitkomst
  return verwerk(
    uitkomst.treffers.map(({ persoon }) => persoon),
    async () => uitkomst,
  )
}
