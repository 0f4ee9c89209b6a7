import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/**
 * A letter of a message that somebody has already, because they asked for it; it makes no notice good and undoes none.
 * And work of no body, which whoever answers for the installation hands to one that has a desk.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table zending add column op_verzoek boolean not null default false;
    grant update (organisatie) on hersteltaak to ${app};
  `)
    .execute(db)
}
