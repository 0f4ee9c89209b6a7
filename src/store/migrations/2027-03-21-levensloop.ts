import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/** Who takes part and by which name each source knows them; what sources said; how much came, about nobody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
}

const taak = `(select context_taak()) = 'levensloop'`

const tabellen = `
  create table levensloop_abonnement (
    bron text not null check (length(bron) between 1 and 80),
    wie text not null check (length(wie) between 40 and 80),
    persoon uuid not null,
    sinds timestamptz not null,
    primary key (bron, wie)
  );
  create index levensloop_abonnement_persoon on levensloop_abonnement (persoon);
  create index levensloop_abonnement_sinds on levensloop_abonnement (sinds);

  create table levensloop_melding (
    bron text not null check (length(bron) between 1 and 80),
    id text not null check (length(id) between 1 and 255),
    persoon uuid not null,
    soort text not null check (length(soort) <= 40),
    op date,
    intrekt text check (length(intrekt) <= 255),
    ontvangen timestamptz not null,
    -- Not worked out yet.
    is_nieuw boolean not null default true,
    -- A node has this person in hand; after this moment another one may.
    bezig_tot timestamptz,
    -- An id belongs to one source and to one person: who is named by two messages with one id has one of each.
    primary key (bron, persoon, id),
    check ((op is null) <> (intrekt is null))
  );
  create index levensloop_melding_nieuw on levensloop_melding (ontvangen) where is_nieuw;
  create index levensloop_melding_persoon on levensloop_melding (persoon);
  create index levensloop_melding_ontvangen on levensloop_melding (ontvangen);

  create table levensloop_telling (
    bron text primary key check (length(bron) between 1 and 80),
    nieuw bigint not null default 0,
    dubbel bigint not null default 0,
    onbekend bigint not null default 0
  );

  alter table levensloop_abonnement enable row level security, force row level security;
  alter table levensloop_melding enable row level security, force row level security;
  create policy werken on levensloop_abonnement to ${app} using (${taak}) with check (${taak});
  create policy werken on levensloop_melding to ${app} using (${taak}) with check (${taak});
  create policy opruimen on levensloop_abonnement to ${bewaring} using ((select context_taak()) = 'bewaring');
  create policy opruimen on levensloop_melding to ${bewaring} using ((select context_taak()) = 'bewaring');

  grant select, insert, delete on levensloop_abonnement to ${app};
  grant select, insert, update (is_nieuw, bezig_tot), delete on levensloop_melding to ${app};
  grant select, insert, update on levensloop_telling to ${app};
  grant select (sinds), delete on levensloop_abonnement to ${bewaring};
  grant select (ontvangen), delete on levensloop_melding to ${bewaring};
`
