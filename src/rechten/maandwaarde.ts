import type { Bedrag, Grenzen, Maand, Uitkomst } from '../engine/index.ts'
import type { Maandwaarde } from './inkomenslijn.ts'
import { KEER_PER_JAAR, perMaand } from './overzicht.ts'

/**
 * What an outcome is worth per month, in cents: exact, within limits, or not known (undefined).
 * Once-only amounts are worth nothing per month.
 */
export function maandwaarde(
  u: Pick<Uitkomst, 'recht' | 'bedrag' | 'grenzen'> | Maand,
): Maandwaarde | undefined {
  if (u.recht === 'nee') return { van: 0, tot: 0 }
  if (u.bedrag) return { van: perMaand(u.bedrag), tot: perMaand(u.bedrag) }
  const { grenzen } = u
  if (!grenzen || grenzen.tot === null) return undefined
  return { van: perMaand(kant(grenzen, grenzen.van)), tot: perMaand(kant(grenzen, grenzen.tot)) }
}

/** The same with the year amount of the law, which is not rounded for payment. */
export function maandwaardeMetJaar(u: Uitkomst): Maandwaarde | undefined {
  const waarde = maandwaarde(u)
  if (!waarde) return undefined
  const betaald = u.bedrag && u.bedrag.waarde * KEER_PER_JAAR[u.bedrag.per]
  const jaar = u.recht === 'nee' ? 0 : (u.jaarbedrag ?? betaald)
  return jaar === undefined ? waarde : { ...waarde, jaar }
}

function kant({ valuta, per }: Grenzen, waarde: number): Bedrag {
  return { waarde, valuta, per }
}
