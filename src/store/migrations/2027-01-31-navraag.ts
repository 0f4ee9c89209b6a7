import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

/** Items that left and of which no word came: after when to ask about them again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
      alter table zending add column navraag timestamptz;
      create index zending_zonder_bericht on zending (coalesce(navraag, verzonden))
        where stand = 'verzonden' and kanaal in ('sms', 'email', 'brief');
      grant update (navraag) on zending to ${rollen.app};
    `)
    .execute(db)
}
