import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/** Of each telephone exchange the number of what it told last, so that what was overtaken on the way undoes nothing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
}

const isTaak = `(select context_taak()) = 'lijnen'`

const tabellen = `
  create table lijn_centrale (
    organisatie text primary key check (organisatie <> ''),
    nr bigint not null check (nr > 0),
    -- Until then a node is at work on it, unless it said before that it is done.
    bezig_tot timestamptz
  );
  alter table lijn_centrale enable row level security, force row level security;
  create policy taak on lijn_centrale to ${app} using (${isTaak}) with check (${isTaak});
  grant select, insert, update (nr, bezig_tot) on lijn_centrale to ${app};
`
