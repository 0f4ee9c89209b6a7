/** `voordeur brieven herdruk <kenmerk>`: a printed letter goes on the pile again, and says that it is a new print. */
import { metDrukkerij, vindBrief } from './brieven.ts'
import type { VoerUit } from './opdracht.ts'

export const voerUit: VoerUit = ([gezocht = ''], wereld) =>
  metDrukkerij(wereld, async (drukkerij) => {
    const brief = await vindBrief(drukkerij, gezocht)
    if (typeof brief === 'string') {
      wereld.fout(brief)
      return 1
    }
    const uitslag = await drukkerij.drukOpnieuw(brief)
    if (uitslag.soort === 'ligt') wereld.uit('De brief ligt opnieuw op de stapel.')
    else if (uitslag.soort === 'lag-er-al') wereld.uit('De nieuwe afdruk lag al op de stapel.')
    else wereld.fout('De brief is nu niet te maken.')
    return uitslag.soort === 'ligt' || uitslag.soort === 'lag-er-al' ? 0 : 1
  })
