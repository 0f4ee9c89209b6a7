import type { Zaaktypetaal } from '../corpus/index.ts'
import type { Zaakgegevens } from './zaakgegevens.ts'

/**
 * What an organisation owes when it is in default and still does not decide (Awb 4:17 and 4:18): it begins when two
 * weeks have passed after it received the notice of default. Whole cents. The Algemene termijnenwet leaves these days
 * alone. Not for everything: see `isIngebrekestellingMogelijk`.
 */
export const dwangsom = {
  artikel: 'Algemene wet bestuursrecht artikel 4:17',
  vaststelling: 'Algemene wet bestuursrecht artikel 4:18',
  naWeken: 2,
  treden: [
    { dagen: 14, perDag: 2_300 },
    { dagen: 14, perDag: 3_500 },
    { dagen: 14, perDag: 4_500 },
  ],
  hoogstens: 144_200,
  /** Within so many weeks after the last day on which it was owed the organisation fixes the amount. */
  vaststellenBinnenWeken: 2,
} as const

/**
 * Is it established that Awb 4:17 holds for this case? The kind of case must be one of which `corpus/zaaktaal` says so:
 * tax, Woo requests and others have rules of their own. It is about a decision on an application, so the source must say
 * both, and this person must be the one who applied. Of municipalities alone: Dienst Toeslagen has amounts of its own
 * (Awir art. 12 lid 2), and of the other organisations of the whole country we established nothing.
 */
export function isIngebrekestellingMogelijk(
  { rol, type, organisatie }: Pick<Zaakgegevens, 'rol' | 'type' | 'organisatie'>,
  zaaktype: Pick<Zaaktypetaal, 'dwangsom'> | undefined,
): boolean {
  if (zaaktype?.dwangsom === undefined) return false
  const isAanvrager = rol === 'initiator' || rol === 'mede_initiator'
  return isAanvrager && type.isAanvraagMetBesluit === true && /^gemeente-GM\d{4}$/.test(organisatie)
}
