import type { OrganisatieId } from '../../../domain/index.ts'
import type { Ketenbeeld, Loket, Loketvrager } from '../../../loket/index.ts'
import { PlatformError } from '../../../platform/index.ts'
import type { Verzoek } from '../../verzoek.ts'
import { eisWerker } from '../balie/eis.ts'
import { eisWie } from '../mijn/eis.ts'

/** On whose pages: a professional, whoever it is about, or an outside party. */
export type Kant = 'balie' | 'mijn' | 'partij'

/** One case as one reader has it before them. */
export interface Ketenscherm {
  readonly verzoek: Verzoek
  readonly kant: Kant
  readonly vrager: Loketvrager
  readonly loket: Loket
  readonly ketenzaak: string
  readonly beeld: Ketenbeeld
  /** Whether somebody there sees what they are asked; of who can ask. Absent: everybody does. */
  readonly bereikt?: ((organisatie: OrganisatieId) => boolean) | undefined
}

export function eisLoket({ loket }: Pick<Verzoek, 'loket'>): Loket {
  if (loket === undefined) throw new PlatformError('niet-gevonden')
  return loket.loket
}

/** Who looks, as the side of the page says; never by a field that was sent. */
export function vragerVan(verzoek: Verzoek, kant: Kant): Loketvrager {
  if (kant === 'balie') return { subject: eisWerker(verzoek).werker.subject, voor: { soort: 'zelf' } }
  if (kant === 'mijn') {
    const { subject, voor } = eisWie(verzoek).wie
    return { subject, voor }
  }
  if (verzoek.genodigde === undefined) throw new PlatformError('niet-ingelogd')
  return { subject: verzoek.genodigde, voor: { soort: 'zelf' } }
}

/**
 * `undefined`: there is no such case, or not for them. `overzie`: for who sends a form; no word of anybody is read, and
 * what is asked of it is only what can be done. `sinds`: also as it was at that number.
 */
export async function leesScherm(
  verzoek: Verzoek,
  kant: Kant,
  hoe: 'bekijk' | 'overzie' = 'bekijk',
  sinds?: number,
): Promise<Ketenscherm | undefined> {
  const loket = eisLoket(verzoek)
  const vrager = vragerVan(verzoek, kant)
  const ketenzaak = kant === 'partij' ? (verzoek.genodigde?.ketenzaak ?? '') : (verzoek.delen.ketenzaak ?? '')
  const beeld = await (hoe === 'bekijk'
    ? loket.bekijk(vrager, ketenzaak, sinds)
    : loket.overzie(vrager, ketenzaak))
  if (beeld === undefined) return undefined
  const bereikt = kant === 'balie' && beeld.zicht.als === 'regie' ? await loket.bereik?.() : undefined
  return { verzoek, kant, vrager, loket, ketenzaak, beeld, bereikt }
}
