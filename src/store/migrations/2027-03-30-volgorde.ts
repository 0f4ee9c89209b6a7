import { type Kysely, sql } from 'kysely'

/** Runs in the order in which they were asked for, whatever a clock said. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table bevolkingsloop add column nummer bigint generated always as identity`.execute(db)
}
