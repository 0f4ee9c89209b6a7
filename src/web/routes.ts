/**
 * Every address of the website, with who may open it. Nothing personal stands in an address:
 * a question is its place in the visitor's own order (`?n=3`), never what it asks.
 * Dutch lives at `/…`, the other languages at `/en/…` and `/pap/…`, with the same path behind it.
 */
import { type Taal, talen } from '../platform/i18n/index.ts'
import { get, post, type Route } from './route.ts'
import { afspraakroutes } from './routes-afspraken.ts'
import { belroutes } from './routes-bellen.ts'
import { bronroutes } from './routes-bronnen.ts'
import { gebruikroutes } from './routes-gebruik.ts'
import { kennisroutes } from './routes-kennis.ts'
import { lijnroutes } from './routes-lijnen.ts'
import { loketroutes } from './routes-loket.ts'
import { proactiefroutes } from './routes-proactief.ts'
import { vroegroutes } from './routes-vroegsignalering.ts'
import { inwoner, inwonerZelf, medewerker, vanGrond } from './toegangseis.ts'

export type { Route }
export { type Taal, talen }

const eigenSessies = inwonerZelf('bekijken', 'sessie', 'sessies')
const beeindig = inwonerZelf('beeindigen', 'sessie', 'sessies')
const eigenGegevens = inwoner('bekijken', 'eigen-gegevens', 'eigen-gegevens-tonen')
const inzien = inwoner('bekijken', 'inzagelog', 'inzage-tonen')
const berichtenLezen = inwoner('bekijken', 'bericht', 'berichten-tonen')
/** Only to who holds a mandate of theirs; the use case looks again. */
const doorsturen = inwoner('geven', 'bericht', 'bericht-doorsturen')
const kanalen = (handeling: 'bekijken' | 'invullen' | 'toestemmen' | 'toestemming-intrekken') =>
  inwoner(handeling, 'contactvoorkeur', 'contactvoorkeuren')
const terugmelden = inwoner('melden-onjuist', 'correctie', 'terugmelding')
const machtigen = (handeling: 'bekijken' | 'geven' | 'aannemen' | 'intrekken') =>
  inwoner(handeling, 'machtiging', 'machtiging-registreren')
const invullen = (handeling: 'bekijken' | 'toestemmen' | 'toestemming-intrekken') =>
  inwoner(handeling, 'toestemming', 'rechten-invullen')

const portalen = (handeling: 'bekijken' | 'toestemmen' | 'toestemming-intrekken') =>
  inwoner(handeling, 'toestemming', 'portaal-kiezen')

const verstuurdZien = inwoner('bekijken', 'poststuk', 'post-tonen')
const zakenZien = inwoner('bekijken', 'zaak', 'zaken-tonen')
const antwoorden = inwoner('antwoorden', 'zaak', 'zaken-antwoorden')
const zaakdocument = (handeling: 'bekijken' | 'toevoegen') =>
  inwoner(handeling, 'zaakdocument', 'zaken-document')

const hulpOnthouden = (handeling: 'bekijken' | 'toestemmen' | 'toestemming-intrekken') =>
  inwoner(handeling, 'hulpbehoefte', 'hulp-onthouden')

const werkplek = medewerker('bekijken', 'werkplek')
const zoeken = medewerker('zoeken', 'inwoner', 'inwoner-zoeken')
const zakenVanGrond = medewerker('bekijken', 'zaak', vanGrond)
/** Of whom an item is, the page asks again: who sees the box does not see what is in it. */
const postvak = medewerker('bekijken', 'postvak')
const herstelwerk = medewerker('bekijken', 'herstelwerk')
const herstelVanOns = medewerker('beheren', 'herstelwerk')
const hersteltaak = (handeling: 'bekijken' | 'registreren') => medewerker(handeling, 'hersteltaak', vanGrond)
const balieKanalen = (handeling: 'bekijken' | 'registreren') =>
  medewerker(handeling, 'contactvoorkeur', 'contactvoorkeuren')
const balieHulp = (handeling: 'bekijken' | 'registreren') =>
  medewerker(handeling, 'hulpbehoefte', 'hulp-onthouden')
