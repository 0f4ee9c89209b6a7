import type { Beleidsregel } from './beleidsregel.ts'

/** The lines of the table of access that are about offers of help after arrears. */
export const vroegbeleid: readonly Beleidsregel[] = [
  {
    // That an offer is to be made at their own organisation, and by when. To whom stands there not.
    id: 'vroegsignaalwerk-zien',
    wie: 'medewerker',
    handelingen: ['bekijken'],
    voorwerpen: ['vroegsignaalwerk'],
    rollen: ['hulpverlener'],
    eist: ['eigen-organisatie'],
  },
  {
    // Whom a signal is about that fits nobody by itself: who of the register it may be, after they stated why.
    id: 'vroegsignaal-uitzoeken',
    wie: 'medewerker',
    handelingen: ['bekijken', 'registreren'],
    voorwerpen: ['vroegsignaal'],
    rollen: ['hulpverlener'],
    doelen: ['vroegsignalering'],
    eist: ['eigen-organisatie', 'grond-zoekt'],
  },
  {
    // What a creditor told, and what was said: of the one person, after they stated why.
    id: 'hulp-aanbieden',
    wie: 'medewerker',
    handelingen: ['bekijken', 'registreren'],
    voorwerpen: ['hulpaanbod'],
    rollen: ['hulpverlener'],
    doelen: ['vroegsignalering'],
    eist: ['eigen-organisatie', 'grond-gesteld'],
  },
  {
    // Debts are about money: whoever may act for that may say yes or no. Saying no asks no new login, and neither does yes.
    id: 'hulpaanbod-beantwoorden',
    wie: 'inwoner',
    voor: ['zelf', 'bewind', 'curatele'],
    handelingen: ['bekijken', 'antwoorden'],
    voorwerpen: ['hulpaanbod'],
    niveau: 'substantieel',
    doelen: ['vroegsignalering'],
    eist: ['van-hen', 'machtiging-dekt'],
  },
]
