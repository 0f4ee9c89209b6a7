export type { Behandeling } from './behandeling.ts'
export { type Termijnbegin, termijnbegin } from './behandeltermijn.ts'
export { bevestigingsgrenzen, metBevestigingsgrens, type TelBevestiging } from './bevestigingsgrens.ts'
export { bezorgKennisgevingen } from './bezorgen.ts'
export { type Blad, type Bladwijzer, leesBladwijzer, schrijfBladwijzer } from './blad.ts'
export {
  type EmailLezer,
  type GelezenEmail,
  HOOGSTENS_EMAIL,
  isMailadres,
  ontvangenAanRand,
  poststukVan,
} from './email.ts'
export { type Inkomweg, inkomwegen } from './inkomweg.ts'
export {
  type Gemeld,
  isAfgewezen,
  magMelden,
  type OntvangstOnderdelen,
  type Postmelding,
} from './kennisgeving.ts'
export { leesEmail } from './lees-email.ts'
export { mailKennisgevingen, neemMailTerug } from './mailen.ts'
export { createOntvangst, type Ontvangst } from './ontvangst.ts'
export {
  type Afzender,
  type Bijlage,
  HOOGSTENS_AFZENDER,
  HOOGSTENS_BIJLAGEN,
  HOOGSTENS_ONDERWERP,
  HOOGSTENS_TEKST,
  type Kennisgeving,
  type Kennissoort,
  type Kenniswijze,
  kennissoorten,
  kenniswijzen,
  leesNummer,
  maakNummer,
  type NieuwPoststuk,
  type Postgebeurtenis,
  type Poststuk,
  sha256,
  teVersturen,
  type Weigergrond,
  weigergronden,
} from './poststuk.ts'
export type {
  BijlageRij,
  DoorzendRij,
  GepakteRij,
  KennisRij,
  Postlezer,
  Poststukplaatsing,
  PoststukRij,
  PoststukStore,
  Postvraag,
  Verkeersregel,
  VolledigeRij,
  Werkregel,
} from './poststuk-store.ts'
export {
  aanTeKondigen,
  HOOGSTENS_AANKONDIGING,
  keurStoring,
  langeStoringDagen,
  type Storing,
  type Storingfout,
  type Storingkanaal,
  type Storingsstand,
  standVan,
  storingkanalen,
  termijnNaStoringen,
} from './storing.ts'
export { createStoringen, type Storingen, type Storingmelder, type StoringStore } from './storingen.ts'
export { type Bevestiging, isDezeWeg, type Triage, triage } from './triage.ts'
