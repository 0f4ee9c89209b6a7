import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

/**
 * Work that there is already and is needed for a second reason: by the earlier of both terms, and when one of them does
 * not end by itself neither does the other.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`grant update (uiterlijk, zending) on hersteltaak to ${rollen.app};`).execute(db)
}
