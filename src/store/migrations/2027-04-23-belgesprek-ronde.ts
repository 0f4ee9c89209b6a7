import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * When time does something in a call, and when a browser of somebody in it was heard last, so that any node can end what
 * nobody is in any more. And a count per call of what changes a list of calls: the clocks of nodes say nothing about order.
 * `belgesprek_geweest` is what that count was of calls that were cleared away, per organisation.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
}

const tabellen = `
  alter table belgesprek
    add column volgend_ms bigint,
    add column gehoord timestamptz not null default now(),
    add column lijst_nr bigint not null default 1 check (lijst_nr > 0);
  update belgesprek set volgend_ms = gewijzigd_ms where not is_voorbij;
  create index belgesprek_loopt on belgesprek (volgend_ms) where not is_voorbij;

  create table belgesprek_geweest (
    organisatie text primary key check (organisatie <> ''),
    nr bigint not null check (nr > 0)
  );
  alter table belgesprek_geweest enable row level security, force row level security;

  create policy ronde on belgesprek for select to ${app} using (
    (select context_taak() = 'gesprekken-ronde') and not is_voorbij);
  create policy van_organisatie on belgesprek_geweest for select to ${app} using (
    (select context_soort()) = 'medewerker' and organisatie = (select context_organisatie()));
  create policy tellen on belgesprek_geweest to ${bewaring} using ((select context_taak()) = 'bewaring')
    with check ((select context_taak()) = 'bewaring');

  grant update (volgend_ms, gehoord, lijst_nr) on belgesprek to ${app};
  grant select on belgesprek_geweest to ${app};
  grant select (organisaties, lijst_nr) on belgesprek to ${bewaring};
  grant select, insert, update on belgesprek_geweest to ${bewaring};
`
