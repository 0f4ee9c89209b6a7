import { type Kysely, sql } from 'kysely'

/**
 * One code for one message, whoever makes it. A message that got a second one, because the keys changed between two
 * times that it was opened, keeps the first; the other one stays good without leading to the message.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(eenPerBericht).execute(db)
}

// The owner of a table sees no rows either while that is forced.
const eenPerBericht = `
  alter table controlecode no force row level security;
  update controlecode c set bericht = null where exists (select 1 from controlecode e
    where e.bericht = c.bericht and (e.gemaakt, e.hash) < (c.gemaakt, c.hash));
  alter table controlecode force row level security;
  create unique index controlecode_bericht on controlecode (bericht) where bericht is not null;
`
