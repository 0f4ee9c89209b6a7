import type { Beleidsregel } from './beleidsregel.ts'
import { medewerkerrollen } from './rollen.ts'

/** Whoever stands before people; of a library, a bank and a landlord as well, since nothing here opens a file. */
const ontvangers: readonly string[] = ['informatiepunt', 'adviseur', 'balie', 'klantcontact', 'hulpverlener']

/** The lines of the table of access that are about what professionals know of each other's schemes, and about who walks in. */
export const kennisbeleid: readonly Beleidsregel[] = [
  {
    // What any colleague may know of any scheme, and that they say a part is not right. Nobody's data.
    id: 'kennis-lezen',
    wie: 'medewerker',
    handelingen: ['bekijken', 'melden-onjuist'],
    voorwerpen: ['kennis'],
    rollen: medewerkerrollen,
    eist: [],
  },
  {
    // What was said of the sheets of their own organisation.
    id: 'kennismelding-beantwoorden',
    wie: 'medewerker',
    handelingen: ['beheren'],
    voorwerpen: ['kennismelding'],
    rollen: ['behandelaar', 'beheerder'],
    eist: ['eigen-organisatie'],
  },
  {
    // Of sheets that no body of its own keeps.
    id: 'kennismelding-van-installatie',
    wie: 'medewerker',
    handelingen: ['beheren'],
    voorwerpen: ['kennismelding'],
    rollen: ['installatiebeheerder'],
    eist: [],
  },
  {
    // A question in the words of whoever stands there, in their own browser and nowhere else. No file, no person.
    id: 'intakekaart',
    wie: 'medewerker',
    handelingen: ['bekijken', 'invullen'],
    voorwerpen: ['intakekaart'],
    rollen: ontvangers,
    eist: [],
  },
  {
    // With whoever stands there, when they want it, the question goes to a body of government that owns it from then on.
    // Who is government opens a chain case themselves.
    id: 'intakekaart-doorgeven',
    wie: 'medewerker',
    handelingen: ['geven'],
    voorwerpen: ['intakekaart'],
    rollen: ['informatiepunt', 'adviseur'],
    eist: [],
  },
  {
    // A place and a time at any organisation, for nobody in particular.
    id: 'naamloos-afspreken',
    wie: 'medewerker',
    handelingen: ['afspreken'],
    voorwerpen: ['naamloze-afspraak'],
    rollen: ontvangers,
    eist: [],
  },
  {
    // Who comes with a number, at their own organisation.
    id: 'naamloos-ontvangen',
    wie: 'medewerker',
    handelingen: ['bekijken', 'beeindigen'],
    voorwerpen: ['naamloze-afspraak'],
    rollen: ['balie', 'klantcontact'],
    eist: ['eigen-organisatie'],
  },
]
