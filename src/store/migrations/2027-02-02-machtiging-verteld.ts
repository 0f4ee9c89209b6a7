import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/** What both were told of a mandate, so that each hears it once. Of what stood here before nobody is told any more. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabel).execute(db)
}

const isTaak = `(select context_taak()) = 'machtigingen'`

const tabel = `
  create table machtiging_verteld (
    machtiging uuid not null references machtiging on delete cascade,
    wat text not null check (wat in ('gegeven', 'loopt-af', 'ingetrokken')),
    op timestamptz not null,
    primary key (machtiging, wat)
  );
  alter table machtiging no force row level security;
  insert into machtiging_verteld (machtiging, wat, op)
    select id, case when ingetrokken is null then 'gegeven' else 'ingetrokken' end, now()
    from machtiging where soort = 'machtiging';
  alter table machtiging force row level security;

  alter table machtiging_verteld enable row level security, force row level security;
  create policy zien on machtiging_verteld for select to ${app} using (${isTaak});
  create policy vertellen on machtiging_verteld for insert to ${app} with check (${isTaak});
  grant select, insert on machtiging_verteld to ${app};
`
