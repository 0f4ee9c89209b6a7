import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

/** How often nobody heard what came of a try: whoever held it fell over, or the other side was silent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
      alter table zending add column ongewis integer not null default 0 check (ongewis >= 0);
      grant update (ongewis) on zending to ${rollen.app};
    `)
    .execute(db)
}
