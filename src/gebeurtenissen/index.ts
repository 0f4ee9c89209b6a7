export { type Afspraak, type Agenda, schrijfAgenda } from './agenda.ts'
export {
  GEEN_GEGEVENS,
  type Gegevens,
  type GegevensPerGebeurtenis,
  leesGegevens,
  metGegevens,
  passendeGegevens,
  schrijfGegevens,
} from './gegevens.ts'
export type { Plantermijn } from './plantermijn.ts'
export {
  type GeplandeStap,
  maakStappenplan,
  type PlanInvoer,
  type Staat,
  type Stappenplan,
  type VervallenStap,
} from './stappenplan.ts'
export { type Plaats, type Stapwie, stapwie } from './wie.ts'
