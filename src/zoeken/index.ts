export { type Doelgroep, sleutelVan, type Zoekdocument, type Zoeksoort } from './document.ts'
export { letterverschil, woordenVan } from './woorden.ts'
export type { Begrip, Opzoeking, Treffer, Zoekindex, Zoekopslag } from './zoek-store.ts'
export {
  HOOGSTENS_TEKENS,
  maakIndex,
  maakZoeker,
  type Zoeker,
  type Zoekopdracht,
  type Zoekuitslag,
} from './zoeken.ts'
