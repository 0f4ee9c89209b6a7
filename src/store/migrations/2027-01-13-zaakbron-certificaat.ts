import { type Kysely, sql } from 'kysely'

/** A third secret of a connection: who we are to a source that asks for a client certificate. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table zaakbron_geheim drop constraint zaakbron_geheim_soort_check;
    alter table zaakbron_geheim add check (soort in ('register', 'klant', 'certificaat'));
  `)
    .execute(db)
}
