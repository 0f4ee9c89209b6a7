import type { Onderwerp } from '../corpus/index.ts'
import type { Datum, OrganisatieId } from '../domain/index.ts'
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

/**
 * Of a child from twelve on: only what is not about care or help. From which age who decides about that, and what a parent
 * may then see, we have not established; so it is not shown, nor what could be about it: an objection, a parking card for
 * who is ill, a place to live after something happened, sickness benefit.
 */
const vanKind: Zicht = {
  soort: 'onderwerpen',
  onderwerpen: ['burgerzaken', 'onderwijs', 'verblijf', 'toeslagen', 'belasting', 'ondernemen', 'boetes'],
}

/** `undefined`: everything. `vandaag` is the day in the Netherlands. */
export function zichtVoor(voor: Voor, vandaag: Datum): Zicht | undefined {
  if (voor.soort === 'kind')
    return voor.twaalfOp === undefined || vandaag >= voor.twaalfOp ? vanKind : undefined
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
