export { kiesDatamap, kiesSysteemgebruiker } from './bestanden.ts'
export { controleerDatabank, type Databank, inTransactie } from './databank.ts'
export { type Opslag, openOpslag } from './opslag.ts'
export {
  type Activering,
  type RegelingOpslag,
  type RegelingTekst,
  regelingKanaal,
  regelingOpslag,
} from './regelingen.ts'
export type { Schema } from './schema.ts'
export { ruimTerugmeldingenOp, terugmeldingOpslag } from './terugmeldingen.ts'
