import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/** What a person at a desk did with a signal, so that whom it is about can read it and not only the evidence. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
  alter table levensloop_signaal add column bureau_uitkomst text
    check (bureau_uitkomst in ('verteld', 'niet-nodig'));
  alter table levensloop_signaal add constraint levensloop_signaal_uitkomst
    check (bureau_uitkomst is null or bureau_af is not null);
  grant update (bureau_uitkomst) on levensloop_signaal to ${app};`)
    .execute(db)
}
