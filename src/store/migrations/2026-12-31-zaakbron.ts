import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/**
 * Connections to case registers of other organisations: every version of their settings, their sealed secrets, and
 * how often they were asked. See docs/adr/0017.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(instellingen).execute(db)
  await sql.raw(verkeer).execute(db)
}

const isTaak = `(select context_taak()) = 'zaakbronnen'`

const instellingen = `
  create table zaakbron_versie (
    volgnummer bigint generated always as identity primary key,
    bron text not null check (length(bron) between 1 and 80),
    versie integer not null check (versie > 0),
    -- A test person is somebody of the vault: their number stands nowhere else.
    instelling jsonb not null
      check (not jsonb_path_exists(instelling, '$.proefpersonen[*] ? (@.type() != "object")')),
    wat text[] not null,
    door jsonb not null,
    op timestamptz not null,
    unique (bron, versie)
  );
  create table zaakbron_geheim (
    bron text not null,
    soort text not null check (soort in ('register', 'klant')),
    kid text not null,
    cijfer bytea not null,
    gezet_op timestamptz not null,
    primary key (bron, soort)
  );

  -- Who changed something stands in it, and what opens a register of others: seen by one task, and by no page by accident.
  alter table zaakbron_versie enable row level security, force row level security;
  alter table zaakbron_geheim enable row level security, force row level security;
  create policy taak on zaakbron_versie to ${app} using (${isTaak}) with check (${isTaak});
  create policy taak on zaakbron_geheim to ${app} using (${isTaak}) with check (${isTaak});

  grant select, insert on zaakbron_versie to ${app};
  grant select, insert, delete, update (kid, cijfer, gezet_op) on zaakbron_geheim to ${app};
`

const verkeer = `
  create table zaakbron_gebruik (
    bron text not null,
    dag date not null,
    gevraagd integer not null default 0,
    mislukt integer not null default 0,
    primary key (bron, dag)
  );
  create table zaakbron_verloop (
    bron text primary key,
    laatst_goed timestamptz,
    laatst_mislukt timestamptz,
    laatste_fout text check (laatste_fout ~ '^[a-z-]{1,40}$')
  );
  grant select, insert, update on zaakbron_gebruik, zaakbron_verloop to ${app};
`
