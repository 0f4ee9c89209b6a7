export { type Besluit, besluitInformatieobjectSchema, besluitSchema } from './besluiten.ts'
export {
  type Besluittype,
  besluittypeSchema,
  catalogusSchema,
  duurIn,
  type Informatieobjecttype,
  informatieobjecttypeSchema,
  type Resultaattype,
  resultaattypeSchema,
  roltypeSchema,
  type Statustype,
  statustypeSchema,
  type Zaaktype,
  zaaktypeInformatieobjecttypeSchema,
  zaaktypeSchema,
} from './catalogi.ts'
export {
  gebeurtenissleutel,
  isVerwijderd,
  type Zaakgebeurtenis,
  zaakgebeurtenisSchema,
  zaakgebeurtenissen,
} from './cloudevents.ts'
export { crs, crsKoppen } from './crs.ts'
export {
  documentstatussen,
  type Informatieobject,
  informatieobjectSchema,
  objectInformatieobjectSchema,
} from './documenten.ts'
export { isOngewijzigd, maakEtag } from './etag.ts'
export { leesExpand, maxDiepte, type Uitvouwing } from './expand.ts'
export { type Fout, foutSchema, type OngeldigVeld, ZgwFout } from './fout.ts'
export {
  type Aanspraken,
  isGetekend,
  leesToken,
  maakToken,
  ontleedToken,
  type Tokendelen,
  type Tokenfout,
  type TokenKeus,
  tekenToken,
} from './jwt.ts'
export {
  type Abonnement,
  abonnementSchema,
  type Kanaal,
  kanaalSchema,
  kanalen,
  type Notificatie,
  notificatieSchema,
  sleutelVan,
  wilHebben,
} from './notificaties.ts'
export { maakPagina, type Pagina, paginaSchema, rijenPerPagina } from './pagina.ts'
export {
  betrokkeneTypen,
  isHoogstens,
  isNegenElfproef,
  rolomschrijvingen,
  type Vertrouwelijkheid,
  vertrouwelijkheden,
} from './waarden.ts'
export {
  type Resultaat,
  type Rol,
  resultaatSchema,
  rolSchema,
  type Status,
  statusSchema,
  type Zaak,
  type ZaakInformatieObject,
  zaakBesluitSchema,
  zaakEigenschapSchema,
  zaakInformatieObjectSchema,
  zaakSchema,
} from './zaken.ts'
