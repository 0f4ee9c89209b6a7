import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

/** A call over a line that is looked further for: which other pools were asked along, and in which one it rings. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table lijn_oproep
        add column verbonden_pool text check (length(verbonden_pool) between 1 and 60),
        add column ook text[] not null default '{}';
      grant update (verbonden_pool, ook) on lijn_oproep to ${rollen.app}`)
    .execute(db)
}
