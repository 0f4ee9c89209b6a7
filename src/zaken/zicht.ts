import type { Onderwerp } from '../corpus/index.ts'
import type { OrganisatieId } from '../domain/index.ts'
import type { Voor } from '../toegang/index.ts'
import type { Zaakbeeld } from './zaakbeeld.ts'

/** Which of somebody's cases another may see who acts for them. A page says which of these holds. */
export type Zicht =
  /** A mandate is for one organisation. No other is asked. */
  | { readonly soort: 'organisatie'; readonly organisatie: OrganisatieId }
  /** Only what we know to be about these; of what we do not know nothing is shown. */
  | { readonly soort: 'onderwerpen'; readonly onderwerpen: readonly Onderwerp[] }

/** A mentor decides about care and not about money (see the table of access). */
const vanMentor: Zicht = { soort: 'onderwerpen', onderwerpen: ['zorg'] }

/** `undefined`: everything. */
export function zichtVoor(voor: Voor): Zicht | undefined {
  if (voor.soort !== 'machtiging') return undefined
  const { soort, organisatie } = voor.machtiging
  if (soort === 'machtiging') return { soort: 'organisatie', organisatie }
  return soort === 'mentorschap' ? vanMentor : undefined
}

export function isTeZien(
  zicht: Zicht | undefined,
  { organisatie, onderwerp }: Pick<Zaakbeeld, 'organisatie' | 'onderwerp'>,
): boolean {
  if (zicht === undefined) return true
  if (zicht.soort === 'organisatie') return organisatie === zicht.organisatie
  return onderwerp !== undefined && zicht.onderwerpen.includes(onderwerp)
}
