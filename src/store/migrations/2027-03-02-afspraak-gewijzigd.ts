import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

/** Who moved or cancelled an appointment last: whoever did it themselves need not be called about it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
      alter table afspraak add column gewijzigd_door text check (gewijzigd_door in ('persoon', 'medewerker'));
      grant update (gewijzigd_door) on afspraak to ${rollen.app};
    `)
    .execute(db)
}
