export {
  type Bericht,
  type Berichtinhoud,
  type Berichtsoort,
  berichtsoorten,
  type NieuwBericht,
  type Verwijzing,
} from './bericht.ts'
export { type Berichten, type BerichtOnderdelen, createBerichten } from './berichten.ts'
export {
  type Berichtsjabloon,
  berichtsjablonen,
  type Sjabloonsoort,
  sjabloonsoorten,
  sjabloonVan,
  type Waardenaam,
} from './berichtsjabloon.ts'
export {
  type Berichtspraak,
  type Berichtspraken,
  type Berichtwaarden,
  briefVan,
  emailmelding,
  type Melding,
  type Opgesteld,
  smsmelding,
  stelBerichtOp,
  type Waarde,
  WaardeOntbreekt,
} from './berichttekst.ts'
export { voorbeeldwaarden } from './berichtvoorbeeld.ts'
export { type Bezwaar, bezwaarsoorten, bezwarenTegen, type MagLink } from './kale-inhoud.ts'
export { type Smslengte, smsLengte, smsVeilig } from './sms-lengte.ts'
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
