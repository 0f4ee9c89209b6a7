import type { Opruimer } from '../audit/index.ts'
import { afspraakOpruimer } from './afspraken.ts'
import { berichtOpruimer } from './berichten.ts'
import type { Databank } from './databank.ts'
import { hulpbehoefteOpruimer } from './hulpbehoeften.ts'
import { portaalOpruimer } from './portalen.ts'
import { terugmeldingOpruimer } from './terugmeldingen.ts'
import { zaakindexOpruimers } from './zaakindex.ts'
import { zaaksignaalOpruimer } from './zaaksignalen.ts'

const gewone = [
  terugmeldingOpruimer,
  berichtOpruimer,
  zaaksignaalOpruimer,
  portaalOpruimer,
  afspraakOpruimer,
  hulpbehoefteOpruimer,
]

/** What each feature takes away when its retention period is over. */
export function opruimersVan(bewaring: Databank): readonly Opruimer[] {
  return [...gewone.map((van) => van(bewaring)), ...zaakindexOpruimers(bewaring)]
}
