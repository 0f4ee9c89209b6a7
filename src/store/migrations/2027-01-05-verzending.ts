import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * How people are reached and what is on its way to them. What somebody chose and where they can be reached is sealed;
 * a message itself stays as it was sent (Awb 2:12), only what readers do with it stands beside it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(postbus).execute(db)
  await sql.raw(voorkeuren).execute(db)
  await sql.raw(zendingen).execute(db)
  await sql.raw(beleid).execute(db)
  await sql.raw(rechten).execute(db)
}

const postbus = `
  alter table bericht add column corrigeert uuid;
  -- Of one person alone, since a mark holds who it is for.
  create index bericht_kenmerk on bericht (kenmerk);
  create index bericht_corrigeert on bericht (corrigeert) where corrigeert is not null;

  create table bericht_lezer (
    bericht uuid not null references bericht (id) on delete cascade,
    persoon uuid not null,
    lezer uuid not null,
    is_gelezen boolean not null default true,
    is_gearchiveerd boolean not null default false,
    primary key (bericht, lezer)
  );
  create table bericht_bijlage (
    bericht uuid not null references bericht (id) on delete cascade,
    persoon uuid not null,
    nummer integer not null check (nummer between 0 and 9),
    kid text not null,
    cijfer bytea not null,
    primary key (bericht, nummer)
  );
`

// Who wrote it down: they themselves (nothing filled), or a professional.
const door = `
    medewerker text check (length(medewerker) between 1 and 200),
    bij text,
    wijze text check (wijze in ('balie', 'telefoon', 'brief')),
    check (num_nulls(medewerker, bij, wijze) in (0, 3))`

const voorkeuren = `
  create table contactvoorkeur (
    persoon uuid not null,
    sleutel bytea not null check (length(sleutel) = 32),
    gekozen timestamptz not null,
    kid text not null,
    cijfer bytea not null,
    primary key (persoon, sleutel)
  );
  create table bereikbaarheid (
    id uuid primary key,
    persoon uuid not null,
    kanaal text not null check (kanaal in ('berichtenbox', 'email', 'sms')),
    groep text check (groep ~ '^[a-z]+$'),
    organisatie text,
    vanaf timestamptz not null,
    ingetrokken timestamptz,
    check (ingetrokken >= vanaf),${door}
  );
  create unique index bereikbaarheid_geldig on bereikbaarheid
    (persoon, kanaal, coalesce(groep, ''), coalesce(organisatie, '')) where ingetrokken is null;
  create index bereikbaarheid_persoon on bereikbaarheid (persoon);

  create table contactadres (
    id uuid primary key,
    persoon uuid not null,
    soort text not null check (soort in ('email', 'telefoon', 'post')),
    kid text not null,
    cijfer bytea not null,
    vanaf timestamptz not null,
    bevestigd timestamptz,
    mislukt integer not null default 0 check (mislukt >= 0),
    code bytea check (length(code) = 32),
    code_tot timestamptz,
    code_pogingen integer not null default 0,${door}
  );
  create index contactadres_persoon on contactadres (persoon);
`

const zendingen = `
  create table zending (
    id uuid primary key,
    persoon uuid not null,
    bericht uuid not null,
    organisatie text,
    kanaal text not null check (kanaal in ('berichtenbox', 'email', 'sms', 'brief', 'telefoon')),
    beurt integer not null default 1 check (beurt > 0),
    stand text not null check (stand in ('gemaakt', 'bezig', 'verzonden', 'bezorgd', 'mislukt', 'retour', 'hersteld')),
    greep integer not null default 0,
    pogingen integer not null default 0,
    gemaakt timestamptz not null,
    -- While it is held: until when.
    volgende timestamptz not null,
    uiterlijk timestamptz,
    daarna text[] not null default '{}',
    verzonden timestamptz,
    kenmerk text check (length(kenmerk) <= 200),
    reden text check (length(reden) <= 60),
    -- Of the inbox alone: when a notice went out, and the last warning that none did.
    gemeld timestamptz,
    alarm integer not null default 0,
    -- One message goes by one channel once, however often something says so.
    unique (bericht, kanaal, beurt)
  );
  create index zending_wachtend on zending (kanaal, volgende) where stand in ('gemaakt', 'bezig');
  create index zending_in_de_hand on zending (persoon, bericht) where stand = 'bezig';
  create index zending_persoon on zending (persoon);
  create index zending_onbemeld on zending (uiterlijk)
    where kanaal = 'berichtenbox' and uiterlijk is not null and gemeld is null;

  create table hersteltaak (
    id uuid primary key,
    persoon uuid not null,
    bericht uuid not null,
    organisatie text,
    soort text not null check (soort in ('bellen', 'brief', 'adres')),
    reden text not null check (length(reden) <= 60),
    gemaakt timestamptz not null,
    afgehandeld timestamptz,
    check (afgehandeld >= gemaakt),
    unique (bericht, soort)
  );
  create index hersteltaak_open on hersteltaak (organisatie, gemaakt) where afgehandeld is null;
`

