/**
 * How often something may be done. Each form has a row, and so has what costs a source or a search; a form without one
 * does not compile. A limit per person or session is for one human being in a hurry; a limit per address is for a
 * library, a school or a whole mobile network behind one address, so it only stops a machine.
 */
import type { Grens } from '../toegang/index.ts'
import type { Routenaam, routes } from './routes.ts'

/** A network: fifty people who do something every two seconds, and more. */
const netwerk = (aantal: number, minuten = 10): Grens => ({ per: 'adres', aantal, minuten })
const persoon = (aantal: number, minuten = 10): Grens => ({ per: 'persoon', aantal, minuten })
const sessie = (aantal: number, minuten = 10): Grens => ({ per: 'sessie', aantal, minuten })

export const grenzen = {
  /** Nobody is kept from these: they take away what we know, and cost nothing. */
  altijd: [],
  inloggen: [netwerk(1200)],
  'terug-van-inloggen': [netwerk(1200)],
  /** Guessing is what this stops: a code of six figures would take a person longer than it holds. */
  code: [sessie(10, 15), persoon(20, 60), netwerk(600, 60)],
  /** Each asks registers of others. */
  register: [persoon(120), netwerk(6000)],
  melding: [persoon(30, 60), netwerk(1200, 60)],
  toestemming: [persoon(60), netwerk(3000)],
  kanalen: [persoon(240, 60), sessie(240, 60), netwerk(6000, 60)],
  /** Each sends a text message or mail to an address that nobody proved yet: no way to bother a stranger. */
  adrescode: [persoon(8, 60), sessie(40, 60), netwerk(6000, 60)],
  machtiging: [persoon(60, 60), netwerk(3000, 60)],
  sessies: [persoon(120), netwerk(6000)],
  /** Somebody whose list fills in asks for it some fifteen times; what was asked of others is not asked again. */
  zaken: [persoon(600), netwerk(24_000)],
  /** Asks one organisation again. */
  'zaken-opnieuw': [persoon(60), netwerk(3000)],
  'zaak-document': [persoon(120, 60), netwerk(6000, 60)],
  'zaak-toevoegen': [persoon(30, 60), netwerk(6000, 60)],
  /** Holds a place that somebody else cannot have. */
  afspraak: [persoon(60, 60), sessie(120, 60), netwerk(6000, 60)],
  bestand: [persoon(30, 60), netwerk(1200, 60)],
  zoeken: [netwerk(6000)],
  /** Whoever tries codes at random finds none in a lifetime; this keeps them from trying. */
  controlecode: [netwerk(300)],
  /** Eighty random bits, and one use: nobody guesses one. Nobody is known here, so only a network can be counted. */
  meewerkcode: [netwerk(300, 30)],
  /** What is done in a chain case, and looking into one: each is written down. */
  keten: [persoon(240), sessie(600), netwerk(12_000)],
  /** Of a professional at a desk; a reason of theirs has a limit of its own on questions. */
  grond: [sessie(120, 60), netwerk(6000)],
  opzoeken: [sessie(240, 60), netwerk(6000)],
  dossier: [sessie(600, 60), netwerk(12_000)],
  toezicht: [sessie(20, 60)],
  /** Of somebody who looks after connections; a test asks another organisation some thirty questions. */
  beheer: [sessie(240, 60)],
  proef: [sessie(60, 60)],
  /** What people send to bodies; of who is not logged in only their network is there to count by. */
  post: [persoon(60, 60), netwerk(6000, 60)],
  /** «Is dit gelukt?»: each form counts once, and somebody sees many of them. */
  gelukt: [netwerk(1200)],
  /** A form of somebody whom we do not know: only their network is there to count by. */
  antwoord: [netwerk(18_000)],
} as const satisfies Readonly<Record<string, readonly Grens[]>>

export type Actie = keyof typeof grenzen

type Formulier = {
  [N in Routenaam]: (typeof routes)[N]['methode'] extends 'POST' ? N : never
}[Routenaam]

