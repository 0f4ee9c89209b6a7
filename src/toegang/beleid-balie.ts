import type { Beleidsregel } from './beleidsregel.ts'

/** The lines of the table of access about what somebody says or gives at a desk, on the phone or in a letter. */
export const baliebeleid: readonly Beleidsregel[] = [
  {
    id: 'machtiging-aan-balie',
    wie: 'medewerker',
    handelingen: ['bekijken', 'registreren', 'intrekken'],
    voorwerpen: ['machtiging'],
    rollen: ['balie'],
    doelen: ['machtiging-registreren'],
    eist: ['eigen-organisatie', 'grond-gesteld'],
  },
  {
    // What somebody says at a desk, on the phone or in a letter about how they want to be reached.
    id: 'kanalen-aan-balie',
    wie: 'medewerker',
    handelingen: ['bekijken', 'registreren'],
    voorwerpen: ['contactvoorkeur'],
    rollen: ['balie', 'klantcontact'],
    doelen: ['contactvoorkeuren'],
    eist: ['eigen-organisatie', 'grond-gesteld'],
  },
  {
    // What somebody says there about what they need to be helped well, with their consent.
    id: 'hulpbehoefte-aan-balie',
    wie: 'medewerker',
    handelingen: ['bekijken', 'registreren'],
    voorwerpen: ['hulpbehoefte'],
    rollen: ['balie', 'klantcontact'],
    doelen: ['hulp-onthouden'],
    eist: ['eigen-organisatie', 'grond-gesteld'],
  },
]
