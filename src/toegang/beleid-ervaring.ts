import type { Beleidsregel } from './beleidsregel.ts'

/** The lines of the table of access that are about how steps of journeys go; `beleid.ts` takes them in. */
export const ervaringbeleid: readonly Beleidsregel[] = [
  {
    // Whether it worked for whom they helped: a step and an answer, of nobody. Who may open nothing helps people too.
    id: 'ervaring-noteren',
    wie: 'medewerker',
    handelingen: ['registreren'],
    voorwerpen: ['ervaring'],
    rollen: ['balie', 'klantcontact', 'hulpverlener', 'behandelaar', 'informatiepunt'],
    eist: ['eigen-organisatie'],
  },
  {
    // How steps go at their own organisation and in what is of none. Counters, and sentences without numbers.
    id: 'ervaring-zien',
    wie: 'medewerker',
    handelingen: ['bekijken'],
    voorwerpen: ['ervaring'],
    rollen: ['beheerder'],
    eist: ['eigen-organisatie'],
  },
  {
    // Of all organisations: who answers for the front door as a whole.
    id: 'ervaring-alles-zien',
    wie: 'medewerker',
    handelingen: ['bekijken'],
    voorwerpen: ['ervaring'],
    rollen: ['installatiebeheerder'],
    eist: [],
  },
]