const opPapier = (handeling: 'bekijken' | 'registreren' | 'intrekken') =>
  medewerker(handeling, 'machtiging', 'machtiging-registreren')

export const routes = {
  start: get('/'),
  gebeurtenissen: get('/gebeurtenissen'),
  gebeurtenis: get('/gebeurtenissen/:gebeurtenis'),
  gebeurtenisAntwoord: post('/gebeurtenissen/:gebeurtenis'),
  gebeurtenisPrint: get('/gebeurtenissen/:gebeurtenis/print'),
  gebeurtenisAgenda: get('/gebeurtenissen/:gebeurtenis/agenda.ics'),
  gebeurtenisBewaar: get('/gebeurtenissen/:gebeurtenis/bewaar'),
  stap: get('/gebeurtenissen/:gebeurtenis/stappen/:stap'),
  rechten: get('/rechten'),
  vraag: get('/rechten/vraag'),
  antwoord: post('/rechten/vraag'),
  antwoorden: get('/rechten/antwoorden'),
  overzicht: get('/rechten/overzicht'),
  print: get('/rechten/print'),
  wis: post('/rechten/wis'),
  watAls: get('/rechten/wat-als'),
  watAlsVorm: get('/rechten/wat-als/:soort'),
  watAlsStuur: post('/rechten/wat-als/:soort'),
  watAlsUitslag: get('/rechten/wat-als/:soort/uitslag'),
  regeling: get('/rechten/:regeling'),
  /** To which body and of which kind are words of ours; what somebody writes goes by POST. */
  post: get('/post'),
  postStuur: post('/post'),
  zoeken: get('/zoeken'),
  producten: get('/regelingen'),
  product: get('/regelingen/:regeling'),
  organisaties: get('/organisaties'),
  organisatie: get('/organisaties/:organisatie'),
  verwerkingen: get('/verwerkingen'),
  verwerking: get('/verwerkingen/:verwerking/:versie'),
  redactie: get('/redactie'),
  redactieRegelingen: get('/redactie/regelingen'),
  redactieRegeling: get('/redactie/regelingen/:regeling'),
  redactieGebeurtenissen: get('/redactie/gebeurtenissen'),
  redactieGebeurtenis: get('/redactie/gebeurtenissen/:gebeurtenis'),
  redactieOrganisaties: get('/redactie/organisaties'),
  redactieBerichten: get('/redactie/berichten'),
  redactieSchrijven: get('/redactie/schrijven/:document'),
  inloggen: get('/inloggen'),
  inlogStart: get('/inloggen/start'),
  inlogTerug: get('/inloggen/terug'),
  uitloggen: post('/uitloggen'),
  mijn: get('/mijn', eigenSessies),
  sessiesEinde: post('/mijn/sessies', beeindig),
  voorWie: get('/mijn/voor-wie', eigenSessies),
  voorWieKies: post('/mijn/voor-wie', eigenSessies),
  ernaast: get('/mijn/hulp', eigenSessies),
  ernaastStuur: post('/mijn/hulp', eigenSessies),
  hulpbehoefte: get('/mijn/hulp/wensen', hulpOnthouden('bekijken')),
  hulpbehoefteGeef: post('/mijn/hulp/wensen', hulpOnthouden('toestemmen')),
  hulpbehoefteNeem: post('/mijn/hulp/wensen/vergeten', hulpOnthouden('toestemming-intrekken')),
  gegevens: get('/mijn/gegevens', eigenGegevens),
  kloptNiet: get('/mijn/gegevens/klopt-niet/:gegeven', terugmelden),
  kloptNietStuur: post('/mijn/gegevens/klopt-niet/:gegeven', terugmelden),
  berichten: get('/mijn/berichten', berichtenLezen),
  /** What somebody looks for among their messages stands in no address. */
  berichtenZoek: post('/mijn/berichten', berichtenLezen),
  bericht: get('/mijn/berichten/:bericht', berichtenLezen),
  verstuurd: get('/mijn/verstuurd', verstuurdZien),
  verstuurdBewijs: get('/mijn/verstuurd/bewijs.json', verstuurdZien),
  verstuurdStuk: get('/mijn/verstuurd/:poststuk', verstuurdZien),
  verstuurdPdf: get('/mijn/verstuurd/:poststuk/verstuurd.pdf', verstuurdZien),
  verstuurdHtml: get('/mijn/verstuurd/:poststuk/verstuurd.html', verstuurdZien),
  verstuurdBijlage: get('/mijn/verstuurd/:poststuk/bijlagen/:bijlage', verstuurdZien),
  berichtZet: post('/mijn/berichten/:bericht', berichtenLezen),
  berichtPapier: post('/mijn/berichten/:bericht/papier', berichtenLezen),
  berichtBijlage: get('/mijn/berichten/:bericht/bijlagen/:nummer', berichtenLezen),
  berichtDoor: get('/mijn/berichten/:bericht/doorsturen', doorsturen),
  berichtDoorStuur: post('/mijn/berichten/:bericht/doorsturen', doorsturen),
  kanalen: get('/mijn/kanalen', kanalen('bekijken')),
  kanalenKies: post('/mijn/kanalen', kanalen('invullen')),
  /** Whatever lets something of theirs go by another way than paper. */
  kanalenVerklaar: post('/mijn/kanalen/verklaren', kanalen('toestemmen')),
  kanalenTerug: post('/mijn/kanalen/terug', kanalen('toestemming-intrekken')),
  kanalenSoorten: get('/mijn/kanalen/soorten', kanalen('bekijken')),
  kanalenOrganisaties: get('/mijn/kanalen/organisaties', kanalen('bekijken')),
  kanalenZaak: get('/mijn/kanalen/zaken/:bron/:zaak', kanalen('bekijken')),
  kanalenWensen: get('/mijn/kanalen/wensen', kanalen('bekijken')),
  kanalenWensenZet: post('/mijn/kanalen/wensen', kanalen('invullen')),
  kanalenPrint: get('/mijn/kanalen/print', kanalen('bekijken')),
  meldingen: get('/mijn/meldingen', inwoner('bekijken', 'correctie', 'terugmelding')),
  inzage: get('/mijn/inzage', inzien),
  inzageBestand: get('/mijn/inzage/inzage.json', inzien),
  inzagePdf: get('/mijn/inzage/inzage.pdf', inzien),
  invullen: get('/mijn/invullen', invullen('bekijken')),
  invullenGeef: post('/mijn/invullen', invullen('toestemmen')),
  invullenNeem: post('/mijn/invullen/terug', invullen('toestemming-intrekken')),
  machtigingen: get('/mijn/machtigingen', machtigen('bekijken')),
  machtigingGeef: get('/mijn/machtigingen/geven', machtigen('geven')),
  machtigingGeefStuur: post('/mijn/machtigingen/geven', machtigen('geven')),
  machtigingCode: get('/mijn/machtigingen/code', machtigen('aannemen')),
  machtigingCodeStuur: post('/mijn/machtigingen/code', machtigen('aannemen')),
  machtigingTrekIn: post('/mijn/machtigingen/intrekken', machtigen('intrekken')),
  portalen: get('/mijn/portalen', portalen('bekijken')),
  portaalGeef: post('/mijn/portalen', portalen('toestemmen')),
  portaalStop: post('/mijn/portalen/stop', portalen('toestemming-intrekken')),
  zaken: get('/mijn/zaken', zakenZien),
  /** What somebody looks for among their cases stands in no address. */
  zakenZoek: post('/mijn/zaken', zakenZien),
  zakenOpnieuw: post('/mijn/zaken/opnieuw', zakenZien),
  zakenDeelname: post('/mijn/zaken/deelname', inwoner('invullen', 'zaakindex', 'zaken-index')),
  zaak: get('/mijn/zaken/:bron/:zaak', zakenZien),
  zaakDocument: get('/mijn/zaken/:bron/:zaak/documenten/:document', zaakdocument('bekijken')),
  zaakVoegToe: post('/mijn/zaken/:bron/:zaak/documenten', zaakdocument('toevoegen')),
  zaakVraag: get('/mijn/zaken/:bron/:zaak/vraag', antwoorden),
  zaakVraagStuur: post('/mijn/zaken/:bron/:zaak/vraag', antwoorden),
  taak: get('/mijn/zaken/:bron/:zaak/taken/:taak', zakenZien),
  taakStuur: post('/mijn/zaken/:bron/:zaak/taken/:taak', antwoorden),
  balieInloggen: get('/balie/inloggen'),
  balieInlogStart: get('/balie/inloggen/start'),
  // Each organisation its own: a code that one provider sends never arrives where another one is awaited.
  balieInlogTerug: get('/balie/inloggen/:organisatie/terug'),
  balieUit: post('/balie/uitloggen'),
  balie: get('/balie', werkplek),
  balieGrond: post('/balie', medewerker('stellen', 'grond')),
  balieEinde: post('/balie/einde', medewerker('beeindigen', 'werkplek')),
  balieZoeken: get('/balie/zoeken', zoeken),
  balieZoek: post('/balie/zoeken', zoeken),
  balieKies: post('/balie/zoeken/kies', zoeken),
  balieInwoner: get('/balie/inwoner', medewerker('bekijken', 'eigen-gegevens', vanGrond)),
  balieZaken: get('/balie/zaken', zakenVanGrond),
  balieZakenZoek: post('/balie/zaken', zakenVanGrond),
  balieZakenOpnieuw: post('/balie/zaken/opnieuw', zakenVanGrond),
  balieZaak: get('/balie/zaken/:bron/:zaak', zakenVanGrond),
  balieZaakDocument: get(
    '/balie/zaken/:bron/:zaak/documenten/:document',
    medewerker('bekijken', 'zaakdocument', vanGrond),
  ),
  balieMachtiging: get('/balie/machtiging', opPapier('bekijken')),
  balieMachtigingGeef: post('/balie/machtiging', opPapier('registreren')),
  balieMachtigingEindig: post('/balie/machtiging/beeindigen', opPapier('intrekken')),
  baliePost: get('/balie/post', postvak),
  baliePostMaak: post('/balie/post', postvak),
  /** The number comes by POST: it stands in no address. */
  baliePostOpen: post('/balie/post/openen', postvak),
  baliePostZoek: post('/balie/post/zoeken', postvak),
  baliePostStuk: get('/balie/post/:poststuk', postvak),
  baliePostDoe: post('/balie/post/:poststuk', postvak),
  baliePostBijlage: get('/balie/post/:poststuk/bijlagen/:bijlage', postvak),
  balieHerstel: get('/balie/herstel', herstelwerk),
  // Which one is opened comes by POST, with the reason.
  balieHerstelOpen: post('/balie/herstel/openen', herstelwerk),
  balieHerstelVanOns: get('/balie/herstel/installatie', herstelVanOns),
  balieHerstelGeef: post('/balie/herstel/installatie', herstelVanOns),
  balieHerstelTaak: get('/balie/herstel/:taak', hersteltaak('bekijken')),
  balieHerstelBijlage: get('/balie/herstel/:taak/bijlagen/:nummer', hersteltaak('bekijken')),
  balieHerstelDoe: post('/balie/herstel/:taak', hersteltaak('registreren')),
  balieStoringen: get('/balie/storingen', medewerker('bekijken', 'storing')),
  balieStoringenDoe: post('/balie/storingen', medewerker('beheren', 'storing')),
  balieKanalen: get('/balie/kanalen', balieKanalen('bekijken')),
  balieKanalenKies: post('/balie/kanalen', balieKanalen('registreren')),
  balieKanalenVerklaar: post('/balie/kanalen/verklaren', balieKanalen('registreren')),
  balieKanalenTerug: post('/balie/kanalen/terug', balieKanalen('registreren')),
  balieKanalenSoorten: get('/balie/kanalen/soorten', balieKanalen('bekijken')),
  balieKanalenOrganisaties: get('/balie/kanalen/organisaties', balieKanalen('bekijken')),
  balieKanalenWensen: get('/balie/kanalen/wensen', balieKanalen('bekijken')),
  balieKanalenWensenZet: post('/balie/kanalen/wensen', balieKanalen('registreren')),
  balieKanalenPrint: get('/balie/kanalen/print', balieKanalen('bekijken')),
  balieHulp: get('/balie/hulp', balieHulp('bekijken')),
  balieHulpGeef: post('/balie/hulp', balieHulp('registreren')),
  balieHulpNeem: post('/balie/hulp/vergeten', balieHulp('registreren')),
  balieSignalen: get('/balie/signalen', medewerker('bekijken', 'zaaksignaal')),
  balieToezicht: get('/balie/toezicht', medewerker('bekijken', 'toezicht')),
  balieControle: post('/balie/toezicht', medewerker('controleren', 'toezicht')),
  ...afspraakroutes,
  ...vroegroutes,
  ...bronroutes,
  ...proactiefroutes,
  ...loketroutes,
  ...kennisroutes,
  ...lijnroutes,
  ...gebruikroutes,
  ...belroutes,
  gelukt: get('/gelukt'),
  /** From a letter, typed over: what it was about, and nothing of which letter. */
  geluktBrief: get('/gelukt/:groep'),
  geluktStuur: post('/gelukt'),
  echt: get('/echt'),
  /** What somebody pastes stands in no address. */
  echtStuur: post('/echt'),
  echtCode: get('/echt/:code'),
  hulp: get('/hulp'),
  /** A postcode stands in no address, and is kept nowhere. */
  hulpZoek: post('/hulp'),
  over: get('/over'),
  privacy: get('/privacy'),
  toegankelijkheid: get('/toegankelijkheid'),
  fouten: get('/fouten'),
} as const satisfies Record<string, Route>

