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
export {
  type Beleidsregel,
  beleid,
  type Handeling,
  handelingen,
  type VoorwerpSoort,
  voorwerpen,
} from './beleid.ts'
export {
  type Besluit,
  beslis,
  maxGrondMinuten,
  type Toegangsvraag,
  type Voorwerp,
  type Weigering,
} from './beslis.ts'
export {
  type Inlogdienst,
  type Inlogmiddel,
  type Inlogstaat,
  type Inlogstart,
  type Inloguitkomst,
  type Inlogvraag,
  inlogmiddelen,
} from './inlogdienst.ts'
export { type BsnDoel, type Kluis, type MetBsn, openKluis } from './kluis.ts'
export type { KluisRij, KluisStore, Verband, VindOfMaak } from './kluis-store.ts'
export {
  dekt,
  type Machtiging,
  type MachtigingFout,
  type MachtigingSoort,
  machtigingFouten,
  magIntrekken,
  type NieuweMachtiging,
  standVan,
  type Wijze,
} from './machtiging.ts'
export type { MachtigingStore, MachtigingVrager } from './machtiging-store.ts'
export { type Gegeven, type Machtigingen, openMachtigingen } from './machtigingen.ts'
export { type Pseudoniem, pseudoniemVoor } from './pseudoniem.ts'
export {
  type Ingelogd,
  isLevend,
  maxDuurMinuten,
  maxStilMinuten,
  type Sessie,
  type VoorKeuze,
} from './sessie.ts'
export type { SessieKeuze, SessieStore } from './sessie-store.ts'
export { type NieuweSessie, openSessies, type Sessies } from './sessies.ts'
export { type Gewisseld, wisselSleutels } from './sleutels-wissel.ts'
export { openToegang, type Toegang, type ToegangOnderdelen, type ToegangStores } from './toegang.ts'
export {
  type Grond,
  type Herkenning,
  isNiveau,
  type Niveau,
  niveaus,
  persoonVan,
  type Subject,
  soortVan,
  type Voor,
  type VoorSoort,
} from './wie.ts'
