export {
  type Bericht,
  type Berichtinhoud,
  type Berichtsoort,
  berichtsoorten,
  type NieuwBericht,
  type Verwijzing,
} from './bericht.ts'
export { type Berichten, type BerichtOnderdelen, createBerichten } from './berichten.ts'
export { type Bezwaar, bezwaarsoorten, bezwarenTegen, type MagLink } from './kale-inhoud.ts'
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
