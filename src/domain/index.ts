export { type Datum, parseDatum } from '../kalender/index.ts'
export { type Afgeschermd, onthul } from './afgeschermd.ts'
export {
  type Bestandsoort,
  bijlageKop,
  HOOGSTENS_BYTES,
  HOOGSTENS_MB,
  HOOGSTENS_TITEL,
  isGekozen,
  soortnaam,
  soortVan,
  toegestaan,
  veiligeNaam,
} from './bestand.ts'
export { type Bsn, noemtBsn, parseBsn } from './bsn.ts'
export { type Cents, parseCents } from './cents.ts'
export { csv } from './csv.ts'
export type { Geheimhouding } from './geheimhouding.ts'
export { type Iban, parseIban } from './iban.ts'
export {
  type EherkenningPseudoniem,
  type EidasId,
  type Eilandnummer,
  type Identificatie,
  type IdentificatieSoort,
  identificatieSoorten,
  type KvkNummer,
  parseEherkenningPseudoniem,
  parseEidasId,
  parseEilandnummer,
  parseIdentificatie,
  parseKvkNummer,
  parseVestigingsnummer,
  type Vestigingsnummer,
} from './identificatie.ts'
export { type OrganisatieId, parseOrganisatieId } from './organisatie-id.ts'
export {
  isUuid7,
  maakPersoonId,
  maakUuid7,
  type PersoonId,
  parsePersoonId,
  type Toeval,
} from './persoon-id.ts'
export { isUuid, momentVan, parseUuid } from './uuid.ts'
