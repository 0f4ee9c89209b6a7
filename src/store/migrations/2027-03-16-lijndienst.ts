import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * What happened in the queues of direct lines, to count; who is at work there; and who called. The first holds numbers
 * of shifts and of callers alone. Whose number it is stands in the other two, for as long as it must.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
}

const isTaak = `(select context_taak()) = 'lijnen'`
const isBewaring = `(select context_taak()) = 'bewaring'`

const tabellen = `
  create table lijn_voorval (
    id bigint generated always as identity primary key,
    -- Absent: what was asked for is in no pool at all.
    pool text check (length(pool) between 1 and 60),
    -- The number of the queue after it.
    nr bigint check (nr > 0),
    op timestamptz not null,
    soort text not null check (soort <> ''),
    -- Of whoever took the call, or promised the time; of who came in, the team that fits them best.
    team text,
    beller text,
    plek text,
    inhoud jsonb not null,
    unique (pool, nr)
  );
  create index lijn_voorval_op on lijn_voorval (op);
  create index lijn_voorval_beller on lijn_voorval (beller) where beller is not null;

  create table lijn_dienst (
    plek text primary key check (plek ~ '^[A-Za-z0-9_-]{22}$'),
    pool text not null check (length(pool) between 1 and 60),
    organisatie text not null check (organisatie <> ''),
    medewerker text not null check (medewerker <> ''),
    naam text,
    teams text[] not null,
    begonnen timestamptz not null,
    -- Without a sign of life by then they are signed off.
    geldig_tot timestamptz not null,
    unique (organisatie, medewerker)
  );
  create index lijn_dienst_geldig on lijn_dienst (geldig_tot);

  create table lijn_oproep (
    beller text primary key check (beller ~ '^[A-Za-z0-9_-]{22}$'),
    pool text not null check (length(pool) between 1 and 60),
    organisatie text not null check (organisatie <> ''),
    medewerker text not null check (medewerker <> ''),
    naam text,
    onderwerp text not null,
    ketenzaak uuid,
    -- The call that came of it last, and the moment at which the queue put them through to it.
    gesprek text,
    verbonden_ms bigint,
    opgenomen_ms bigint,
    begonnen timestamptz not null,
    geldig_tot timestamptz not null,
    afloop text,
    voorbij timestamptz
  );
  create index lijn_oproep_open on lijn_oproep (pool) where voorbij is null;
  create index lijn_oproep_gesprek on lijn_oproep (gesprek) where gesprek is not null;
  create index lijn_oproep_wie on lijn_oproep (organisatie, medewerker, begonnen);

  -- When time does something in it next; absent: only lane hours do.
  alter table lijn_wachtrij add column volgend timestamptz;
  grant update (volgend) on lijn_wachtrij to ${app};

  alter table lijn_voorval enable row level security, force row level security;
  alter table lijn_dienst enable row level security, force row level security;
  alter table lijn_oproep enable row level security, force row level security;

  create policy taak on lijn_voorval to ${app} using (${isTaak}) with check (${isTaak});
  create policy taak on lijn_dienst to ${app} using (${isTaak}) with check (${isTaak});
  create policy taak on lijn_oproep to ${app} using (${isTaak}) with check (${isTaak});
  create policy wissen on lijn_voorval to ${bewaring} using (${isBewaring});
  create policy wissen on lijn_oproep to ${bewaring} using (${isBewaring});
  create policy wissen on lijn_dienst to ${bewaring} using (${isBewaring});

  grant select, insert on lijn_voorval to ${app};
  grant select, insert, delete, update (geldig_tot) on lijn_dienst to ${app};
  grant select, insert, update (gesprek, verbonden_ms, opgenomen_ms, geldig_tot, afloop, voorbij) on lijn_oproep to ${app};
  grant select (op), delete on lijn_voorval to ${bewaring};
  grant select (begonnen), delete on lijn_oproep to ${bewaring};
  grant select (geldig_tot), delete on lijn_dienst to ${bewaring};
`
