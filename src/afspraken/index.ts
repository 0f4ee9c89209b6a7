export {
  type Afspraak,
  type Afspraakinhoud,
  type Afspraakstand,
  afspraakstanden,
  kenmerkhash,
  leesTelefoon,
  type Maker,
  makers,
  maxOpen,
  type Onderwerp,
  onderwerpen,
} from './afspraak.ts'
export type {
  AfspraakRij,
  AfspraakStore,
  AfspraakVrager,
  Plaatsing,
  TeVertellen,
  Verteld,
  Vertelling,
  Vertelronde,
  Wijziging,
} from './afspraak-store.ts'
export {
  type AfspraakOnderdelen,
  type Afspraken,
  afspraakDoel,
  type Boeking,
  type Boekuitslag,
  createAfspraken,
  herinnerMs,
} from './afspraken.ts'
export {
  createNaamlozeAfspraken,
  type NaamlozeAfspraak,
  type NaamlozeAfspraken,
  type NaamlozeKijker,
  type NaamlozeStore,
  type NaamlozeUitslag,
} from './naamloos.ts'
export {
  boekbareDagen,
  isBoekbaar,
  type Tijdvak,
  tijdvakkenOp,
  type VrijTijdvak,
  vrijeDagen,
  vrijeTijden,
} from './tijden.ts'
export {
  type Afspraakbericht,
  type Afspraaksoort,
  stuurAfspraakberichten,
  type VertelOnderdelen,
} from './vertellen.ts'
