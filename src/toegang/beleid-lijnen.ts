import { bellers } from './beleid-bellen.ts'
import type { Beleidsregel } from './beleidsregel.ts'
import { medewerkerrollen } from './rollen.ts'

/** The lines of the table of access that are about direct lines between organisations. None opens anything of a person. */
export const lijnbeleid: readonly Beleidsregel[] = [
  {
    // Which team knows what, and when it is there. Names teams, and nobody who works in one.
    id: 'lijnen-zoeken',
    wie: 'medewerker',
    handelingen: ['bekijken'],
    voorwerpen: ['lijn'],
    rollen: medewerkerrollen,
    eist: [],
  },
  {
    // How the lines of their own organisation run; counts, and never about one professional.
    id: 'lijncijfers-zien',
    wie: 'medewerker',
    handelingen: ['bekijken'],
    voorwerpen: ['lijncijfers'],
    rollen: ['beheerder'],
    eist: ['eigen-organisatie'],
  },
  {
    // Of all organisations: who answers for the front door as a whole.
    id: 'lijncijfers-alles-zien',
    wie: 'medewerker',
    handelingen: ['bekijken'],
    voorwerpen: ['lijncijfers'],
    rollen: ['installatiebeheerder'],
    eist: [],
  },
  {
    // Each organisation says what is so of itself.
    id: 'lijnteams-bijhouden',
    wie: 'medewerker',
    handelingen: ['beheren'],
    voorwerpen: ['lijnteam'],
    rollen: ['beheerder'],
    eist: ['eigen-organisatie'],
  },
  {
    // To answer for a team of one's own organisation: whoever may call a colleague may be called by one. It opens nothing
    // of anybody; which teams those are, the guide says.
    id: 'lijn-bemannen',
    wie: 'medewerker',
    handelingen: ['stellen'],
    voorwerpen: ['lijndienst'],
    rollen: bellers,
    eist: ['eigen-organisatie'],
  },
]
