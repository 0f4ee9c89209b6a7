import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * Calls: who takes part and since when, as one value that moves on by number. No word of what is said, and no sound.
 * A row is reached by its own random id, or by the hash of a code or key; by an organisation while it rings there or
 * somebody of it is in it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
}

const isGenoemd = `(select context_taak()) = 'gesprekken' and kenmerken && (select context_zoek())::text[]`

const tabellen = `
  create table belgesprek (
    id text primary key check (id ~ '^[A-Za-z0-9_-]{22}$'),
    nr integer not null check (nr > 0),
    stand jsonb not null,
    kenmerken text[] not null,
    organisaties text[] not null,
    begonnen timestamptz not null,
    gewijzigd_ms bigint not null,
    is_voorbij boolean not null
  );
  create index belgesprek_kenmerken on belgesprek using gin (kenmerken);
  create index belgesprek_organisaties on belgesprek using gin (organisaties);
  create index belgesprek_begonnen on belgesprek (begonnen);

  alter table belgesprek enable row level security, force row level security;

  create policy genoemd on belgesprek to ${app} using (${isGenoemd}) with check (${isGenoemd});
  create policy van_organisatie on belgesprek for select to ${app} using (
    (select context_soort()) = 'medewerker' and organisaties @> array[(select context_organisatie())]);
  create policy wissen on belgesprek to ${bewaring} using ((select context_taak()) = 'bewaring');

  grant select, insert, update (nr, stand, kenmerken, organisaties, gewijzigd_ms, is_voorbij) on belgesprek to ${app};
  grant select (begonnen), delete on belgesprek to ${bewaring};
`