/** What a row of routes.ts counts as. Every form stands here; of the other pages those that ask something of others. */
export const acties: Readonly<Record<Formulier, Actie> & Partial<Record<Routenaam, Actie>>> = {
  antwoord: 'antwoord',
  gebeurtenisAntwoord: 'antwoord',
  watAlsStuur: 'antwoord',
  hulpZoek: 'antwoord',
  wis: 'altijd',
  geluktStuur: 'gelukt',
  balieGeluktNoteer: 'opzoeken',
  balieErvaring: 'beheer',
  balieLering: 'beheer',
  balieErvaringCsv: 'bestand',
  echtStuur: 'zoeken',
  echtCode: 'controlecode',
  zoeken: 'zoeken',
  inlogStart: 'inloggen',
  inlogTerug: 'terug-van-inloggen',
  uitloggen: 'altijd',
  sessiesEinde: 'sessies',
  voorWie: 'register',
  voorWieKies: 'register',
  gegevens: 'register',
  meldingen: 'register',
  berichten: 'register',
  berichtenZoek: 'register',
  bericht: 'register',
  berichtZet: 'register',
  berichtPapier: 'melding',
  berichtBijlage: 'zaak-document',
  berichtDoor: 'register',
  berichtDoorStuur: 'melding',
  kanalenKies: 'kanalen',
  kanalenVerklaar: 'kanalen',
  kanalenTerug: 'altijd',
  kanalenWensen: 'register',
  kanalenWensenZet: 'kanalen',
  kloptNietStuur: 'melding',
  inzageBestand: 'bestand',
  inzagePdf: 'bestand',
  invullenGeef: 'toestemming',
  invullenNeem: 'toestemming',
  machtigingen: 'register',
  machtigingGeefStuur: 'machtiging',
  machtigingCodeStuur: 'code',
  machtigingTrekIn: 'machtiging',
  ernaastStuur: 'sessies',
  hulpbehoefteGeef: 'toestemming',
  hulpbehoefteNeem: 'toestemming',
  volgenGeef: 'toestemming',
  volgenStop: 'altijd',
  veranderingenZeg: 'toestemming',
  veranderingPapierStuur: 'melding',
  balieVolgen: 'dossier',
  balieVolgenZet: 'toestemming',
  balieVeranderingOpen: 'opzoeken',
  balieVerandering: 'dossier',
  balieVeranderingDoe: 'opzoeken',
  balieInwonerVeranderingen: 'dossier',
  portaalGeef: 'toestemming',
  portaalStop: 'toestemming',
  zaken: 'zaken',
  zakenZoek: 'zaken',
  zakenOpnieuw: 'zaken-opnieuw',
  zakenDeelname: 'toestemming',
  zaak: 'zaken',
  zaakDocument: 'zaak-document',
  zaakVoegToe: 'zaak-toevoegen',
  zaakVraagStuur: 'zaak-toevoegen',
  postStuur: 'post',
  verstuurd: 'register',
  verstuurdStuk: 'register',
  verstuurdPdf: 'bestand',
  verstuurdHtml: 'bestand',
  verstuurdBijlage: 'bestand',
  verstuurdBewijs: 'bestand',
  taak: 'register',
  taakStuur: 'zaak-toevoegen',
  afspraakMaak: 'afspraak',
  afspraakVerzet: 'afspraak',
  afspraakZegAf: 'afspraak',
  balieAfspraken: 'dossier',
  balieAfspraak: 'dossier',
  balieAfspraakMaak: 'afspraak',
  balieAfspraakVerzet: 'afspraak',
  balieAfspraakZegAf: 'afspraak',
  balieLoket: 'dossier',
  balieLoketOpen: 'opzoeken',
  balieLoketVind: 'opzoeken',
  balieKetenWie: 'opzoeken',
  balieKetenzaak: 'keten',
  balieKetenPrint: 'keten',
  balieKetenPdf: 'bestand',
  balieKetenStuk: 'bestand',
  balieKetenGezien: 'keten',
  balieKetenVorm: 'keten',
  balieKetenDoe: 'keten',
  loket: 'register',
  ketenzaak: 'keten',
  ketenPrint: 'keten',
  ketenPdf: 'bestand',
  ketenStuk: 'bestand',
  ketenVorm: 'keten',
  ketenDoe: 'keten',
  meewerkenCode: 'meewerkcode',
  meewerkenStap: 'keten',
  meewerkenDoe: 'keten',
  meewerkenUit: 'altijd',
  balieInlogStart: 'inloggen',
  balieInlogTerug: 'terug-van-inloggen',
  balieUit: 'altijd',
  balieGrond: 'grond',
  balieEinde: 'altijd',
  balieZoek: 'opzoeken',
  balieKies: 'opzoeken',
  balieInwoner: 'dossier',
  balieZaken: 'dossier',
  balieZakenZoek: 'dossier',
  balieZakenOpnieuw: 'opzoeken',
  balieZaak: 'dossier',
  balieZaakDocument: 'dossier',
  balieMachtiging: 'dossier',
  balieMachtigingGeef: 'opzoeken',
  balieMachtigingEindig: 'opzoeken',
  balieHerstel: 'dossier',
  balieHerstelOpen: 'opzoeken',
  balieHerstelTaak: 'dossier',
  balieHerstelBijlage: 'dossier',
  balieHerstelDoe: 'opzoeken',
  balieHerstelGeef: 'beheer',
  baliePost: 'dossier',
  baliePostMaak: 'opzoeken',
  baliePostOpen: 'opzoeken',
  baliePostZoek: 'opzoeken',
  baliePostStuk: 'dossier',
  baliePostDoe: 'opzoeken',
  baliePostBijlage: 'dossier',
  balieStoringenDoe: 'beheer',
  balieKanalen: 'dossier',
  balieKanalenKies: 'kanalen',
  balieKanalenVerklaar: 'kanalen',
  balieKanalenTerug: 'altijd',
  balieKanalenSoorten: 'dossier',
  balieKanalenOrganisaties: 'dossier',
  balieKanalenWensen: 'dossier',
  balieKanalenWensenZet: 'kanalen',
  balieKanalenPrint: 'dossier',
  balieHulp: 'dossier',
  balieHulpGeef: 'toestemming',
  balieHulpNeem: 'altijd',
  balieControle: 'toezicht',
  balieKennisZoek: 'opzoeken',
  balieKloptNietStuur: 'opzoeken',
  balieKennismeldingDoe: 'beheer',
  balieLijnenZoek: 'opzoeken',
  balieLijnteamDoe: 'beheer',
  balieLijnmodel: 'beheer',
  balieLijncijfers: 'beheer',
  balieLijncijfersCsv: 'bestand',
  balieGebruik: 'beheer',
  balieGebruikRegeling: 'beheer',
  balieGebruikLoop: 'beheer',
  balieGebruikCsv: 'bestand',
  balieLijstvraagStel: 'beheer',
  balieCampagneMaak: 'beheer',
  balieCampagneTel: 'beheer',
  balieCampagneLoting: 'bestand',
  balieIntake: 'dossier',
  balieIntakeZet: 'dossier',
  balieIntakeAfspraakMaak: 'afspraak',
  balieIntakeKetenMaak: 'keten',
  balieIntakeKlaar: 'altijd',
  balieBellenBel: 'keten',
  balieLijnBel: 'keten',
  balieOproepDoe: 'keten',
  balieDienstDoe: 'keten',
  balieGesprekDoe: 'keten',
  balieNotitieSchrijf: 'keten',
  balieNotitiePlan: 'keten',
  balieBelafspraakMaak: 'afspraak',
  balieBelafspraakDoe: 'afspraak',
  gesprekDoe: 'meewerkcode',
  balieNaamloosZegAf: 'afspraak',
  balieBronMaak: 'beheer',
  balieBronStel: 'beheer',
  balieBronSluit: 'beheer',
  balieBronSleutel: 'beheer',
  balieBronRegel: 'beheer',
  balieBronRegels: 'beheer',
  balieBronVoorbeeld: 'proef',
  balieBronTest: 'proef',
}

/** Forms that may come with a file. */
const neemtBestand: ReadonlySet<string> = new Set<Routenaam>([
  'zaakVoegToe',
  'taakStuur',
  'postStuur',
  'baliePostMaak',
])

/** Pages on which somebody speaks; every other page leaves the microphone closed. */
const spreekt: ReadonlySet<string> = new Set<Routenaam>(['balieGesprek', 'balieGesprekDoe', 'gesprek'])

/** What a page takes besides fields: a file, a voice. */
export function watRouteNeemt(naam: Routenaam): {
  readonly metBestand: boolean
  readonly metMicrofoon: boolean
} {
  return { metBestand: neemtBestand.has(naam), metMicrofoon: spreekt.has(naam) }
}
