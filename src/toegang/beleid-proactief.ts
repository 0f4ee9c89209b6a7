import type { Beleidsregel } from './beleidsregel.ts'

/** Consent: a stranger at an unlocked screen must not be able to give it. */
const versMinuten = 5

/** The lines of the table of access that are about being kept informed of one's rights. */
export const proactiefbeleid: readonly Beleidsregel[] = [
  {
    id: 'volgen-toestemmen',
    wie: 'inwoner',
    voor: ['zelf', 'bewind', 'curatele'],
    handelingen: ['toestemmen'],
    voorwerpen: ['toestemming'],
    niveau: 'substantieel',
    versMinuten,
    doelen: ['rechten-volgen'],
    eist: ['van-hen', 'machtiging-dekt'],
  },
  {
    // Taking back is as easy as giving, or easier (AVG art. 7 lid 3): no new login.
    id: 'volgen-stoppen',
    wie: 'inwoner',
    voor: ['zelf', 'bewind', 'curatele'],
    handelingen: ['bekijken', 'toestemming-intrekken'],
    voorwerpen: ['toestemming'],
    niveau: 'substantieel',
    doelen: ['rechten-volgen'],
    eist: ['van-hen', 'machtiging-dekt'],
  },
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
