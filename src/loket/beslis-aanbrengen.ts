/** A library or a bank brings somebody's question in: government owns it from the beginning, and whoever brought it takes part. */

import { UITNODIGING_DAGEN } from './begrippen.ts'
import { partijErbij } from './beslis-delen.ts'
import { schaalOp } from './beslis-opschaling.ts'
import { planStappen } from './beslis-stappen.ts'
import { type Bouw, einde } from './bouw.ts'
import type { Opdracht, Weigering } from './opdracht.ts'
import type { Tekstverwijzing } from './woorden.ts'

type Aanbrenger = NonNullable<Extract<Opdracht<Tekstverwijzing>, { soort: 'open' }>['aanbrenger']>

/**
 * Whoever brought it takes part like every other outside party: by a code, after signing confidentiality, and sees its own
 * step. That the resident said yes is the ground. With nobody of government in charge yet the coordinator is asked at
 * once, and after them whoever may break through.
 */
export function brengAan(
  bouw: Bouw,
  { partij, naam, codehash, tot, stap }: Aanbrenger,
): Weigering | undefined {
  const fout = einde(bouw, tot, UITNODIGING_DAGEN)
  if (fout !== undefined) return fout
  const deelnemer = partijErbij(bouw, { partij, naam, doel: 'stap-uitvoeren', codehash, tot })
  if (stap !== undefined) {
    const weigering = planStappen(bouw, [
      {
        ...{ stap: stap.stap, titel: { soort: 'vrij', tekst: stap.titel }, termijn: stap.termijn },
        ...{ eigenaar: { soort: 'partij', deelnemer }, wachtOp: [], grond: 'toestemming' },
      },
    ])
    if (weigering !== undefined) return weigering
  }
  return schaalOp(bouw, { aanleiding: 'regisseur-afwezig' })
}
