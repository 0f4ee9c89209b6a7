export { type Bladbeeld, type Bladvoorwaarde, maakBladbeeld, regelingOp } from './blad.ts'
export {
  type Bladdeel,
  bladdelen,
  type Eigenaar,
  HOOGSTENS_LETTERS,
  isBladdeel,
  isMeldingstand,
  isMeldreden,
  type Kennismelding,
  type Meldingstand,
  type Meldreden,
  meldredenen,
} from './melding.ts'
export type { Afhandeling, Meldingkijker, MeldingStore } from './melding-store.ts'
export {
  type Afloop,
  type Kennismeldingen,
  type Lezer,
  type Meldinglijst,
  type NieuweMelding,
  openKennismeldingen,
} from './meldingen.ts'
