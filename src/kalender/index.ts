export {
  type Datum,
  dagenInMaand,
  dagenTussen,
  dagnummer,
  dagVan,
  datum,
  isSchrikkeljaar,
  jaarVan,
  leeftijdOp,
  maakDatum,
  maandVan,
  parseDatum,
  plusDagen,
  plusJaren,
  plusMaanden,
  weekdagVan,
} from './datum.ts'
export { type Feestdag, feestdagenIn, feestdagOp, isVrijeDag } from './feestdagen.ts'
export {
  dagNa,
  dagVoor,
  eersteWerkdagVanaf,
  plusWerkdagen,
  type Termijn,
  type Termijneinde,
  termijneinde,
  werkdagenTussen,
} from './termijn.ts'
export { beginVan, datumOp, momentOp, type Tijdzone, tijdOp } from './zone.ts'
