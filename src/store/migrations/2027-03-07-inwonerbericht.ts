import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

/**
 * What a resident is told of their chain case waits in the same outbox. And of a case that nobody took, and that closed
 * by itself, the words are found to go.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
      alter table loket_uitgaand drop constraint loket_uitgaand_soort_check,
        add constraint loket_uitgaand_soort_check check (soort in ('bericht', 'opdracht', 'inwoner'));
      grant select (medewerker, persoon) on loket_zaak to ${rollen.bewaring};
      create index loket_zaak_ongenomen on loket_zaak (id)
        where medewerker = 'nog-niemand' and persoon is null and gesloten is not null;
    `)
    .execute(db)
}
