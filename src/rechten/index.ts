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
export { type Inkomensbeeld, type InkomensbeeldUitslag, inkomensbeeld } from './inkomen.ts'
export type { Lijnpunt, Maandwaarde, Rand } from './inkomenslijn.ts'
export type { Maandbeeld, Maandstaaf, Maandwissel } from './maandbeeld.ts'
export { maandreeks } from './maandreeks.ts'
export { type Groep, groepVan, maakOverzicht, type Overzicht, perMaand, type Totaal } from './overzicht.ts'
export { gebruikteFeiten } from './reden.ts'
export { alleRegelingenOp, type RegelingErgens, vindRegeling } from './regeling-elders.ts'
export { antwoordenUit } from './uit-huishouden.ts'
export { aowDatum, type Kant, type Regelverschil, type Vergelijking, vergelijk } from './vergelijking.ts'
export {
  openVragen,
  opVolgorde,
  type Situatie,
  type Vraagstelling,
  volgendeVraag,
  vraagstelling,
} from './vraagstelling.ts'
export {
  isWatAlsSoort,
  kanWatAls,
  pasToe,
  type WatAls,
  type WatAlsSoort,
  watAlsSoorten,
  zoOudAls,
} from './wat-als.ts'
export { HOOGSTENS_VERSCHIL, type Zegbaar, zegbaar, zegbareGrenzen } from './zegbaar.ts'
