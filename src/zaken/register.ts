/** A source of cases fails as a register does, and gets the number of a person in the same way: one word per thing. */
export {
  type MetBsn,
  type RegisterMislukt,
  type RegisterUitkomst,
  registerMislukt,
  type Verwerkingsbewijs,
} from '../inwoner/index.ts'
