import { join } from 'node:path'

/** The corpus that comes with the product; VOORDEUR_CORPUS adds directories. */
export const MEEGELEVERD = join(import.meta.dirname, '..', '..', 'corpus')
