import { baliebeleid } from './beleid-balie.ts'
import { belbeleid } from './beleid-bellen.ts'
import { ervaringbeleid } from './beleid-ervaring.ts'
import { gebruikbeleid } from './beleid-gebruik.ts'
import { kennisbeleid } from './beleid-kennis.ts'
import { lijnbeleid } from './beleid-lijnen.ts'
import { loketbeleid } from './beleid-loket.ts'
import { postbeleid } from './beleid-post.ts'
import { proactiefbeleid } from './beleid-proactief.ts'
import { vroegbeleid } from './beleid-vroegsignalering.ts'
import { wetbeleid } from './beleid-wet.ts'
import { zaakbeleid } from './beleid-zaken.ts'
import type { Beleidsregel } from './beleidsregel.ts'
import { medewerkerrollen } from './rollen.ts'

/** Consent and mandates: a stranger at an unlocked screen must not be able to give them. */
const versMinuten = 5

/** Professionals of government who may look for somebody. */
const zoekers: readonly string[] = ['balie', 'klantcontact', 'hulpverlener', 'behandelaar']

/**
 * Everything that is allowed. What does not stand here is not. Several lines may fit; one that is met is enough.
 * Levels per action: see own data and cases substantieel; consent and mandates substantieel and just proved.
 */