export type Routenaam = keyof typeof routes

export interface AdresDelen {
  readonly regeling?: string
  readonly gebeurtenis?: string
  readonly stap?: string
  readonly organisatie?: string
  /** An activity of the register, and its version. */
  readonly verwerking?: string
  readonly versie?: number
  /** A page that says how to write something; of a case, a document by its uuid. */
  readonly document?: string
  /** Of a case: the connection and the uuid there. */
  readonly bron?: string
  readonly zaak?: string
  /** Choices in a list: words of ours or ids, never what somebody typed. */
  readonly filter?: Readonly<Record<string, string>>
  /** What somebody looks for. */
  readonly q?: string
  /** The kind of change of a «what if». */
  readonly soort?: string
  /** Which question, from 1, in the visitor's own order. */
  readonly n?: number
  /** A group of kinds of messages. */
  readonly groep?: string
  /** Where to go after the answer. */
  readonly naar?: 'antwoorden' | Routenaam
  /** An appointment, by its id. */
  readonly afspraak?: string
  /** What a changed law would do, by its id. */
  readonly vergelijking?: string
  /** A message, by its id. */
  readonly bericht?: string
  /** What somebody sent, by its id, and which of its attachments. */
  readonly poststuk?: string
  readonly bijlage?: number
  /** Of a file with a message: its place among them. */
  readonly nummer?: number
  /** A control code, as it stands in the address of the page that explains it. */
  readonly code?: string
  /** What an organisation asks, by its id there. */
  readonly taak?: string
  /** An offer of help, by its id. */
  readonly aanbod?: string
  /** A chain case by its id, and which form of it: a word of ours. */
  readonly ketenzaak?: string
  readonly vorm?: string
  /** What changed in somebody's rights, by its id. */
  readonly signaal?: string
  /** A campaign, by its id. */
  readonly campagne?: string
  /** A team of the guide of direct lines. */
  readonly team?: string
  /** A call, by its random id. */
  readonly gesprek?: string
  /** Which datum is not right: a word from our own list. */
  readonly gegeven?: string
  /** Through which organisation a professional logs in. */
  readonly bij?: string
  /** By which means somebody wants to log in. */
  readonly middel?: string
  /** What has just been done, for one line on the next page. */
  readonly gedaan?: string
  /** Why the visitor begins anew. */
  readonly opnieuw?: 'gewist' | 'verlopen' | 'onleesbaar' | 'te-groot'
  readonly anker?: string
}

