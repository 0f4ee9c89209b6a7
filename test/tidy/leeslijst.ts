/**
 * Methods of ports that give something without a `Verwerkingsbewijs`, each with its reason. What is shown to anybody
 * is never in here: these are reads that access itself hangs on, that find out who somebody is, or that say nothing
 * about anybody. A new line is a decision; docs/adr/0016 says what it must answer.
 */
export const zonderBewijs: Readonly<Record<string, string>> = {
  // Deciding who may come in, and for whom. Without these there is nobody yet to write a line for.
  'Inlogdienst.start': 'where to send a browser; nobody is known yet',
  'Inlogdienst.rond': 'who logged in, as the provider says it to this browser',
  'Organisatielogins.start': 'where to send a browser; nobody is known yet',
  'Organisatielogins.rond': 'which professional logged in, as their own organisation says it',
  'Gesprek.start': 'the protocol under both logins',
  'Gesprek.rond': 'the protocol under both logins',
  'Antwoord.meer': 'claims of who logs in, read by the login alone',
  'Sessies.begin': 'gives the browser the token it comes back with, and what was just written',
  'Sessies.vind': 'whose token this is: asked before every decision',
  'SessieStore.vind': 'whose token this is: asked before every decision',
  'Machtigingen.vind': 'the mandate that access is decided on, for who may use it',
  'MachtigingStore.vind': 'the mandate that access is decided on, for who may use it',
  'MachtigingStore.maatregelen': 'what is not theirs to give any more: decides, and is shown to nobody',
  'AanbodStore.maatregelen': 'what is not theirs to give any more: decides, and is shown to nobody',
  'Machtigingen.geef': 'gives back what was just written with them',
  'GrondStore.vind': 'what a professional stated: without it no proof can be made',
  'Gronden.vind': 'what a professional stated: without it no proof can be made',
  'Gronden.stel': 'gives back what was just written',
  'Gronden.onthoud': 'random words for who was found, made here',

  // Finding out who somebody is. A random id says nothing; what is under it asks for proof.
  'Kluis.persoonBij': 'an id for a number that the caller has already',
  'Kluis.personenBij': 'ids for numbers that the caller has already',
  'Kluis.zoekPersoon': 'an id for a number that the caller has already',
  'Kluis.zelfdePersonen': 'ids of one and the same person',
  PersonenBij: 'the vault, as the adapter of a register sees it',
  PersoonBekend: 'an id for a number that the caller has already',
  'Proefonderdelen.berichten': 'counts per connection, about nobody',
  'AansluitingOnderdelen.personenBij': 'the vault, as who writes down test persons sees it',
  'OidcOnderdelen.persoonBij': 'the vault, as the login sees it',
  'KluisStore.vindOfMaak': 'ids for numbers that the caller has already',
  'KluisStore.vind': 'an id for a number that the caller has already',
  'KluisStore.verbonden': 'ids of one and the same person',

  // Cases. The use cases of MijnZaken write the line themselves, before they ask; what asks an organisation takes it.
  'Zaken.kijk': 'writes the line first',
  'Zaken.open': 'writes the line first',
  'Zaken.document': 'writes the line first',
  'Zaken.voegToe': 'writes the line first',
  'Zaken.contacten': 'writes the line first',
  'Zaken.stelVraag': 'writes the line first',
  'Zaken.taken': 'writes the line first',
  'Zaken.taak': 'writes the line first',
  'Zaken.lever': 'writes the line first',
  'Zaken.vulIn': 'writes the line first',
  // Inside the adapter: what came in through a port that takes the question, and the proof in it.
  Aanmelden: 'headers that say who we are',
  'Klant.haal': 'the road of the adapter, behind its port',
  'Klant.haalVers': 'the road of the adapter, behind its port',
  'Klant.lijst': 'the road of the adapter, behind its port',
  'Klant.maak': 'the road of the adapter, behind its port',
  'Klant.stuur': 'the road of the adapter, behind its port',

  // Whether another portal may ask. The line is written before anything is looked at.
  'PortaaltoestemmingStore.heeft': 'the consent that access is decided on',
  'Portalen.zoek': 'writes the line first',
  'Portalen.taak': 'writes the line first',

  // The index of cases: pseudonyms, and that somebody has something somewhere. Decides whom to ask; is shown to nobody.
  WieHeeft: 'whose case a message is about; who takes no part leaves nothing behind',
  'Zaakaanwijzer.wieHeeft': 'whose case a message is about; who takes no part leaves nothing behind',
  ZoekPersoon: 'an id for a number that the caller has already',
  'ZaakberichtStore.pak': 'that something changed in a case, not whose',
  'ZaakindexStore.deelnemer': 'pseudonyms and ids of cases: decides whom to ask',
  'ZaakindexStore.deelnemersOnder': 'pseudonyms that the caller has already',
  'ZaakindexwerkStore.houders': 'sealed, and opened by the task that writes a line for each',
  'ZaakindexwerkStore.teVragen': 'sealed, and opened by the task that writes a line for each',
  'ZaakindexwerkStore.metAndereSleutel': 'sealed, and sealed anew under another key',
  'Zaakindex.meldAan': 'decides whom to ask; the line stands before anybody is asked',
  'Zaakindex.bekend': 'decides whom to ask; the line stands before anybody is asked',

  // Sealed, and opened by what asks for proof.
  'KluisStore.vanPersoon': 'sealed rows; `kluis.ts` opens them, and asks for proof first',
  'KluisStore.teWisselen': 'sealed rows, sealed anew under another key',
  'Kluis.metBsn': 'takes the proof, or the processing of which it writes the line first',
  'BewijsLezer.onderwerpen': 'for the verifier: which chains there are',
  'BewijsLezer.keten': 'for the verifier: hashes and sealed payloads, of which it opens none to anybody',

  // Work of the installation itself.
  'TerugmeldingStore.teVerzenden': 'which reports still have to go; what they say is read with proof',
  'Toezicht.controleer': 'whether the evidence is whole; nobody is in the report but by the id of a chain',

  // Appointments. Which places are taken says nothing of whom; what is changed was looked at with proof just before.
  'AfspraakStore.bezet': 'which places of a team are taken, not by whom',
  'AfspraakStore.verzet': 'what became of it',
  'AfspraakStore.zegAf': 'what became of it',
  'AfspraakStore.herinner': 'which are to come; who sends the message writes a line for each',
  'Afspraken.vrij': 'where there is room',
  'Afspraken.herinner': 'how many; who sends the message writes a line for each',

  // Not about people at all.
  // Connections: settings of organisations, and what they can do. Made-up people are looked at with a line, inside.
  'AansluitingStore.alle': 'settings of organisations',
  'AansluitingStore.versies': 'who changed a setting, for who answers for that connection',
  'BronverkeerStore.dagen': 'counts',
  'BronverkeerStore.verloop': 'counts',
  'Aansluitingen.alle': 'settings of organisations',
  'Aansluitingen.vind': 'settings of organisations',
  'Aansluitingen.versies': 'who changed a setting, for who answers for that connection',
  'Aansluitingen.bewaar': 'what was just written',
  'Aansluitingen.verbindingen': 'settings of organisations',
  'Bronnenbeheer.berichten': 'counts per connection',
  'Bronnenbeheer.test': 'writes the line first, for each made-up person',
  'Bronnenbeheer.typen': 'types of case, of a catalogue',
  'Bronnenbeheer.voorbeeld': 'writes the line first, for the made-up person',
  'Proefomgeving.zoekOp': 'addresses of a name',
  Stel: 'a question about nobody to a connection that is tested',
  'Proefonderdelen.verbinding': 'settings of organisations',
  'Proefonderdelen.abonneer': 'whether a subscription was made',
  'LopendeZaakbronnen.ververs': 'which connections changed',
  'Zaakberichten.notificatie': 'what came of a message',
  'Zaakberichten.gebeurtenissen': 'what came of messages',
  'ZaakberichtStore.meldend': 'connections that tell us of changes',
  'Zaakverkenner.verken': 'what a connection can do',
  'Zaakverkenner.zaaktypen': 'types of case, of a catalogue',
  'ZaakberichtStore.standen': 'counts per connection',
  'ZaaksignaalStore.open': 'numbers of cases, for the organisation whose cases they are; not of whom',
  'Abonneerloket.lijst': 'subscriptions at a source',
  'Abonneerloket.zet': 'a subscription at a source',
  'Proefonderdelen.tast': 'what a connection can do',
  'Catalogus.type': 'a catalogue',
  'Catalogus.stap': 'a catalogue',
  'Catalogus.namen': 'a catalogue',
  'Catalogus.richtingen': 'a catalogue',
  'Zoekopslag.lijktOp': 'words of our own pages',
  'Zoekopslag.zoek': 'our own pages',
  'Zoeker.zoek': 'our own pages',
}

/** Types that say nothing about anybody, whoever gives them. */
export const zegtNiets: Readonly<Record<string, string>> = {
  void: 'nothing',
  undefined: 'nothing',
  boolean: 'done or not',
  number: 'how many',
  T: 'what the function of the caller gave, which had its own proof',
  Geschreven: 'where in a chain a line came to stand',
  Anker: 'a signed root over hashes',
  Blad: 'a hash under such a root',
  Kid: 'the name of a key',
  Begrensd: 'whether somebody must wait',
  Opgeruimd: 'how much a retention period took away',
  Cijfer: 'figures without people',
  Verzenduitslag: 'whether an item left, and the number of the other side for it',
}
