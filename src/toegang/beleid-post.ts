/** The lines of the table of access that are about what people send; `beleid.ts` takes them in, and says what they mean. */
export const postbeleid = [
  {
    // What they sent themselves, or was sent in their name.
    id: 'post-verstuurd-zien',
    wie: 'inwoner',
    voor: ['zelf', 'bedrijf', 'bewind', 'curatele'],
    handelingen: ['bekijken'],
    voorwerpen: ['poststuk'],
    niveau: 'substantieel',
    doelen: ['post-tonen'],
    eist: ['van-hen', 'machtiging-dekt', 'vestiging-dekt'],
  },
  {
    // Whoever may not send in somebody's name still sends: as a sender whom nobody recognised (Awb 2:13).
    id: 'post-versturen',
    wie: 'inwoner',
    voor: ['zelf', 'bedrijf', 'machtiging', 'bewind', 'mentorschap', 'curatele'],
    handelingen: ['toevoegen'],
    voorwerpen: ['poststuk'],
    niveau: 'substantieel',
    doelen: ['post-ontvangen'],
    eist: ['van-hen', 'machtiging-dekt', 'vestiging-dekt'],
  },
  {
    // Of who stands before them, or wrote: what came in, and what is done with it.
    id: 'post-behandelen',
    wie: 'medewerker',
    handelingen: ['bekijken', 'registreren'],
    voorwerpen: ['poststuk'],
    rollen: ['klantcontact', 'balie'],
    doelen: ['inwoner-helpen'],
    eist: ['eigen-organisatie', 'grond-gesteld'],
  },
  {
    // The same for what came from a sender whom nobody recognised: with a reason, and about nobody yet.
    id: 'post-van-onbekenden',
    wie: 'medewerker',
    handelingen: ['bekijken', 'registreren'],
    voorwerpen: ['poststuk'],
    rollen: ['klantcontact', 'balie'],
    doelen: ['inwoner-helpen'],
    eist: ['eigen-organisatie', 'grond-zoekt'],
  },
  {
    // That post came in at their own organisation, by number. What it says and of whom it is does not stand here.
    id: 'postvak-zien',
    wie: 'medewerker',
    handelingen: ['bekijken'],
    voorwerpen: ['postvak'],
    rollen: ['klantcontact', 'balie'],
    eist: ['eigen-organisatie'],
  },
  {
    // That somebody must be called or written to at their own organisation. Of whom stands there not.
    id: 'herstelwerk-zien',
    wie: 'medewerker',
    handelingen: ['bekijken'],
    voorwerpen: ['herstelwerk'],
    rollen: ['klantcontact', 'balie'],
    eist: ['eigen-organisatie'],
  },
  {
    // Work of no body at all: to whom it goes, and nothing of whom it is about.
    id: 'herstel-van-installatie',
    wie: 'medewerker',
    handelingen: ['beheren'],
    voorwerpen: ['herstelwerk'],
    rollen: ['installatiebeheerder'],
    eist: [],
  },
  {
    // Whom they call or write to and what about, after they stated why; and what came of it.
    id: 'herstel-doen',
    wie: 'medewerker',
    handelingen: ['bekijken', 'registreren'],
    voorwerpen: ['hersteltaak'],
    rollen: ['klantcontact', 'balie'],
    doelen: ['inwoner-helpen'],
    eist: ['eigen-organisatie', 'grond-gesteld'],
  },
  {
    // That a way of their own organisation was out of order. Nobody's data.
    id: 'storing-beheren',
    wie: 'medewerker',
    handelingen: ['bekijken', 'beheren'],
    voorwerpen: ['storing'],
    rollen: ['beheerder'],
    eist: ['eigen-organisatie'],
  },
] as const
