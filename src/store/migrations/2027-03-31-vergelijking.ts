import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/** What a changed law would do to a made-up population: texts of organisations, and counts of nobody who exists. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
}

const taak = `(select context_taak()) = 'vergelijken'`

const tabellen = `
  create table vergelijking (
    id uuid primary key,
    organisatie text not null check (organisatie <> ''),
    regeling text not null check (length(regeling) between 1 and 100),
    naam text not null check (length(naam) between 1 and 200),
    bestand text check (length(bestand) <= 300),
    tekst text check (length(tekst) <= 1000000),
    versie date,
    peildatum date not null,
    zaad integer not null,
    -- The whole country where it is empty.
    huishoudens integer check (huishoudens between 1 and 10000000),
    stand text not null check (stand in ('wacht', 'loopt', 'gestopt', 'klaar', 'mislukt')),
    is_stop_gevraagd boolean not null default false,
    merk text check (merk ~ '^[0-9a-f]{64}$'),
    gedaan integer not null default 0,
    stukken integer not null default 0,
    nog_ms bigint,
    -- Whose turn it is: a node that was silent too long writes nothing more.
    beurt integer not null default 0,
    gevraagd timestamptz not null,
    bijgewerkt timestamptz not null,
    uitslag jsonb,
    check ((tekst is null) = (bestand is null) and (tekst is null) <> (versie is null)),
    check ((stand = 'klaar') = (uitslag is not null))
  );
  -- One at a time, over all nodes.
  create unique index vergelijking_een on vergelijking ((true)) where stand = 'loopt';
  create index vergelijking_organisatie on vergelijking (organisatie, gevraagd desc);

  create table vergelijkstuk (
    vergelijking uuid not null references vergelijking on delete cascade,
    nr integer not null,
    uitkomst jsonb not null,
    primary key (vergelijking, nr)
  );

  alter table vergelijking enable row level security, force row level security;
  alter table vergelijkstuk enable row level security, force row level security;
  create policy werken on vergelijking to ${app} using (${taak}) with check (${taak});
  create policy werken on vergelijkstuk to ${app} using (${taak}) with check (${taak});

  grant select, insert, update, delete on vergelijking to ${app};
  grant select, insert, delete on vergelijkstuk to ${app};
`
