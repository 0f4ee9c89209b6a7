import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/**
 * The guide of direct lines, and the queue of each pool. A row of the guide is a team and says nothing of a person; a
 * queue holds numbers of shifts and of callers, what is asked (a scheme, a place, a language), and no names.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
}

// Read once per query, hence the subselects; see store/context.ts.
const isMedewerker = `(select context_soort()) = 'medewerker'`
const isTaak = `(select context_taak()) = 'lijnen'`
const eigen = `(${isMedewerker} and organisatie = (select context_organisatie()))`

const tabellen = `
  create table lijnteam (
    id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
    organisatie text not null check (organisatie <> ''),
    pool text not null check (length(pool) between 1 and 60),
    versie integer not null check (versie > 0),
    inhoud jsonb not null,
    bevestigd_op date not null,
    gevraagd_op date
  );
  create index lijnteam_organisatie on lijnteam (organisatie);

  create table lijn_wachtrij (
    pool text primary key check (length(pool) between 1 and 60),
    nr bigint not null check (nr >= 0),
    stand jsonb not null
  );

  alter table lijnteam enable row level security, force row level security;
  alter table lijn_wachtrij enable row level security, force row level security;

  create policy lezen on lijnteam for select to ${app} using (${isMedewerker} or ${isTaak});
  create policy maken on lijnteam for insert to ${app} with check (${eigen} or ${isTaak});
  create policy wijzigen on lijnteam for update to ${app} using (${eigen} or ${isTaak})
    with check (${eigen} or ${isTaak});
  create policy wissen on lijnteam for delete to ${app} using (${eigen});
  create policy wachtrij on lijn_wachtrij to ${app} using (${isTaak}) with check (${isTaak});

  grant select, insert, delete, update (pool, versie, inhoud, bevestigd_op, gevraagd_op) on lijnteam to ${app};
  grant select, insert, update (nr, stand) on lijn_wachtrij to ${app};
`
