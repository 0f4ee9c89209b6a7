import { type Kysely, sql } from 'kysely'

/**
 * Which keys the evidence needs is asked at every start, of a table that only grows: with this the answer costs one
 * look per key. Many lines with the same few keys; PostgreSQL keeps each key once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('create index bewijs_inhoud_kid on bewijs_inhoud (kid)').execute(db)
}
