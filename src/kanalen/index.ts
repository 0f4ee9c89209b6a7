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
  type Bijlage,
  type Bijlagekop,
  type Bijlagetype,
  bijlagetypen,
  maxBijlageBytes,
  maxBijlagen,
  maxBijlagenBytes,
  type NieuwBericht,
  type Verwijzing,
} from './bericht.ts'
export { type Berichten, type BerichtOnderdelen, createBerichten } from './berichten.ts'
export {
  type Berichtgroep,
  type Berichtsoort,
  berichtgroepen,
  berichtsoorten,
  kenmerkenVan,
} from './berichtsoort.ts'
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
export { type Herstelsoort, type Hersteltaak, herstelsoorten } from './hersteltaak.ts'
export { type Meldingwoorden, meldingwoorden, type Opsteller, type Opstelvraag } from './opsteller.ts'
export type { Lezer, Postbus, Verloop } from './postbus.ts'
export { type Route, type Routegrond, type Routevraag, routeVoor } from './route.ts'
export { naStilleUren } from './stille-uren.ts'
export {
  alarmUren,
  isVerschoonbaar,
  meldtermijnUren,
  type Verzendfeit,
  type Verzendmoment,
  verzendmoment,
} from './verzendmoment.ts'
export {
  type Adres,
  type Briefinhoud,
  type Lettervorm,
  lettervormen,
  type Opgemaakt,
  type Terugbericht,
  type Verzendkanaal,
  type Verzendstuk,
  type Verzenduitslag,
  type Verzendweg,
  verzendkanalen,
} from './verzendweg.ts'
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
export type { Contactadressen, Vastgelegd, Voorkeurbeeld, Voorkeuren } from './voorkeuren.ts'
export {
  type Gebeurtenis,
  isMelding,
  type Stap,
  stap,
  type Zending,
  type Zendingstand,
  zendingstanden,
} from './zending.ts'
export type { Zendingstanden } from './zending-store.ts'
