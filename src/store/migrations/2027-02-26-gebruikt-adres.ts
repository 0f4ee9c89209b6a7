import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

/** Which address an item went to: what comes back says something of that one, and of no other. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
      alter table zending add column adres uuid;
      grant update (adres) on zending to ${rollen.app};
    `)
    .execute(db)
}
