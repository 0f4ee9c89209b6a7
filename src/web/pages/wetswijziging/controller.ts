/** Which function answers which address of what a changed law would do. */
import * as regeling from './regeling.ts'
import * as start from './start.ts'
import * as uitslag from './uitslag.ts'

export const wetswijziging = {
  balieWet: start.toon,
  balieWetBestand: start.stuur,
  balieWetRegeling: regeling.toon,
  balieWetRegelingStuur: regeling.stuur,
  balieWetUitslag: uitslag.toon,
  balieWetDoe: uitslag.doe,
  balieWetGroepen: uitslag.groepen,
  balieWetInkomens: uitslag.inkomens,
}
