import { type Kysely, sql } from 'kysely'

/** What lies ready with us has not left yet: a letter on the pile, a note for who calls. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
      alter table zending drop constraint zending_stand_check;
      alter table zending add constraint zending_stand_check check
        (stand in ('gemaakt', 'bezig', 'klaar', 'verzonden', 'bezorgd', 'mislukt', 'retour', 'hersteld'));
    `)
    .execute(db)
}
