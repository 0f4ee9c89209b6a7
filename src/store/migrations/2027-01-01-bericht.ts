import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * Messages in the inbox of people. What one says is sealed; once sent it is never changed, and only that it was
 * opened is added (Awb 2:12, 2:25).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabel).execute(db)
}

// Settings of one transaction; see store/context.ts. Read once per query, hence the subselects.
const soort = `(select nullif(current_setting('voordeur.soort', true), ''))`
const persoon = `(select nullif(current_setting('voordeur.persoon', true), '')::uuid)`
const taak = `(select nullif(current_setting('voordeur.taak', true), ''))`

const tabel = `
  create table bericht (
    id uuid primary key,
    persoon uuid not null,
    soort text not null check (soort ~ '^[a-z]+(-[a-z]+)*$'),
    kenmerk bytea not null check (length(kenmerk) = 32),
    verstuurd timestamptz not null,
    geopend timestamptz,
    kid text not null,
    cijfer bytea not null,
    unique (persoon, kenmerk),
    check (geopend >= verstuurd)
  );
  create index bericht_persoon on bericht (persoon, verstuurd desc, id desc);

  alter table bericht enable row level security, force row level security;

  create policy eigen on bericht to ${app}
    using (${soort} = 'persoon' and persoon = ${persoon})
    with check (${soort} = 'persoon' and persoon = ${persoon});
  create policy sturen_lezen on bericht for select to ${app}
    using (${taak} = 'berichten' and persoon = ${persoon});
  create policy sturen on bericht for insert to ${app}
    with check (${taak} = 'berichten' and persoon = ${persoon} and geopend is null);
  create policy wissen on bericht to ${bewaring}
    using (${taak} = 'bewaring');

  grant select, insert on bericht to ${app};
  grant update (geopend) on bericht to ${app};
  grant select (id, verstuurd), delete on bericht to ${bewaring};
`
