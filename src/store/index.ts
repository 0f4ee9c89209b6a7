export { controleerDatabank, type Databank, inTransactie } from './databank.ts'
export { type Opslag, openOpslag } from './opslag.ts'
export type { Schema } from './schema.ts'
