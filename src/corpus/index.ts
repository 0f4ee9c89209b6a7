export type { CorpusArchief, Publicatie } from './archief.ts'
export { type BronBestand, bronBestand } from './bestand.ts'
export { vindTeksten } from './bewijs.ts'
export { type Bestandscontrole, controleerErbovenop, controleerTerPlaatse } from './controleer.ts'
export { foutregel } from './foutregel.ts'
export { heeftNietDigitaalKanaal, KANALEN, NIET_DIGITAAL } from './kanalen.ts'
export type { Geweigerd, Laag } from './laag.ts'
export {
  type CorpusBronnen,
  type Geladen,
  type GeladenCorpus,
  type GepubliceerdBestand,
  leesLagen,
  loadCorpus,
} from './laden.ts'
export type { LevensgebeurtenisNaam } from './levensgebeurtenis.ts'
export {
  type CorpusStand,
  type Gestart,
  type LopendCorpus,
  type LopendOpties,
  startCorpus,
  type Verversing,
} from './lopend.ts'
export { MEEGELEVERD } from './meegeleverd.ts'
export { type Organisatie, vindOrganisatie } from './organisatie.ts'
export { plaatsVoor } from './plaatsing.ts'
export {
  beschrijfPublicatie,
  controleerIntrekking,
  type Gepubliceerd,
  type GepubliceerdMetStand,
  standVanPublicaties,
} from './publicatie.ts'
export {
  controleerVoorbeelden,
  leesVoorbeelden,
  type Voorbeeld,
  type Voorbeelden,
  type VoorbeeldUitslag,
} from './voorbeelden.ts'