export const beleid: readonly Beleidsregel[] = [
  {
    id: 'openbaar-lezen',
    wie: 'iedereen',
    handelingen: ['bekijken', 'invullen'],
    voorwerpen: ['openbaar'],
    eist: [],
  },
  {
    id: 'eigen-sessies',
    wie: 'inwoner',
    voor: ['zelf'],
    handelingen: ['bekijken', 'beeindigen'],
    voorwerpen: ['sessie'],
    niveau: 'laag',
    doelen: ['sessies'],
    eist: ['van-hen'],
  },
  {
    id: 'gegevens-zien',
    wie: 'inwoner',
    voor: ['zelf', 'kind', 'bedrijf', 'bewind', 'mentorschap', 'curatele'],
    handelingen: ['bekijken'],
    voorwerpen: ['eigen-gegevens'],
    niveau: 'substantieel',
    doelen: ['eigen-gegevens-tonen'],
    eist: ['van-hen', 'machtiging-dekt', 'vestiging-dekt'],
  },
  {
    // A mentor decides about care, not about money.
    id: 'inkomen-zien',
    wie: 'inwoner',
    voor: ['zelf', 'bewind', 'curatele'],
    handelingen: ['bekijken'],
    voorwerpen: ['inkomen'],
    niveau: 'substantieel',
    doelen: ['inkomen-tonen'],
    eist: ['van-hen', 'machtiging-dekt'],
  },
  {
    id: 'gemachtigd-zien',
    wie: 'inwoner',
    voor: ['machtiging'],
    handelingen: ['bekijken'],
    voorwerpen: ['eigen-gegevens', 'inkomen', 'invulling'],
    niveau: 'substantieel',
    doelen: ['eigen-gegevens-tonen', 'inkomen-tonen', 'rechten-invullen'],
    eist: ['van-hen', 'machtiging-dekt'],
  },
  {
    id: 'inzage-zien',
    wie: 'inwoner',
    voor: ['zelf', 'kind', 'bedrijf', 'bewind', 'mentorschap', 'curatele'],
    handelingen: ['bekijken'],
    voorwerpen: ['inzagelog'],
    niveau: 'substantieel',
    doelen: ['inzage-tonen'],
    eist: ['van-hen', 'machtiging-dekt', 'vestiging-dekt'],
  },
  {
    id: 'berichten-lezen',
    wie: 'inwoner',
    voor: ['zelf', 'bedrijf', 'bewind', 'curatele'],
    handelingen: ['bekijken'],
    voorwerpen: ['bericht'],
    niveau: 'substantieel',
    doelen: ['berichten-tonen'],
    eist: ['van-hen', 'machtiging-dekt', 'vestiging-dekt'],
  },
  {
    // Who acts for somebody passes nothing on in their name.
    id: 'berichten-doorsturen',
    wie: 'inwoner',
    voor: ['zelf'],
    handelingen: ['geven'],
    voorwerpen: ['bericht'],
    niveau: 'substantieel',
    versMinuten,
    doelen: ['bericht-doorsturen'],
    eist: ['van-hen'],
  },
  {
    // How somebody is reached. Going back to paper, and away from an address, asks for no new login. A company is an
    // addressee like any other, and speaks through who represents the whole of it (Awb 2:1 lid 2).
    id: 'kanalen-kiezen',
    wie: 'inwoner',
    voor: ['zelf', 'bedrijf'],
    handelingen: ['bekijken', 'invullen', 'toestemming-intrekken'],
    voorwerpen: ['contactvoorkeur'],
    niveau: 'substantieel',
    doelen: ['contactvoorkeuren'],
    eist: ['van-hen', 'heel-bedrijf'],
  },
  {
    // Who reads the messages sees by which way they come. Whether they may choose another is not established.
    id: 'kanalen-zien-voor',
    wie: 'inwoner',
    voor: ['bewind', 'curatele'],
    handelingen: ['bekijken'],
    voorwerpen: ['contactvoorkeur'],
    niveau: 'substantieel',
    doelen: ['contactvoorkeuren'],
    eist: ['van-hen', 'machtiging-dekt'],
  },
  {
    // Awb 2:8: the addressee says it, expressly. A stranger at an unlocked screen stops nobody's letters.
    id: 'kanalen-verklaren',
    wie: 'inwoner',
    voor: ['zelf', 'bedrijf'],
    handelingen: ['toestemmen'],
    voorwerpen: ['contactvoorkeur'],
    niveau: 'substantieel',
    versMinuten,
    doelen: ['contactvoorkeuren'],
    eist: ['van-hen', 'heel-bedrijf'],
  },
  {
    id: 'rechten-invullen',
    wie: 'inwoner',
    voor: ['zelf', 'kind', 'machtiging', 'bewind', 'curatele'],
    handelingen: ['bekijken', 'invullen'],
    voorwerpen: ['invulling'],
    niveau: 'substantieel',
    doelen: ['rechten-invullen'],
    eist: ['van-hen', 'machtiging-dekt'],
  },
  {
    // Who may act for money may consent to its use; a mandate for a service is no consent.
    id: 'toestemming-geven',
    wie: 'inwoner',
    voor: ['zelf', 'bewind', 'curatele'],
    handelingen: ['toestemmen'],
    voorwerpen: ['toestemming'],
    niveau: 'substantieel',
    versMinuten,
    doelen: ['rechten-invullen', 'rechten-volgen'],
    eist: ['van-hen', 'machtiging-dekt'],
  },
  {
    // Taking back is as easy as giving, or easier (AVG art. 7 lid 3): no new login.
    id: 'toestemming-intrekken',
    wie: 'inwoner',
    voor: ['zelf', 'bewind', 'curatele'],
    handelingen: ['bekijken', 'toestemming-intrekken'],
    voorwerpen: ['toestemming'],
    niveau: 'substantieel',
    doelen: ['rechten-invullen', 'rechten-volgen'],
    eist: ['van-hen', 'machtiging-dekt'],
  },
  {
    // Which other portals show their cases is for nobody else to decide.
    id: 'portaal-toestemmen',
    wie: 'inwoner',
    voor: ['zelf'],
    handelingen: ['toestemmen'],
    voorwerpen: ['toestemming'],
    niveau: 'substantieel',
    versMinuten,
    doelen: ['portaal-kiezen'],
    eist: ['van-hen'],
  },
  {
    // As with every consent: stopping asks for no new login.
    id: 'portaal-stoppen',
    wie: 'inwoner',
    voor: ['zelf'],
    handelingen: ['bekijken', 'toestemming-intrekken'],
    voorwerpen: ['toestemming'],
    niveau: 'substantieel',
    doelen: ['portaal-kiezen'],
    eist: ['van-hen'],
  },
  {
    id: 'onjuistheid-melden',
    wie: 'inwoner',
    voor: ['zelf', 'kind', 'bewind', 'mentorschap', 'curatele'],
    handelingen: ['bekijken', 'melden-onjuist'],
    voorwerpen: ['correctie'],
    niveau: 'substantieel',
    doelen: ['terugmelding'],
    eist: ['van-hen', 'machtiging-dekt'],
  },
  {
    // For oneself alone: who acts for somebody else gives nothing on, and takes nothing on, in their name.
    id: 'machtiging-geven',
    wie: 'inwoner',
    voor: ['zelf'],
    handelingen: ['geven', 'aannemen'],
    voorwerpen: ['machtiging'],
    niveau: 'substantieel',
    versMinuten,
    doelen: ['machtiging-registreren'],
    eist: ['van-hen'],
  },
  {
    id: 'machtiging-intrekken',
    wie: 'inwoner',
    voor: ['zelf'],
    handelingen: ['bekijken', 'intrekken'],
    voorwerpen: ['machtiging'],
    niveau: 'substantieel',
    doelen: ['machtiging-registreren'],
    eist: ['van-hen'],
  },
  ...zaakbeleid,
  ...postbeleid,
  ...loketbeleid,
  ...vroegbeleid,
  {
    // Whoever may act for money may make and cancel an appointment about it.
    id: 'afspraken-eigen',
    wie: 'inwoner',
    voor: ['zelf', 'bewind', 'curatele'],
    handelingen: ['bekijken', 'afspreken'],
    voorwerpen: ['afspraak'],
    niveau: 'substantieel',
    doelen: ['afspraken'],
    eist: ['van-hen', 'machtiging-dekt'],
  },
  {
    // What they need to be helped well: theirs alone to say, and kept with consent.
    id: 'hulpbehoefte-geven',
    wie: 'inwoner',
    voor: ['zelf'],
    handelingen: ['toestemmen'],
    voorwerpen: ['hulpbehoefte'],
    niveau: 'substantieel',
    versMinuten,
    doelen: ['hulp-onthouden'],
    eist: ['van-hen'],
  },
  {
    // As with every consent: stopping asks for no new login.
    id: 'hulpbehoefte-stoppen',
    wie: 'inwoner',
    voor: ['zelf'],
    handelingen: ['bekijken', 'toestemming-intrekken'],
    voorwerpen: ['hulpbehoefte'],
    niveau: 'substantieel',
    doelen: ['hulp-onthouden'],
    eist: ['van-hen'],
  },
  {
    // Their own first page, and their own login. Says nothing about anybody.
    id: 'werkplek',
    wie: 'medewerker',
    handelingen: ['bekijken', 'beeindigen'],
    voorwerpen: ['werkplek'],
    rollen: medewerkerrollen,
    eist: [],
  },
  {
    // Nothing is looked at yet; for which purpose is checked when it is used.
    id: 'grond-stellen',
    wie: 'medewerker',
    handelingen: ['stellen'],
    voorwerpen: ['grond'],
    rollen: zoekers,
    eist: [],
  },
  {
    id: 'inwoner-zoeken',
    wie: 'medewerker',
    handelingen: ['zoeken'],
    voorwerpen: ['inwoner'],
    rollen: zoekers,
    doelen: ['inwoner-zoeken'],
    eist: ['grond-zoekt'],
  },
  {
    id: 'inwoner-helpen',
    wie: 'medewerker',
    handelingen: ['bekijken'],
    voorwerpen: ['eigen-gegevens', 'machtiging', 'zaak', 'zaakdocument', 'hulpbehoefte'],
    rollen: ['klantcontact', 'balie'],
    doelen: ['inwoner-helpen'],
    eist: ['eigen-organisatie', 'grond-gesteld'],
  },
  {
    // For who stands at the desk or is on the telephone: at the own organisation.
    id: 'afspraken-aan-balie',
    wie: 'medewerker',
    handelingen: ['bekijken', 'afspreken'],
    voorwerpen: ['afspraak'],
    rollen: ['klantcontact', 'balie'],
    doelen: ['inwoner-helpen'],
    eist: ['eigen-organisatie', 'grond-gesteld'],
  },
  {
    // Debts are about money: whoever helps with them sees it.
    id: 'schulden-helpen',
    wie: 'medewerker',
    handelingen: ['bekijken'],
    voorwerpen: ['eigen-gegevens', 'inkomen', 'machtiging', 'zaak', 'zaakdocument', 'hulpbehoefte'],
    rollen: ['hulpverlener'],
    doelen: ['schuldhulp-geven'],
    eist: ['eigen-organisatie', 'grond-gesteld'],
  },
  {
    id: 'regeling-uitvoeren',
    wie: 'medewerker',
    handelingen: ['bekijken'],
    voorwerpen: ['eigen-gegevens', 'inkomen', 'machtiging', 'zaak', 'zaakdocument', 'hulpbehoefte'],
    rollen: ['behandelaar'],
    doelen: ['regeling-uitvoeren'],
    eist: ['eigen-organisatie', 'grond-gesteld'],
  },
  ...baliebeleid,
  {
    // Cases of their own organisation that take too long, by number. Of whom they are does not stand here.
    id: 'zaaksignalen-zien',
    wie: 'medewerker',
    handelingen: ['bekijken'],
    voorwerpen: ['zaaksignaal'],
    rollen: ['behandelaar', 'beheerder'],
    eist: ['eigen-organisatie'],
  },
  ...ervaringbeleid,
  ...kennisbeleid,
  ...lijnbeleid,
  ...gebruikbeleid,
  ...wetbeleid,
  ...belbeleid,
  ...proactiefbeleid,
  {
    // Figures of their own organisation, and whether the evidence is whole. Nobody's data.
    id: 'toezicht-houden',
    wie: 'medewerker',
    handelingen: ['bekijken', 'controleren'],
    voorwerpen: ['toezicht'],
    rollen: ['toezicht'],
    eist: ['eigen-organisatie'],
  },
  {
    // What their organisation shows, and whether its connection works. Nobody's data: test persons exist for tests.
    id: 'bron-beheren',
    wie: 'medewerker',
    handelingen: ['bekijken', 'beheren'],
    voorwerpen: ['bron'],
    rollen: ['beheerder'],
    eist: ['eigen-organisatie'],
  },
  {
    // Where questions with numbers of people go is not for one organisation to say: it is of the installation.
    id: 'bron-aansluiten',
    wie: 'medewerker',
    handelingen: ['bekijken', 'beheren', 'aansluiten'],
    voorwerpen: ['bron'],
    rollen: ['installatiebeheerder'],
    eist: [],
  },
]
