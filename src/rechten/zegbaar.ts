import type { Grenzen, Per } from '../engine/index.ts'
import type { Maandwaarde } from './inkomenslijn.ts'

/**
 * Limits are sound from the first question on, but «between € 0 and € 71.690» tells a person nothing. People are
 * told both limits only when these lie close together; the API always gives them. Close is: at most this many cents
 * a month apart, or the highest at most twice the lowest. € 1.000 was chosen by looking: the most that a rent
 * benefit or a child budget can be stays said, a pension or childcare of which nothing is known does not.
 */
export const HOOGSTENS_VERSCHIL = 100_000

/** `tussen`: both limits say something. `vanaf`: only the lowest does. `te-vroeg`: neither. */
export type Zegbaar = 'tussen' | 'vanaf' | 'te-vroeg'

/** Cents per month; for a difference both may be below zero. */
export function zegbaar({ van, tot }: Maandwaarde): Zegbaar {
  const [laag, hoog] = tot <= 0 ? [-tot, -van] : [van, tot]
  if (hoog - laag <= HOOGSTENS_VERSCHIL || (laag > 0 && hoog <= 2 * laag)) return 'tussen'
  return laag > 0 ? 'vanaf' : 'te-vroeg'
}

/** The limits of a scheme, whatever they are paid by; once counts as the money of a year. */
export function zegbareGrenzen({ van, tot, per }: Grenzen): Zegbaar {
  if (tot === null) return van > 0 ? 'vanaf' : 'te-vroeg'
  const om = (waarde: number): number => (waarde * KEER[per]) / 12
  return zegbaar({ van: om(van), tot: om(tot) })
}

const KEER: Readonly<Record<Per, number>> = { '2-weken': 26, maand: 12, kwartaal: 4, jaar: 1, eenmalig: 1 }
