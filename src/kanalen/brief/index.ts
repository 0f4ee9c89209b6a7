export {
  type Briefopmaak,
  type Briefwoorden,
  gewoonVenster,
  leesBriefwoorden,
  type Venster,
} from './brief.ts'
export { type Drukinstelling, type Drukkerij, openDrukkerij } from './briefweg.ts'
export { leestekst } from './leestekst.ts'
export { createProefzetter, type Proefzetter } from './proef.ts'
export type { Zetsel } from './zetter.ts'
