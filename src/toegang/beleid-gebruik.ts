import type { Beleidsregel } from './beleidsregel.ts'

/** The lines of the table of access about use and non-use: made-up people and counts, and nobody who exists. */
export const gebruikbeleid: readonly Beleidsregel[] = [
  {
    id: 'niet-gebruik-zien',
    wie: 'medewerker',
    handelingen: ['bekijken', 'beheren'],
    voorwerpen: ['niet-gebruik'],
    rollen: ['beleid', 'installatiebeheerder'],
    eist: [],
  },
  {
    // Which ground there is for a list. To ask gives nobody's data; what comes out is written down.
    id: 'lijst-vragen',
    wie: 'medewerker',
    handelingen: ['stellen'],
    voorwerpen: ['niet-gebruik'],
    rollen: ['beleid'],
    eist: ['eigen-organisatie'],
  },
  {
    id: 'campagnes',
    wie: 'medewerker',
    handelingen: ['bekijken', 'beheren'],
    voorwerpen: ['campagne'],
    rollen: ['beleid'],
    eist: ['eigen-organisatie'],
  },
]
