export { geloofDagen } from './bronkeuze.ts'
export { dwangsom } from './ingebreke.ts'
export type { Plekgrenzen, Wekker } from './plekken.ts'
export {
  gewoneToonregel,
  gewoneToonregels,
  isZelfdeType,
  regelVoor,
  type Toonregel,
  type Toonregels,
} from './toonregel.ts'
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
export { createZaken, type GemaakteZaken } from './zaken-maken.ts'
export type { Zaakindexpoort, Zaakverbinding, ZakenOnderdelen } from './zakenomgeving.ts'
export { type Zicht, zichtVoor } from './zicht.ts'
