export {
  type Antwoorden,
  beantwoord,
  GEEN_ANTWOORDEN,
  HOOGSTENS_PERSONEN,
  isBeantwoord,
  isLijst,
  isTeVragen,
  type Json,
  PAD_PLAATS,
  PAD_WATERSCHAP,
  segmenten,
  vergeet,
  waardeOp,
  weetNiet,
} from './antwoorden.ts'
export { type Groep, groepVan, maakOverzicht, type Overzicht, perMaand, type Totaal } from './overzicht.ts'
export { gebruikteFeiten } from './reden.ts'
export { alleRegelingenOp, type RegelingErgens, vindRegeling } from './regeling-elders.ts'
export {
  openVragen,
  type Situatie,
  type Vraagstelling,
  volgendeVraag,
  vraagstelling,
} from './vraagstelling.ts'
