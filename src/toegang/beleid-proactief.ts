import type { Beleidsregel } from './beleidsregel.ts'

/** The lines of the table of access that are about being kept informed of one's rights. Consent to it is given as any other. */
export const proactiefbeleid: readonly Beleidsregel[] = [
  {
    // What changed in their rights, and what they say of it.
    id: 'veranderingen-zien',
    wie: 'inwoner',
    voor: ['zelf', 'bewind', 'curatele'],
    handelingen: ['bekijken', 'antwoorden'],
    voorwerpen: ['verandering'],
    niveau: 'substantieel',
    doelen: ['rechten-volgen'],
    eist: ['van-hen', 'machtiging-dekt'],
  },
  {
    // For who says at a desk, on the phone or in a letter that they want to be kept informed, or no longer.
    id: 'volgen-aan-balie',
    wie: 'medewerker',
    handelingen: ['bekijken', 'registreren'],
    voorwerpen: ['toestemming'],
    rollen: ['balie', 'klantcontact'],
    doelen: ['rechten-volgen'],
    eist: ['eigen-organisatie', 'grond-gesteld'],
  },
  {
    // That a person must tell somebody something, at their own organisation. Of whom stands there not.
    id: 'veranderingenwerk-zien',
    wie: 'medewerker',
    handelingen: ['bekijken'],
    voorwerpen: ['veranderingenwerk'],
    rollen: ['balie', 'klantcontact'],
    eist: ['eigen-organisatie'],
  },
  {
    // Of who stands before them or is called: what changed, and that they were told.
    id: 'verandering-vertellen',
    wie: 'medewerker',
    handelingen: ['bekijken', 'registreren'],
    voorwerpen: ['verandering'],
    rollen: ['balie', 'klantcontact'],
    doelen: ['inwoner-helpen'],
    eist: ['eigen-organisatie', 'grond-gesteld'],
  },
]
