import type { Naam } from '../../../inwoner/index.ts'

/** A name as it is said; empty when the register says none. */
export function volledigeNaam({ voornamen, voorvoegsel, geslachtsnaam }: Naam): string {
  return [voornamen, voorvoegsel, geslachtsnaam].filter((deel) => deel !== undefined && deel !== '').join(' ')
}
