export { bezwaarTegenAdres, magNaar, type Netwerkregels } from './aansluitadres.ts'
export {
  type Aansluitfout,
  type Aansluitfoutcode,
  type Aansluitgrenzen,
  type Aansluiting,
  type Aansluitstand,
  aansluitfoutcodes,
  aansluitstanden,
  type Geheimsoort,
  geheimsoorten,
  gewoneAansluitgrenzen,
  leesAansluiting,
  maxProefpersonen,
  type Onderdeel,
  onderdelen,
} from './aansluiting.ts'
export { adressenVan, isProefnummer, keurAansluiting } from './aansluiting-keuren.ts'
export type {
  AansluitingStore,
  AansluitingVersie,
  Brondag,
  BronverkeerStore,
  Bronverloop,
  Wijziger,
} from './aansluiting-store.ts'
export {
  type Aansluitbezwaar,
  type Aansluitingen,
  type Bewaard,
  type BewaardeAansluiting,
  openAansluitingen,
  type Verbinding,
  type Wijziging,
} from './aansluitingen.ts'
export {
  type Gezondheid,
  type Gezondheidsreden,
  gezondheidsredenen,
  gezondheidVan,
  type Kleur,
  kleuren,
} from './brongezondheid.ts'
export type {
  Bronnenbeheer,
  Brontype,
  Proefverslag,
  Voorbeeld,
  Voorbeeldvraag,
} from './bronnenbeheer.ts'
export {
  type Bevindingen,
  beoordeel,
  isGeslaagd,
  type Proefcode,
  type Proefonderdeel,
  type Proefregel,
  type Proefuitslag,
  proefcodes,
  proefonderdelen,
} from './bronproef.ts'
export { maakBronproeven, type Proefonderdelen } from './bronproeven.ts'
export { type Bronverkeer, type Bronvoorval, openBronverkeer } from './bronverkeer.ts'
export {
  gewoneToonregel,
  gewoneToonregels,
  isZelfdeType,
  regelVoor,
  type Toonregel,
  type Toonregels,
} from './toonregel.ts'
export type { Onderdeelstand, Verkenning, Wegfout, Zaaktypekeus, Zaakverkenner } from './verkenning.ts'
export type {
  Besluitbeeld,
  Signaal,
  Verwachting,
  Woorden,
  Zaakbeeld,
  Zaakverhaal,
} from './zaakbeeld.ts'
export type {
  Document,
  NieuwDocument,
  Zaakaanwijzer,
  Zaakbron,
  Zaakbroninstelling,
  Zaakhouders,
  Zaaklijst,
  Zaakvraag,
} from './zaakbron.ts'
export {
  type Aangesloten,
  type Gemaakt,
  instellingVan,
  type LopendeZaakbronnen,
  openZaakbronnen,
  type Zaakbronnen,
} from './zaakbronnen.ts'
export {
  type Besluitgegevens,
  type BronId,
  type Documentgegevens,
  type EigenRol,
  eigenRollen,
  type Resultaatgegevens,
  type Stap,
  type Statusgegevens,
  type Verwant,
  type Zaakdetail,
  type Zaakgegevens,
  type Zaakref,
  type Zaaktypegegevens,
  type Zaaktypesleutel,
} from './zaakgegevens.ts'
export type { Deelnemer, Indexpseudoniem, ZaakindexStore } from './zaakindex-store.ts'
export type { Bronstand, Kijker, Zaken, Zakenblik } from './zaken.ts'
