export { type Letterstap, letterVoorLetter } from './afstand.ts'
export { beoordeel, type Oordelen } from './beoordelen.ts'
export {
  type Berichtcoderij,
  berichtonderwerpen,
  type Codeonderwerp,
  type Coderij,
  type CodeStore,
  eigenAfzender,
  type SleutellogStore,
} from './code-store.ts'
export {
  type Codeantwoord,
  type Controlecodes,
  type GemaakteCode,
  type NieuweCode,
  openControlecodes,
} from './codes.ts'
export { type Controlecode, leesControlecode, schrijfControlecode } from './controlecode.ts'
export type { Domeiningang, Herkomst, Nummeringang, Wie } from './ingang.ts'
export { type Linkbezwaar, type Linktoets, toetsLinks } from './links.ts'
export { dagenOud, leesMomentopname, type MomentopnameStore } from './momentopname.ts'
export type { Kunst, Oordeel, Opmerking, Uitslag, Zwijgreden } from './oordeel.ts'
export {
  type Afzenderregister,
  type Momentopname,
  type MomentopnameDomein,
  maakRegister,
  type Registerbronnen,
} from './register.ts'
export { eersteBreuk, type Sleutelregel } from './sleutellog.ts'
export { maxTekens, type Vondst } from './vinden.ts'
