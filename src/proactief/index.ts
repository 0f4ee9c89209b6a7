/** Government speaks first. For now the whole population: who lives in the country, what the law gives them, and what it costs. */
export { type Bevolking, maakBevolking } from './bevolking/bevolking.ts'
export {
  maakOpdracht,
  maakRekenaar,
  type Opdracht,
  perRegeling,
  plaatsVan,
  type Regelingtelling,
  type Stukuitkomst,
  woordenVan,
} from './bevolking/doorrekening.ts'
export {
  type Loopopties,
  type Loopuitkomst,
  rekenDoor,
  type Stukkenbewaring,
  type Voortgang,
} from './bevolking/loop.ts'
export { aannames, MARGES, type Marge, SOORTEN, type Zekerheid } from './bevolking/marges.ts'
export type { Bevolkingsstuk, Woordenlijst } from './bevolking/ruimte.ts'
export { gemeentedelen, HUISHOUDENS, type Stuk, stukkenVan } from './bevolking/stukken.ts'
export { stukkenbestand } from './bevolking/stukkenbestand.ts'
