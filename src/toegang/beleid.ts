import { postbeleid } from './beleid-post.ts'
import { medewerkerrollen } from './rollen.ts'
import type { Niveau, VoorSoort } from './wie.ts'

export const handelingen = [
  'bekijken',
  'invullen',
  'toestemmen',
  'toestemming-intrekken',
  'melden-onjuist',
  'geven',
  'aannemen',
  'intrekken',
  'registreren',
  'beeindigen',
  'toevoegen',
  'antwoorden',
  'zoeken',
  'stellen',
  'controleren',
  'beheren',
  'aansluiten',
] as const
export type Handeling = (typeof handelingen)[number]

export const voorwerpen = [
  'openbaar',
  'eigen-gegevens',
  'inkomen',
  'inzagelog',
  'sessie',
  'toestemming',
  'correctie',
  'machtiging',
  'invulling',
  'zaak',
  'zaakdocument',
  'zaakindex',
  'zaaksignaal',
  'inwoner',
  'werkplek',
  'grond',
  'toezicht',
  'bericht',
  'bron',
  'poststuk',
  'postvak',
  'storing',
] as const
export type VoorwerpSoort = (typeof voorwerpen)[number]

/** What must be so besides. Each is checked in `beslis.ts`, in this order; the first that fails is the reason. */
export type Voorwaarde =
  /** The thing belongs to whom they act for. */
  | 'van-hen'
  /** The mandate holds today and covers this organisation and service. */
  | 'machtiging-dekt'
  /** Who may act for one branch of a company does so for that branch alone. */
  | 'vestiging-dekt'
  /** The thing belongs to the organisation of the professional. */
  | 'eigen-organisatie'
  /** The professional stated a ground, for this person, not too long ago. */
  | 'grond-gesteld'
  /** The professional stated a ground, not too long ago, and it is still about nobody. */
  | 'grond-zoekt'

export interface Beleidsregel {
  readonly id: string
  readonly wie: 'iedereen' | 'inwoner' | 'medewerker'
  /** For residents: for whom they may act here. */
  readonly voor?: readonly VoorSoort[]
  readonly handelingen: readonly Handeling[]
  readonly voorwerpen: readonly VoorwerpSoort[]
  /** For residents: how sure we must be of who they are. */
  readonly niveau?: Niveau
  /** For residents: they must have proved it this recently. */
  readonly versMinuten?: number
  /** For professionals: one of these. */
  readonly rollen?: readonly string[]
  /** One of these activities of the register; absent only where nothing about a person is touched. */
  readonly doelen?: readonly string[]
  readonly eist: readonly Voorwaarde[]
}

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
    doelen: ['rechten-invullen'],
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
    doelen: ['rechten-invullen'],
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
  {
    // Cases, what is in them, and adding to them. Not of a child: a case at a municipality or a school says where the
    // child lives, and a parent may be the one it is kept from; nothing here asks the register yet. Of whoever acts with a mandate or as a mentor the feature narrows
    // it down further (`zaken/zicht.ts`): that organisation alone, care alone.
    id: 'zaken-zien',
    wie: 'inwoner',
    voor: ['zelf', 'bedrijf', 'machtiging', 'bewind', 'mentorschap', 'curatele'],
    handelingen: ['bekijken', 'toevoegen'],
    voorwerpen: ['zaak', 'zaakdocument'],
    niveau: 'substantieel',
    doelen: ['zaken-tonen', 'zaken-document'],
    eist: ['van-hen', 'machtiging-dekt', 'vestiging-dekt'],
  },
  {
    // A question about a case, or what an organisation asked for: as the case itself.
    id: 'zaken-antwoorden',
    wie: 'inwoner',
    voor: ['zelf', 'bedrijf', 'machtiging', 'bewind', 'mentorschap', 'curatele'],
    handelingen: ['antwoorden'],
    voorwerpen: ['zaak'],
    niveau: 'substantieel',
    doelen: ['zaken-antwoorden'],
    eist: ['van-hen', 'machtiging-dekt', 'vestiging-dekt'],
  },
  {
    // Whether we remember where somebody has cases is for nobody else to decide.
    id: 'zaakindex-kiezen',
    wie: 'inwoner',
    voor: ['zelf'],
    handelingen: ['bekijken', 'invullen'],
    voorwerpen: ['zaakindex'],
    niveau: 'substantieel',
    doelen: ['zaken-index'],
    eist: ['van-hen'],
  },
  ...postbeleid,
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
    voorwerpen: ['eigen-gegevens', 'machtiging', 'zaak', 'zaakdocument'],
    rollen: ['klantcontact', 'balie'],
    doelen: ['inwoner-helpen'],
    eist: ['eigen-organisatie', 'grond-gesteld'],
  },
  {
    // Debts are about money: whoever helps with them sees it.
    id: 'schulden-helpen',
    wie: 'medewerker',
    handelingen: ['bekijken'],
    voorwerpen: ['eigen-gegevens', 'inkomen', 'machtiging', 'zaak', 'zaakdocument'],
    rollen: ['hulpverlener'],
    doelen: ['schuldhulp-geven'],
    eist: ['eigen-organisatie', 'grond-gesteld'],
  },
  {
    id: 'regeling-uitvoeren',
    wie: 'medewerker',
    handelingen: ['bekijken'],
    voorwerpen: ['eigen-gegevens', 'inkomen', 'machtiging', 'zaak', 'zaakdocument'],
    rollen: ['behandelaar'],
    doelen: ['regeling-uitvoeren'],
    eist: ['eigen-organisatie', 'grond-gesteld'],
  },
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
    // Cases of their own organisation that take too long, by number. Of whom they are does not stand here.
    id: 'zaaksignalen-zien',
    wie: 'medewerker',
    handelingen: ['bekijken'],
    voorwerpen: ['zaaksignaal'],
    rollen: ['behandelaar', 'beheerder'],
    eist: ['eigen-organisatie'],
  },
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
