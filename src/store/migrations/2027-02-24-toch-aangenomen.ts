import { type Kysely, sql } from 'kysely'

/** That what was refused is taken in after all is told as well. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table poststuk_kennisgeving drop constraint poststuk_kennisgeving_soort_check;
    alter table poststuk_kennisgeving add constraint poststuk_kennisgeving_soort_check
      check (soort in ('ontvangen', 'doorgezonden', 'verkeerde-weg', 'geweigerd', 'toch-aangenomen'));
  `)
    .execute(db)
}
