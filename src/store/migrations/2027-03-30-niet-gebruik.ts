import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/** Runs over a made-up population, and campaigns that are measured: counts, and nobody who exists. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
}

const taak = `(select context_taak()) = 'bevolking'`
const eigen = `(select context_soort()) = 'medewerker' and organisatie = (select context_organisatie())`

const tabellen = `
  create table bevolkingsuitkomst (
    merk text primary key check (merk ~ '^[0-9a-f]{64}$'),
    uitkomst jsonb not null,
    gemaakt timestamptz not null
  );

  create table bevolkingsloop (
    id uuid primary key,
    zaad integer not null,
    datum date not null,
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
    bijgewerkt timestamptz not null
  );
  -- One run at a time, over all nodes.
  create unique index bevolkingsloop_een on bevolkingsloop ((true)) where stand in ('wacht', 'loopt');
  create index bevolkingsloop_gevraagd on bevolkingsloop (gevraagd desc);

  create table bevolkingsstuk (
    loop uuid not null references bevolkingsloop on delete cascade,
    nr integer not null,
    uitkomst jsonb not null,
    primary key (loop, nr)
  );

  create table campagne (
    id uuid primary key,
    organisatie text not null check (organisatie <> ''),
    plan jsonb not null,
    tellingen jsonb not null,
    versie integer not null,
    gemaakt date not null
  );
  create index campagne_organisatie on campagne (organisatie, gemaakt desc);

  alter table bevolkingsuitkomst enable row level security, force row level security;
  alter table bevolkingsloop enable row level security, force row level security;
  alter table bevolkingsstuk enable row level security, force row level security;
  alter table campagne enable row level security, force row level security;
  create policy werken on bevolkingsuitkomst to ${app} using (${taak}) with check (${taak});
  create policy werken on bevolkingsloop to ${app} using (${taak}) with check (${taak});
  create policy werken on bevolkingsstuk to ${app} using (${taak}) with check (${taak});
  create policy werken on campagne to ${app} using (${eigen}) with check (${eigen});

  grant select, insert on bevolkingsuitkomst to ${app};
  grant select, insert, update on bevolkingsloop to ${app};
  grant select, insert, delete on bevolkingsstuk to ${app};
  grant select, insert, update (tellingen, versie) on campagne to ${app};
`
