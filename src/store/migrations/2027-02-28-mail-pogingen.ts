import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

/** How often a notice by e-mail was taken and tried, and when it is again: as everything else that goes out. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
      alter table poststuk_kennisgeving
        add column greep integer not null default 0,
        add column pogingen integer not null default 0,
        add column ongewis integer not null default 0,
        add column volgende timestamptz;
      grant update (greep, pogingen, ongewis, volgende) on poststuk_kennisgeving to ${rollen.app};
    `)
    .execute(db)
}
