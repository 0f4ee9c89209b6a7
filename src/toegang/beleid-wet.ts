import type { Beleidsregel } from './beleidsregel.ts'

/** The line of the table of access about what a changed law would do; `beleid.ts` takes it in. */
export const wetbeleid: readonly Beleidsregel[] = [
  {
    // Counts of people who do not exist, and texts of their own organisation: a plan may be known to nobody else.
    id: 'wetswijziging-doorrekenen',
    wie: 'medewerker',
    handelingen: ['bekijken', 'stellen'],
    voorwerpen: ['wetswijziging'],
    rollen: ['beleid', 'installatiebeheerder'],
    eist: ['eigen-organisatie'],
  },
]
