import { type Kysely, sql } from 'kysely'

/** That what was handed to a register of contacts is not waited for any more: the task there is done. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table loket_klantwerk add column af boolean not null default false').execute(db)
}
