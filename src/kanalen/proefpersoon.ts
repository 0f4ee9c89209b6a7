import { randomBytes } from 'node:crypto'
import { maakPersoonId, type PersoonId } from '../domain/index.ts'

/** For tests: somebody. */
export const nieuwePersoon = (): PersoonId => maakPersoonId(new Date(1_800_000_000_000), randomBytes)
