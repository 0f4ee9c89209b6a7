import { type Kysely, sql } from 'kysely'

/** What is told at once or not at all: nobody calls about it when that fails. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table zending add column alleen_snel boolean not null default false').execute(db)
}
