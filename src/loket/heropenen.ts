import { zet } from './beslis-stappen.ts'
import type { Bouw } from './bouw.ts'
import type { Sluiting } from './ketenzaak.ts'

/**
 * What was still to be done when the case was closed is to be done again, as it stood. A step that somebody let fall away
 * themselves has a reason, and stays away.
 */
export function heropenStappen(bouw: Bouw, { op }: Pick<Sluiting, 'op'>): void {
  for (const { stap, stand, af, was, toelichting } of bouw.stand.stappen.values())
    if (stand === 'vervallen' && toelichting === undefined && af?.getTime() === op.getTime())
      zet(bouw, stap, was ?? 'gevraagd')
}
