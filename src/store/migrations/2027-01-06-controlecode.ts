import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * Codes on what we send, as keyed hashes, with what anybody who has one may know; the published keys that sign them,
 * chained; and what was imported of a register of domain names, as it was on a day.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
}

const taak = (naam: string) => `(select context_taak()) = '${naam}'`

const tabellen = `
  create table controlecode (
    hash bytea primary key check (length(hash) = 32),
    kid text not null,
    organisatie text not null,
    datum date not null,
    onderwerp text not null check (onderwerp ~ '^[a-z]+$'),
    bericht uuid,
    gemaakt timestamptz not null,
    ingetrokken timestamptz
  );
  create index controlecode_gemaakt on controlecode (gemaakt);

  create table afzendersleutel (
    nummer integer primary key check (nummer > 0),
    organisatie text not null,
    kid text not null unique,
    x text not null,
    sinds timestamptz not null,
    vorige text not null unique check (vorige ~ '^[0-9a-f]{64}$'),
    hash text not null unique check (hash ~ '^[0-9a-f]{64}$')
  );

  create table afzender_momentopname (
    nummer integer generated always as identity primary key,
    bron text not null check (length(bron) between 1 and 200),
    peildatum date not null,
    gelezen timestamptz not null,
    domeinen jsonb not null
  );

  alter table controlecode enable row level security, force row level security;
  alter table afzendersleutel enable row level security, force row level security;
  alter table afzender_momentopname enable row level security, force row level security;

  create policy codes on controlecode to ${app} using (${taak('controlecodes')}) with check (${taak('controlecodes')});
  create policy wissen on controlecode to ${bewaring} using (${taak('bewaring')});
  create policy sleutels on afzendersleutel to ${app}
    using (${taak('controlecodes')}) with check (${taak('controlecodes')});
  create policy momentopname on afzender_momentopname to ${app}
    using (${taak('afzenders')}) with check (${taak('afzenders')});

  grant select, insert, update (ingetrokken) on controlecode to ${app};
  grant select (gemaakt), delete on controlecode to ${bewaring};
  grant select, insert on afzendersleutel to ${app};
  grant select, insert, delete on afzender_momentopname to ${app};
`
