export { type Aanbiedingen, type Aangeboden, type CodeFout, openAanbiedingen } from './aanbiedingen.ts'
export {
  type Aanbod,
  type AanbodFout,
  type AanbodStand,
  aanbodStand,
  codeUren,
  leesCode,
  maakCode,
  maxBekeken,
  maxOpen,
  type NieuwAanbod,
  pogingen,
  schrijfCode,
} from './aanbod.ts'
export type {
  AanbodStore,
  Afloop,
  Gevonden,
  Machtigingnieuws,
  Poging,
  Probeersel,
  Verteld,
} from './aanbod-store.ts'
export { apparaatVan } from './apparaat.ts'
export {
  type Begrensd,
  type Begrenzer,
  type Beller,
  type Grens,
  netwerkVan,
  openBegrenzer,
} from './begrenzing.ts'
export type { BegrenzingStore } from './begrenzing-store.ts'
export { beleid } from './beleid.ts'
export {
  type Deelfeit,
  type Ketenhoedanigheid,
  kanNaSluiting,
  ketenopdrachten,
  type Leesbesluit,
  magKetenopdracht,
  magOnderdeelLezen,
  nietVoorAdviseur,
  type Onderdeellezer,
} from './beleid-loket.ts'
export {
  type Beleidsregel,
  type Handeling,
  handelingen,
  type VoorwerpSoort,
  voorwerpen,
} from './beleidsregel.ts'
export {
  type Besluit,
  beslis,
  isGezagVers,
  maxGrondMinuten,
  type Toegangsvraag,
  type Voorwerp,
  type Weigering,
} from './beslis.ts'
export {
  type GesteldeGrond,
  type GrondFout,
  grondVan,
  isKenmerk,
  type Kandidaat,
  maxPogingen,
  verlooptOp,
} from './grond.ts'
export type { GrondStore, GrondVrager } from './grond-store.ts'
export { type Gronden, handelendeInKeten, handelendeMet, type NieuweGrond, openGronden } from './gronden.ts'
export { type Helperfout, helperfout, hulpDoel, maxHelpertekst } from './hulp.ts'
export { hulpdoelen } from './hulpdoelen.ts'
export {
  type Inlogdienst,
  type Inlogmiddel,
  type Inlogstaat,
  type Inlogstart,
  type Inloguitkomst,
  type Inlogvraag,
  inlogmiddelen,
} from './inlogdienst.ts'
export { type BsnDoel, type GetoondNummer, type Kluis, type MetBsn, openKluis } from './kluis.ts'
export type { KluisRij, KluisStore, Verband, VindOfMaak } from './kluis-store.ts'
export {
  dekt,
  type Maatregel,
  type Machtiging,
  type MachtigingFout,
  type MachtigingSoort,
  type MachtigingStand,
  machtigingFouten,
  magAanBalieIntrekken,
  magIntrekken,
  magZelfGeven,
  type NieuweMachtiging,
  standVan,
  type Wijze,
} from './machtiging.ts'
export type { MachtigingStore, MachtigingVrager } from './machtiging-store.ts'
export { type Gegeven, type Machtigingen, openMachtigingen } from './machtigingen.ts'
export type {
  Medewerkerstaat,
  Medewerkerstart,
  Medewerkeruitkomst,
  Organisatielogins,
} from './organisatielogin.ts'
export { type Pseudoniem, pseudoniemVoor } from './pseudoniem.ts'
export {
  doelenVoor,
  isMedewerkerrol,
  type Medewerkerrol,
  medewerkerrollen,
  rollenBuitenOverheid,
  rolVoor,
} from './rollen.ts'
export {
  eindeVan,
  type Helper,
  type Ingelogd,
  isLevend,
  maxDuurMinuten,
  maxStilMinuten,
  maxStilMinutenMedewerker,
  type Sessie,
  type VoorKeuze,
} from './sessie.ts'
export type { BijEinde, SessieKeuze, SessieStore } from './sessie-store.ts'
export { type NieuweSessie, openSessies, type Sessies } from './sessies.ts'
export { type OntbrekendeSleutel, ontbrekendeSleutels } from './sleutels-nodig.ts'
export { type Gewisseld, wisselSleutels } from './sleutels-wissel.ts'
export { openToegang, type Toegang, type ToegangOnderdelen, type ToegangStores } from './toegang.ts'
export { type Cijfer, type Controle, openToezicht, type Toezicht, type ToezichtStore } from './toezicht.ts'
export {
  type EigenBedrijf,
  type Grond,
  type Herkenning,
  isNiveau,
  type Middel,
  type Niveau,
  niveaus,
  persoonVan,
  type Subject,
  soortVan,
  type Voor,
  type VoorSoort,
} from './wie.ts'
