import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * What people wrote down after a call: one row for each call, with every word under a seal. A row is reached by the id of
 * its call, by the chain case that it is about, or by the hash of the key of a browser that was in the call.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
}

const isGenoemd = `(select context_taak()) = 'gesprekken' and kenmerken && (select context_zoek())::text[]`

const tabellen = `
  create table gespreksnotitie (
    gesprek text primary key check (gesprek ~ '^[A-Za-z0-9_-]{22}$'),
    nr integer not null check (nr > 0),
    kid text not null,
    cijfer bytea not null,
    kenmerken text[] not null,
    ketenzaak uuid,
    ingangen text[] not null,
    begonnen timestamptz not null
  );
  create index gespreksnotitie_kenmerken on gespreksnotitie using gin (kenmerken);
  create index gespreksnotitie_begonnen on gespreksnotitie (begonnen);

  alter table gespreksnotitie enable row level security, force row level security;

  create policy genoemd on gespreksnotitie to ${app} using (${isGenoemd}) with check (${isGenoemd});
  create policy wissen on gespreksnotitie to ${bewaring} using ((select context_taak()) = 'bewaring');

  grant select, insert, update (nr, kid, cijfer, kenmerken, ketenzaak, ingangen) on gespreksnotitie to ${app};
  grant select (begonnen), delete on gespreksnotitie to ${bewaring};
`
