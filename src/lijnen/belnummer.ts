import { leesTelefoon } from '../afspraken/index.ts'
import type { Belnummer } from './gesprek/mediabrug.ts'

/** Numbers at a price of their own: nobody dials them from a desk (Nummerplan telefoon- en ISDN-diensten: 0900, 0906, 0909). */
const betaald = /^\+3190[069]/

/**
 * As somebody types it, or as it stands in their preferences: ten digits in the Netherlands, seven on the islands, or a
 * number that begins with +. `undefined`: it is none, or nobody dials it from here (also not what is shorter: 112).
 */
export function leesBelnummer(getypt: string): Belnummer | undefined {
  const kaal = leesTelefoon(getypt)
  if (kaal === undefined) return undefined
  const nummer: Belnummer = isBelnummer(kaal)
    ? kaal
    : kaal.startsWith('0')
      ? `+31${kaal.slice(1)}`
      : `+599${kaal}`
  return betaald.test(nummer) ? undefined : nummer
}

function isBelnummer(kaal: string): kaal is Belnummer {
  return kaal.startsWith('+')
}
