import { type Kysely, sql } from 'kysely'

/** The key of an outside party that is in no more stays known, so that whoever has it hears why. It opens nothing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table loket_ingang drop constraint loket_ingang_soort_check;
       alter table loket_ingang add constraint loket_ingang_soort_check
         check (soort in ('code', 'sleutel', 'voorbij'));`,
    )
    .execute(db)
}