const soort = '(select context_soort())'
const persoon = '(select context_persoon())'
const taak = '(select context_taak())'
const eigen = `(${soort} in ('persoon', 'medewerker') and persoon = ${persoon})`
const gebracht = `(${taak} = 'berichten' and encode(kenmerk, 'hex') =
    any ((select context_zoek())::text[]))`
// Of a message that was just placed; row-level security of that table says which.
const geplaatst = `${taak} = 'berichten' and exists (
    select 1 from bericht b where b.id = bericht)`
const uitkiezen = ['contactvoorkeur', 'bereikbaarheid', 'contactadres'] as const
// Whoever sends sees of a person what is in hand, and while it is; of a receipt whom it is about.
const inDeHand = `(${taak} = 'verzenden' and (persoon = ${persoon}
    or persoon in (select z.persoon from zending z where z.stand = 'bezig')))`

const beleid = `
  ${['bericht_lezer', 'bericht_bijlage', ...uitkiezen, 'zending', 'hersteltaak']
    .map((tabel) => `alter table ${tabel} enable row level security, force row level security;`)
    .join('\n  ')}

  create policy eigen on bericht_lezer to ${app} using (${soort} = 'persoon' and persoon = ${persoon})
    with check (${soort} = 'persoon' and persoon = ${persoon});
  create policy eigen on bericht_bijlage for select to ${app} using (${soort} = 'persoon' and persoon = ${persoon});
  create policy sturen on bericht_bijlage for insert to ${app} with check (${geplaatst});
  -- Many at once: whoever sends sees the messages of which they bring the mark, which is a hash.
  create policy sturen_samen_lezen on bericht for select to ${app} using (${gebracht});
  create policy sturen_samen on bericht for insert to ${app} with check (${gebracht} and geopend is null);
  create policy verzenden on bericht for select to ${app}
    using (${taak} = 'verzenden' and id in (select z.bericht from zending z where z.stand = 'bezig'));

  ${uitkiezen
    .map(
      (tabel) => `create policy eigen on ${tabel} to ${app} using ${eigen} with check ${eigen};
  create policy verzenden on ${tabel} for select to ${app} using ${inDeHand};`,
    )
    .join('\n  ')}
  -- That an address did not work, or worked again, is all that sending changes about it.
  create policy merken on contactadres for update to ${app} using ${inDeHand} with check ${inDeHand};

  create policy eigen on zending for select to ${app} using (${soort} = 'persoon' and persoon = ${persoon});
  create policy sturen on zending for insert to ${app} with check (${taak} = 'berichten' and kanaal = 'berichtenbox' and id = bericht);
  create policy verzenden on zending to ${app} using (${taak} = 'verzenden') with check (${taak} = 'verzenden');

  create policy verzenden on hersteltaak to ${app} using (${taak} = 'verzenden') with check (${taak} = 'verzenden');

  create policy wissen on bericht_lezer to ${bewaring} using (${taak} = 'bewaring');
  create policy wissen on bericht_bijlage to ${bewaring} using (${taak} = 'bewaring');
  ${[...uitkiezen, 'zending', 'hersteltaak']
    .map((tabel) => `create policy wissen on ${tabel} to ${bewaring} using (${taak} = 'bewaring');`)
    .join('\n  ')}
`

const rechten = `
  grant select, insert, update (is_gelezen, is_gearchiveerd) on bericht_lezer to ${app};
  grant select, insert on bericht_bijlage to ${app};
  grant select, insert, delete, update (gekozen, kid, cijfer) on contactvoorkeur to ${app};
  grant select, insert, update (ingetrokken) on bereikbaarheid to ${app};
  grant select, insert, delete, update (bevestigd, mislukt, code, code_tot, code_pogingen) on contactadres to ${app};
  -- What it is and whose stays; only how it stands changes.
  grant select, insert,
    update (stand, greep, pogingen, volgende, uiterlijk, verzonden, kenmerk, reden, gemeld, alarm) on zending to ${app};
  grant select, insert, update (afgehandeld) on hersteltaak to ${app};

  grant select (bericht), delete on bericht_lezer, bericht_bijlage to ${bewaring};
  grant select (ingetrokken), delete on bereikbaarheid to ${bewaring};
  grant select (vanaf, bevestigd, soort), delete on contactadres to ${bewaring};
  grant select (gekozen), delete on contactvoorkeur to ${bewaring};
  grant select (gemaakt), delete on zending to ${bewaring};
  grant select (gemaakt, afgehandeld), delete on hersteltaak to ${bewaring};
`
