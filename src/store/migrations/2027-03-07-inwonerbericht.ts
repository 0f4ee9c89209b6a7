import { type Kysely, sql } from 'kysely'

/** What a resident is told of their chain case waits in the same outbox. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
      alter table loket_uitgaand drop constraint loket_uitgaand_soort_check,
        add constraint loket_uitgaand_soort_check check (soort in ('bericht', 'opdracht', 'inwoner'));
    `)
    .execute(db)
}
