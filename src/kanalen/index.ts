export {
  type Bericht,
  type Berichtinhoud,
  type Berichtsoort,
  berichtsoorten,
  type NieuwBericht,
  type Verwijzing,
} from './bericht.ts'
export { type Berichten, type BerichtOnderdelen, createBerichten } from './berichten.ts'
