import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * Where people who take part have cases, and what organisations say that changed. Names of tables and columns say all
 * there is: a pseudonym, a connection, a uuid, times. docs/adr/0019.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(index).execute(db)
  await sql.raw(berichten).execute(db)
  await sql.raw(keuze).execute(db)
}

const index = `
  create table zaakindex_deelnemer (
    wie bytea primary key check (length(wie) = 32),
    kid text not null check (kid ~ '^k[0-9a-f]{10}$'),
    -- Who it is, sealed: opened by the work that asks sources, and by no query.
    persoon bytea check (length(persoon) between 29 and 200),
    sinds timestamptz not null,
    -- When they were here last.
    gezien timestamptz not null,
    -- For which connections there are rows below.
    bronnen text
  );
  create index zaakindex_deelnemer_gezien on zaakindex_deelnemer (gezien);
  create index zaakindex_deelnemer_kid on zaakindex_deelnemer (kid);

  create table zaakindex_bron (
    wie bytea not null references zaakindex_deelnemer (wie) on update cascade on delete cascade,
    bron text not null check (length(bron) between 1 and 80),
    -- From the begin of the question that was answered last.
    bevestigd_op timestamptz,
    -- The last time that somebody began to ask on schedule.
    gevraagd_op timestamptz,
    primary key (wie, bron)
  );
  create index zaakindex_bron_bevestigd on zaakindex_bron (bron, bevestigd_op);

  create table zaakindex_zaak (
    wie bytea not null references zaakindex_deelnemer (wie) on update cascade on delete cascade,
    bron text not null check (length(bron) between 1 and 80),
    zaak uuid not null,
    -- Until then an answer said that it is theirs.
    gezien_op timestamptz not null,
    primary key (wie, bron, zaak)
  );
  create index zaakindex_zaak_ref on zaakindex_zaak (bron, zaak);

  alter table zaakindex_deelnemer enable row level security, force row level security;
  alter table zaakindex_bron enable row level security, force row level security;
  alter table zaakindex_zaak enable row level security, force row level security;

  create policy eigen on zaakindex_deelnemer to ${app}
    using ((select context_taak()) = 'zaakindex' and encode(wie, 'hex') = any ((select context_zoek())::text[]))
    with check ((select context_taak()) = 'zaakindex' and encode(wie, 'hex') = any ((select context_zoek())::text[]));
  create policy eigen on zaakindex_bron to ${app}
    using ((select context_taak()) = 'zaakindex' and encode(wie, 'hex') = any ((select context_zoek())::text[]))
    with check ((select context_taak()) = 'zaakindex' and encode(wie, 'hex') = any ((select context_zoek())::text[]));
  create policy eigen on zaakindex_zaak to ${app}
    using ((select context_taak()) = 'zaakindex' and encode(wie, 'hex') = any ((select context_zoek())::text[]))
    with check ((select context_taak()) = 'zaakindex' and encode(wie, 'hex') = any ((select context_zoek())::text[]));

  create policy bijhouden on zaakindex_deelnemer to ${app}
    using ((select context_taak()) = 'zaakindex-bijhouden')
    with check ((select context_taak()) = 'zaakindex-bijhouden');
  create policy bijhouden on zaakindex_bron to ${app}
    using ((select context_taak()) = 'zaakindex-bijhouden')
    with check ((select context_taak()) = 'zaakindex-bijhouden');
  create policy bijhouden on zaakindex_zaak to ${app}
    using ((select context_taak()) = 'zaakindex-bijhouden')
    with check ((select context_taak()) = 'zaakindex-bijhouden');
  create policy opruimen on zaakindex_deelnemer to ${bewaring} using ((select context_taak()) = 'bewaring');

  grant select, insert, update, delete on zaakindex_deelnemer, zaakindex_bron, zaakindex_zaak to ${app};
  grant select (gezien), delete on zaakindex_deelnemer to ${bewaring};
`

const berichten = `
  -- One row for each case that somebody said something about: a second word about it changes the first.
  create table zaakhint (
    bron text not null check (length(bron) between 1 and 80),
    zaak uuid not null,
    versie bigint not null default 1,
    sinds timestamptz not null,
    volgende timestamptz not null,
    pogingen integer not null default 0 check (pogingen >= 0),
    -- A node reads this case at its source; after this moment another one may.
    bezig_tot timestamptz,
    primary key (bron, zaak)
  );
  create index zaakhint_volgende on zaakhint (bron, volgende);
  create index zaakhint_sinds on zaakhint (sinds);

  alter table zaakhint enable row level security, force row level security;
  create policy werken on zaakhint to ${app}
    using ((select context_taak()) in ('zaakindex', 'zaakindex-bijhouden', 'zaakberichten'))
    with check ((select context_taak()) in ('zaakindex', 'zaakindex-bijhouden', 'zaakberichten'));
  create policy opruimen on zaakhint to ${bewaring} using ((select context_taak()) = 'bewaring');
  grant select, insert, update, delete on zaakhint to ${app};
  -- Locking rows asks for the right to change something of them.
  grant select (bron, zaak, sinds), delete, update (bezig_tot) on zaakhint to ${bewaring};

  -- How it stands with one connection: numbers and times, about nobody.
  create table zaakbron_stand (
    bron text primary key check (length(bron) between 1 and 80),
    laatste_bericht timestamptz,
    ontvangen bigint not null default 0,
    -- Accepted, and of a kind that we do nothing with.
    onbekend bigint not null default 0,
    verwerkt bigint not null default 0,
    -- Given up after many tries; the next round of asking makes up for it.
    mislukt bigint not null default 0,
    -- Something may have been missed up to this moment.
    gemist_op timestamptz,
    storingen integer not null default 0,
    rust_tot timestamptz,
    abonnement_goed boolean,
    abonnement_op timestamptz,
    abonnement_fout text check (length(abonnement_fout) <= 40)
  );
  grant select, insert, update on zaakbron_stand to ${app};

  -- Up to this moment cases of a connection were read because of hints. Apart, so that who reads never waits for who
  -- brings messages.
  create table zaakbron_gelezen (
    bron text primary key check (length(bron) between 1 and 80),
    tot timestamptz not null
  );
  grant select, insert, update (tot) on zaakbron_gelezen to ${app};
  grant select (bron, gemist_op, mislukt), update (gemist_op, mislukt) on zaakbron_stand to ${bewaring};
`

const keuze = `
  -- A choice of their own, for nobody else to read: who does not want to be in the index.
  create table zaakindex_weigering (
    persoon uuid primary key,
    sinds timestamptz not null
  );
  alter table zaakindex_weigering enable row level security, force row level security;
  create policy eigen on zaakindex_weigering to ${app}
    using ((select context_soort()) = 'persoon' and persoon = (select context_persoon()))
    with check ((select context_soort()) = 'persoon' and persoon = (select context_persoon()));
  grant select, insert, delete on zaakindex_weigering to ${app};
`