/** The address of a page in a language. Links are made here and nowhere else. */
export function adres(taal: Taal, naam: Routenaam, delen: AdresDelen = {}): string {
  const pad = routes[naam].pad
    .replace(':regeling', encodeURIComponent(delen.regeling ?? ''))
    .replace(':gebeurtenis', encodeURIComponent(delen.gebeurtenis ?? ''))
    .replace(':stap', encodeURIComponent(delen.stap ?? ''))
    .replace(':organisatie', encodeURIComponent(delen.organisatie ?? ''))
    .replace(':verwerking', encodeURIComponent(delen.verwerking ?? ''))
    .replace(':groep', encodeURIComponent(delen.groep ?? ''))
    .replace(':versie', String(delen.versie ?? ''))
    .replace(':soort', encodeURIComponent(delen.soort ?? ''))
    .replace(':document', encodeURIComponent(delen.document ?? ''))
    .replace(':bron', encodeURIComponent(delen.bron ?? ''))
    .replace(':zaak', encodeURIComponent(delen.zaak ?? ''))
    .replace(':taak', encodeURIComponent(delen.taak ?? ''))
    .replace(':aanbod', encodeURIComponent(delen.aanbod ?? ''))
    .replace(':gegeven', encodeURIComponent(delen.gegeven ?? ''))
    .replace(':afspraak', encodeURIComponent(delen.afspraak ?? ''))
    .replace(':vergelijking', encodeURIComponent(delen.vergelijking ?? ''))
    .replace(':bericht', encodeURIComponent(delen.bericht ?? ''))
    .replace(':poststuk', encodeURIComponent(delen.poststuk ?? ''))
    .replace(':bijlage', String(delen.bijlage ?? ''))
    .replace(':nummer', String(delen.nummer ?? ''))
    .replace(':code', encodeURIComponent(delen.code ?? ''))
    .replace(':ketenzaak', encodeURIComponent(delen.ketenzaak ?? ''))
    .replace(':gesprek', encodeURIComponent(delen.gesprek ?? ''))
    .replace(':vorm', encodeURIComponent(delen.vorm ?? ''))
    .replace(':team', encodeURIComponent(delen.team ?? ''))
    .replace(':campagne', encodeURIComponent(delen.campagne ?? ''))
    .replace(':signaal', encodeURIComponent(delen.signaal ?? ''))
  const vraag = new URLSearchParams(delen.filter)
  if (delen.q !== undefined) vraag.set('q', delen.q)
  if (delen.n !== undefined) vraag.set('n', String(delen.n))
  if (delen.naar !== undefined) vraag.set('naar', delen.naar)
  if (delen.opnieuw !== undefined) vraag.set('opnieuw', delen.opnieuw)
  if (delen.middel !== undefined) vraag.set('middel', delen.middel)
  if (delen.bij !== undefined) vraag.set('bij', delen.bij)
  if (delen.gedaan !== undefined) vraag.set('gedaan', delen.gedaan)
  const zoekdeel = vraag.size === 0 ? '' : `?${vraag}`
  return `${voorvoegsel(taal, pad)}${zoekdeel}${delen.anker ? `#${delen.anker}` : ''}`
}

/** The same page in another language. `pad` is without its language. */
export function inTaal(taal: Taal, pad: string, zoekdeel = ''): string {
  return `${voorvoegsel(taal, pad)}${zoekdeel}`
}

function voorvoegsel(taal: Taal, pad: string): string {
  if (taal === 'nl') return pad
  return pad === '/' ? `/${taal}/` : `/${taal}${pad}`
}

/** Splits an address path in language and the rest: `/pap/hulp` is pap and `/hulp`. */
export function taalVan(pad: string): { readonly taal: Taal; readonly pad: string } {
  const deel = /^\/(en|pap)(\/.*)?$/.exec(pad)
  if (!deel) return { taal: 'nl', pad }
  return { taal: deel[1] === 'en' ? 'en' : 'pap', pad: deel[2] ?? '/' }
}

/** Everything below `/balie` is for professionals, also its errors. */
export function isBalie(pad: string): boolean {
  return pad === routes.balie.pad || pad.startsWith(`${routes.balie.pad}/`)
}
