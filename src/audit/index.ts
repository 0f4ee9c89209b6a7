export { type Aanleiding, geefAanleiding, type Reden, redenen } from './aanleiding.ts'
export { type Anker, type Blad, maakAnker, publiekeSleutel } from './anker.ts'
export { type Audit, type Ineens, openAudit } from './audit.ts'
export { type BewaringOnderdelen, type Opgeruimd, type Opruimer, voerBewaringUit } from './bewaring.ts'
export type {
  BewaringStore,
  BewijsLezer,
  BewijsStore,
  Geschreven,
  InzageFilter,
  Inzagekeuzes,
  InzageRij,
  Keten,
  KopLezer,
  WisOpdracht,
  Zekerheid,
} from './bewijs-store.ts'
export {
  type Bewijs,
  type Bewijsregel,
  type Codes,
  type Onderwerp,
  openInhoud,
  type VerzegeldBewijs,
  type VerzegeldeInhoud,
  verzegelBewijs,
} from './bewijsregel.ts'
export { type Afwijking, type Bevinding, type Controleverslag, controleerBewijs } from './controle.ts'
export { deursleutel, naamBijDeursleutel } from './deursleutel.ts'
export type { Einden } from './einden.ts'
export { type Inzage, maxInzagen } from './inzage.ts'
export { isKop, type Ketenkop, ondertekenKop } from './ketenkop.ts'
export { type LdvRegel, openDataSubjectId } from './ldv.ts'
export {
  type Meegekomen,
  type Meegekomene,
  type Ophaler,
  type Relatie,
  relaties,
  type ViaHuishouden,
} from './meegekomen.ts'
export { onderbroken, type VerwerkingInhoud } from './met-verwerking.ts'
export {
  type Bewaarregel,
  grensVan,
  type Verwerkingsactiviteit,
  type Verwerkingsregister,
} from './register.ts'
export {
  type Kid,
  ontzegel,
  openSleutelring,
  type Plek,
  SleutelOntbreekt,
  type Sleutelring,
  verzegel,
  type Zegel,
} from './sleutelring.ts'
export { leesTraceparent, nieuwSpoor, type Spoor, traceparent, volgSpoor } from './spoor.ts'
export {
  type Bevraging,
  eisBewijs,
  eisZoekbewijs,
  type GenoemdeHelper,
  geldtOokVoor,
  type Handelende,
  type Verwerking,
  VerwerkingGeweigerd,
  type Verwerkingsbewijs,
  type WeigerReden,
} from './verwerking.ts'
