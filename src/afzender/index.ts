export { type Letterstap, letterVoorLetter } from './afstand.ts'
export { beoordeel, type Oordelen } from './beoordelen.ts'
export type { Domeiningang, Herkomst, Nummeringang, Wie } from './ingang.ts'
export type { Kunst, Oordeel, Opmerking, Uitslag, Zwijgreden } from './oordeel.ts'
export {
  type Afzenderregister,
  type Momentopname,
  type MomentopnameDomein,
  maakRegister,
  type Registerbronnen,
} from './register.ts'
export { maxTekens, type Vondst } from './vinden.ts'
