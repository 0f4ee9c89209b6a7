import { leesTelefoon } from '../afspraken/index.ts'
import type { Belnummer } from './gesprek/mediabrug.ts'

/**
 * Numbers at a price of their own: nobody dials them from a desk (Nummerplan telefoon- en ISDN-diensten: 0900, 0906, 0909;
 * abroad +979, ITU-T E.169.2).
 */
const betaald = /^\+(3190[069]|979)/

/**
 * Where is dialled to: the European Netherlands, and Bonaire, Sint Eustatius and Saba (+599 with 7, 3 and 4; +5999 is
 * Curaçao, ITU-T E.164). Whoever runs the installation names more.
 */
export const BELLANDEN = ['+31', '+5997', '+5993', '+5994'] as const

/**
 * As somebody types it, or as it stands in their preferences: ten digits in the Netherlands, seven on the islands, or a
 * number that begins with +. `undefined`: it is none, or nobody dials it from here (also not what is shorter: 112).
 */
export function leesBelnummer(getypt: string, ook: readonly string[] = []): Belnummer | undefined {
  const kaal = leesTelefoon(getypt)
  if (kaal === undefined) return undefined
  const nummer: Belnummer = isBelnummer(kaal)
    ? kaal
    : kaal.startsWith('0')
      ? `+31${kaal.slice(1)}`
      : `+599${kaal}`
  const zonderNul = schrijfZonderNul(nummer)
  const isBinnen = [...BELLANDEN, ...ook].some((land) => zonderNul.startsWith(land))
  return isBinnen && !betaald.test(zonderNul) ? zonderNul : undefined
}

/** +31 (0)10: the zero is for who dials it inside the country, and no number there begins with it. */
function schrijfZonderNul(nummer: Belnummer): Belnummer {
  return nummer.startsWith('+310') ? `+31${nummer.slice(4)}` : nummer
}

function isBelnummer(kaal: string): kaal is Belnummer {
  return kaal.startsWith('+')
}
