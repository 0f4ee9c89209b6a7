/** What already runs of what somebody may have a right to: looked for in their own cases, by themselves. */
import type { BewaardSignaal } from '../../../proactief/index.ts'
import { lopendeRegelingen } from '../../../zaken/index.ts'
import type { Verzoek } from '../../verzoek.ts'
import { deelVan } from '../deel.ts'
import { eisWie, zakenZien } from '../mijn/eis.ts'
import { mag } from '../mijn/wie.ts'
import { eisZaken, WACHT_MS } from '../mijn/zaken.ts'

/** Schemes; empty where there is nothing to look for, or where nobody said in time. */
export async function leesLopend(
  verzoek: Verzoek,
  signalen: readonly BewaardSignaal[],
): Promise<ReadonlySet<string>> {
  const { mijn, wie } = eisWie(verzoek)
  if (!signalen.some(isKansOpen)) return new Set()
  if (mijn.zaken === undefined || !mag(mijn, wie, zakenZien, verzoek.nu)) return new Set()
  const { zaken, kijker } = eisZaken(verzoek)
  // Where they have cases is remembered of who sees that and can refuse it: on the page of their cases.
  const blik = await deelVan(verzoek, 'zaken', () => zaken.kijk({ ...kijker, isTerloops: true }, WACHT_MS))
  return blik === 'weg' ? new Set() : lopendeRegelingen(blik.zaken)
}

export function looptAl(signaal: BewaardSignaal, lopend: ReadonlySet<string>): boolean {
  return isKansOpen(signaal) && lopend.has(signaal.regeling)
}

/** That something becomes less or ends is news also to who has it. */
function isKansOpen({ soort, stand }: BewaardSignaal): boolean {
  return soort === 'kans' && (stand === 'open' || stand === 'verteld')
}
