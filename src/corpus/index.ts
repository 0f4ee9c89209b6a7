export { AFSPRAAKVORMEN, type Afspraakteam, type Afspraakvorm, type Hulpvertrouwen } from './afspraakteam.ts'
export type { Afzender, Afzenderbron, Weten } from './afzender.ts'
export type { CorpusArchief, Publicatie } from './archief.ts'
export { type BronBestand, bronBestand } from './bestand.ts'
export { vindTeksten } from './bewijs.ts'
export type { Contactgrond, Contactgronden } from './contactgrond.ts'
export { type Bestandscontrole, controleerErbovenop, controleerTerPlaatse } from './controleer.ts'
export { foutregel } from './foutregel.ts'
export type { Stap, Stapgebied, Wie } from './gebeurtenis-stap.ts'
export type { Staptermijn, Termijnpunt } from './gebeurtenis-termijn.ts'
export { type Informatiepunt, informatiepuntenBij, steunVan } from './informatiepunt.ts'
export { heeftNietDigitaalKanaal, KANALEN, NIET_DIGITAAL } from './kanalen.ts'
export {
  idVan as kennisbladId,
  type Kennisblad,
  type Kennisonderwerp,
  type Kennisvraag,
  type Kenniszin,
} from './kennisblad.ts'
export type { Geweigerd, Laag } from './laag.ts'
export {
  type CorpusBronnen,
  type Geladen,
  type GeladenCorpus,
  type GepubliceerdBestand,
  laadLagen,
  leesLagen,
  loadCorpus,
} from './laden.ts'
export {
  DOELGROEPEN,
  type Doelgroep,
  type GebeurtenisVraag,
  HOOGSTENS_VRAGEN,
  type Levensgebeurtenis,
} from './levensgebeurtenis.ts'
export { LIJSTSTANDEN, LIJSTVERTROUWEN, type Lijstgrond } from './lijstgrond.ts'
export {
  type CorpusStand,
  type Gestart,
  type LopendCorpus,
  type LopendOpties,
  startCorpus,
  type Verversing,
} from './lopend.ts'
export { MEEGELEVERD } from './meegeleverd.ts'
export { type Openingstijd, WEEKDAGEN } from './openingstijd.ts'
export { type Organisatie, vindOrganisatie } from './organisatie.ts'
export { plaatsVoor } from './plaatsing.ts'
export {
  type Aanwijzing,
  aanwijzingOp,
  POSTKANALEN,
  POSTSOORTEN,
  type Postsoort,
  type Postweg,
  type Postwegen,
  type Postwegregister,
  postwegenOp,
  verlopenUitzonderingen,
} from './postwegen.ts'
export {
  metCijfers,
  type Proefcijfer,
  probeerVersie,
  proefbestand,
  proefcijfers,
  proeffouten,
} from './proefversie.ts'
export {
  beschrijfPublicatie,
  controleerIntrekking,
  type Gepubliceerd,
  type GepubliceerdMetStand,
  standVanPublicaties,
} from './publicatie.ts'
export {
  type Cijferregel,
  cijferregels,
  type Gemis,
  type Regelingstand,
  regelingstanden,
  telVertrouwen,
  type Versie,
  type Wetsoort,
} from './regelingstand.ts'
export { gebeurtenisteksten, type Plektekst, talenVan, wetteksten } from './regelingteksten.ts'
export type { Synoniemen } from './synoniemen.ts'
export { gebeurtenisNoemt, type Regelingverband, regelingverbanden } from './verband.ts'
export { type Grondslag, type Verwerking, type VerwerkingDoor, verwerkingsregister } from './verwerking.ts'
export {
  controleerVoorbeelden,
  leesVoorbeelden,
  type Voorbeeld,
  type Voorbeelden,
  type VoorbeeldUitslag,
} from './voorbeelden.ts'
export {
  type Bestandsuitslag,
  type Voorbeeldenstand,
  type Voorbeelduitkomst,
  voorbeeldenstand,
} from './voorbeelden-stand.ts'
export type { Vraagvolgorde } from './vraagvolgorde.ts'
export { type Kanaalkeuzes, type Kanalen, stapelWegen, verdeelWegen, type Wegen } from './wegen.ts'
export {
  ONDERWERPEN,
  type Onderwerp,
  type Statusgroep,
  type Statustaal,
  type Zaakduur,
  type Zaaktypetaal,
} from './zaaktaal.ts'
export type { Zaaktaal } from './zaaktaal-woorden.ts'
