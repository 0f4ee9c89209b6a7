import type { Kid, Sleutelring } from '../audit/index.ts'
import type { PersoonId } from '../domain/index.ts'

/** What another party knows somebody by: of no use to a third, and not to be traced back without our ring. */
export interface Pseudoniem {
  /** Kept beside a subscription, so that the pseudonym stays the same after a new key came. */
  readonly kid: Kid
  readonly waarde: string
}

/** `ontvanger` is an organisation, or one subscription of it. */
export function pseudoniemVoor(
  ring: Sleutelring,
  ontvanger: string,
  persoon: PersoonId,
  kid: Kid = ring.actief(),
): Pseudoniem {
  return { kid, waarde: ring.merk(kid, `pseudoniem ${ontvanger}`, persoon).toString('base64url') }
}
