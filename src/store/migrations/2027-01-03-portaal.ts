import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/** To which other portals somebody said yes. Taking it back removes the row; both acts stand in the evidence. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabel).execute(db)
}

// Settings of one transaction; see store/context.ts. Read once per query, hence the subselects.
const soort = `(select nullif(current_setting('voordeur.soort', true), ''))`
const persoon = `(select nullif(current_setting('voordeur.persoon', true), '')::uuid)`
const taak = `(select nullif(current_setting('voordeur.taak', true), ''))`

const tabel = `
  create table portaal_toestemming (
    persoon uuid not null,
    portaal text not null check (portaal ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
    sinds timestamptz not null,
    primary key (persoon, portaal)
  );
  create index portaal_toestemming_sinds on portaal_toestemming (sinds);

  alter table portaal_toestemming enable row level security, force row level security;

  create policy eigen on portaal_toestemming to ${app}
    using (${soort} = 'persoon' and persoon = ${persoon})
    with check (${soort} = 'persoon' and persoon = ${persoon});
  create policy vragen on portaal_toestemming for select to ${app}
    using (${taak} = 'portalen' and persoon = ${persoon});
  create policy wissen on portaal_toestemming to ${bewaring}
    using (${taak} = 'bewaring');

  grant select, insert, delete on portaal_toestemming to ${app};
  grant select (sinds), delete on portaal_toestemming to ${bewaring};
`
