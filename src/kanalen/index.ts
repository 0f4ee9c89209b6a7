export type { Adreswijziging } from './adreswijziging.ts'
export { createBelweg } from './belweg.ts'
export {
  type Bereikbaar,
  type ElektronischKanaal,
  elektronischeKanalen,
  isBereikbaar,
  type Vastlegger,
  type Verklaard,
  type Verklaring,
} from './bereikbaarheid.ts'
export {
  type Bericht,
  type Berichtinhoud,
  type NieuwBericht,
  type OudAdres,
  organisatieVan,
  type Verwijzing,
} from './bericht.ts'
export type { Plaatsing } from './bericht-store.ts'
export { codeVoor } from './berichtcode.ts'
export { type Berichten, type BerichtOnderdelen, createBerichten, plaatsingVan } from './berichten.ts'
export {
  type Berichtsjabloon,
  berichtsjablonen,
  type Sjabloonsoort,
  sjabloonsoorten,
  sjabloonVan,
  type Waardenaam,
} from './berichtsjabloon.ts'
export {
  type Berichtgroep,
  type Berichtsoort,
  berichtgroepen,
  berichtsoorten,
  kenmerkenVan,
} from './berichtsoort.ts'
export {
  type Berichtspraak,
  type Berichtspraken,
  type Berichtwaarden,
  briefVan,
  emailmelding,
  type Meldingtekst,
  type Opgesteld,
  smsmelding,
  stelBerichtOp,
  type Waarde,
  WaardeOntbreekt,
} from './berichttekst.ts'
export { voorbeeldwaarden } from './berichtvoorbeeld.ts'
export { type Bezorgdienst, createBezorgdienst } from './bezorgdienst.ts'
export {
  type Bijlage,
  type BijlageFout,
  type Bijlagekop,
  type Bijlagetype,
  bijlageFouten,
  bijlagetypen,
  maxBijlageBytes,
  maxBijlagen,
  maxBijlagenBytes,
} from './bijlage.ts'
export type { HeeftBalie } from './boeking.ts'
export { ookInTalen, type Postbestemming } from './brieftalen.ts'
export { BundelVol, bundel } from './bundel.ts'
export {
  type AdresFout,
  type Contactadres,
  codeMinuten,
  codePogingen,
  isBruikbaar,
  leesAdres,
  maxAdressen,
  maxMislukt,
} from './contactadres.ts'
export { type AdresOnderdelen, type Contactadressen, createContactadressen } from './contactadressen.ts'
export {
  type Herstelsoort,
  type Hersteltaak,
  type Hersteluitkomst,
  herstelsoorten,
  hersteluitkomsten,
  leesTaakplaats,
  maxBelpogingen,
  type OpenHersteltaak,
  schrijfTaakplaats,
  type Taakblad,
} from './hersteltaak.ts'
export { createHerstelwerk, type GeopendeTaak, type Herstelwerk } from './herstelwerk.ts'
export type { Kopieer, Postadres, Verzendwerk } from './in-handen.ts'
export { type Bezwaar, bezwaarsoorten, bezwarenTegen, type MagLink } from './kale-inhoud.ts'
export { maakLigoordeel } from './laatste-blik.ts'
export type { Laatsteblik, Laatsteblikken, Laatsteoordeel, Laatstevraag } from './laatste-vraag.ts'
export type { Lezer } from './lezer.ts'
export { type Linkkeuring, zonderVreemdeLinks } from './linktoets.ts'
export { type Meldoordeel, meldoordeelVan } from './meldoordeel.ts'
export { type Navraag, vraagNa } from './navraag.ts'
export { type Meldingwoorden, meldingwoorden, type Opsteller, type Opstelvraag } from './opsteller.ts'
export {
  type Berichtenblad,
  type Bladvraag,
  createPostbus,
  type MagMeelezen,
  type Postbus,
  type PostbusOnderdelen,
  stuurDoor,
  type Verloop,
} from './postbus.ts'
export { type Route, type Routegrond, type Routevraag, routeVoor } from './route.ts'
export { type Smslengte, smsLengte, smsVeilig } from './sms-lengte.ts'
export { naStilleUren } from './stille-uren.ts'
export { alarmOp, type Verzendfeit, type Verzendmoment, verzendmomentVan } from './verzendmoment.ts'
export {
  type Adres,
  type Briefinhoud,
  type Briefvertaling,
  type Lettervorm,
  type Ligoordeel,
  lettervormen,
  type Nietverzonden,
  type Opgemaakt,
  type Taaltekst,
  type Terugbericht,
  type Verzendkanaal,
  type Verzendstuk,
  type Verzenduitslag,
  type Verzendweg,
  verzendkanalen,
} from './verzendweg.ts'
export { kanalenMetWerk, werkKanaalAf } from './verzendwerk.ts'
export {
  type Bereik,
  type Berichttaal,
  bereiksleutel,
  berichttalen,
  type Geldend,
  geldendVoor,
  type Hoofdkanaal,
  hoofdkanalen,
  type Keuze,
  type KeuzeFout,
  keuzeFouten,
  type Melding,
  meldingen,
  type StilleUren,
  type Voorkeurregel,
  type Waarover,
} from './voorkeur.ts'
export type { Voorkeurhouder } from './voorkeur-store.ts'
export {
  createVoorkeuren,
  type Gewijzigd,
  type Voorkeurbeeld,
  type Voorkeuren,
  type VoorkeurOnderdelen,
  type Voorkeurwijziging,
} from './voorkeuren.ts'
export {
  type Gebeurtenis,
  isMelding,
  nogEens,
  type Stap,
  stap,
  type Zending,
  type Zendingstand,
  zendingstanden,
} from './zending.ts'
export type { Zendingstanden } from './zending-store.ts'
