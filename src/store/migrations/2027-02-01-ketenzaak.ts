import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * Chain cases. What happened is a list of events that nobody changes; words stand beside them under a seal and can be
 * erased; the other tables are rows that lists are made of, written in the same transaction.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(zaak).execute(db)
  await sql.raw(erbij).execute(db)
  await sql.raw(beleid).execute(db)
  await sql.raw(duur).execute(db)
}

const zaak = `
  create table loket_zaak (
    id uuid primary key,
    nummer text not null unique check (nummer ~ '^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$'),
    -- Whose it is; null: nobody who is known.
    persoon uuid,
    -- Exactly one owner.
    organisatie text not null check (organisatie <> ''),
    medewerker text not null check (length(medewerker) between 1 and 200),
    stand text not null check (stand in ('open', 'gesloten')),
    -- How many events: who writes the next one names it.
    nr integer not null check (nr > 0),
    geopend timestamptz not null,
    gesloten timestamptz,
    termijn date,
    bij text,
    volgend timestamptz,
    check ((stand = 'gesloten') = (gesloten is not null))
  );
  create index loket_zaak_persoon on loket_zaak (persoon, geopend desc) where persoon is not null;
  create index loket_zaak_regie on loket_zaak (organisatie, termijn, id) where stand = 'open';
  create index loket_zaak_volgend on loket_zaak (volgend) where volgend is not null;
  create index loket_zaak_gesloten on loket_zaak (gesloten) where gesloten is not null;

  create table loket_voorval (
    ketenzaak uuid not null references loket_zaak (id) on delete cascade,
    nr integer not null check (nr > 0),
    soort text not null check (soort ~ '^[a-z]+(-[a-z]+)*$'),
    op timestamptz not null,
    door jsonb not null,
    opdracht uuid not null,
    inhoud jsonb not null,
    -- When others were told of it.
    gemeld timestamptz,
    primary key (ketenzaak, nr)
  );
  create index loket_voorval_ongemeld on loket_voorval (op, ketenzaak, nr) where gemeld is null;

  -- A command is done once: the same id is the same command, and another one under it is refused.
  create table loket_opdracht (
    ketenzaak uuid not null references loket_zaak (id) on delete cascade,
    id uuid not null,
    kid text not null,
    merk bytea not null check (length(merk) = 32),
    primary key (ketenzaak, id)
  );

  create table loket_tekst (
    id uuid primary key,
    ketenzaak uuid not null references loket_zaak (id) on delete cascade,
    kid text not null,
    cijfer bytea not null
  );
  create index loket_tekst_zaak on loket_tekst (ketenzaak);
`

const erbij = `
  create table loket_stap (
    ketenzaak uuid not null references loket_zaak (id) on delete cascade,
    id uuid not null,
    organisatie text,
    stand text not null check (stand in ('gevraagd', 'aanvaard', 'geweigerd', 'bezig', 'klaar', 'vervallen')),
    termijn date not null,
    kan_verder boolean not null,
    primary key (ketenzaak, id)
  );
  create index loket_stap_werk on loket_stap (organisatie, termijn, ketenzaak)
    where stand in ('gevraagd', 'aanvaard', 'bezig');

  create table loket_deelnemer (
    ketenzaak uuid not null references loket_zaak (id) on delete cascade,
    id text not null,
    organisatie text,
    rol text not null,
    primary key (ketenzaak, id)
  );
  create unique index loket_deelnemer_organisatie on loket_deelnemer (organisatie, ketenzaak)
    where organisatie is not null;

  create table loket_deling (
    ketenzaak uuid not null references loket_zaak (id) on delete cascade,
    id text not null,
    onderdeel text not null,
    deelnemer text not null,
    tot timestamptz not null,
    geldt boolean not null,
    primary key (ketenzaak, id)
  );

  create table loket_oproep (
    ketenzaak uuid not null references loket_zaak (id) on delete cascade,
    id text not null,
    soort text not null check (soort in ('aanbod', 'opschaling')),
    organisatie text not null,
    functie text check (functie in ('coordinator', 'doorbreker')),
    tot timestamptz not null,
    primary key (ketenzaak, id)
  );
  create index loket_oproep_werk on loket_oproep (organisatie, tot);

  -- By which hash an outside party comes in. A code is of one case, for ever.
  create table loket_ingang (
    hash bytea primary key check (length(hash) = 32),
    ketenzaak uuid not null references loket_zaak (id) on delete cascade,
    id text not null,
    soort text not null check (soort in ('code', 'sleutel')),
    deelnemer text not null,
    tot timestamptz not null,
    unique (ketenzaak, id)
  );

  -- Who saw what on which day: an organisation or a participant, never which professional.
  create table loket_gezien (
    ketenzaak uuid not null references loket_zaak (id) on delete cascade,
    wie text not null,
    dag date not null,
    onderdelen text[] not null,
    primary key (ketenzaak, wie, dag)
  );
`

// Read once per query, hence the subselects; see store/context.ts. A task sees the one case that it names.
const isPersoon = `(select context_soort()) = 'persoon'`
const isMedewerker = `(select context_soort()) = 'medewerker'`
const genoemd = (kolom: string) =>
  `(select context_taak()) = 'loket' and replace(${kolom}::text, '-', '') = any ((select context_zoek())::text[])`
const isRonde = `(select context_taak()) = 'loket-ronde'`
const hoortBij = `exists (select 1 from loket_zaak z where z.id = ketenzaak)`
const eigen = `organisatie = (select context_organisatie())`

const metZaak = [
  'loket_voorval',
  'loket_opdracht',
  'loket_tekst',
  'loket_stap',
  'loket_deelnemer',
  'loket_deling',
  'loket_oproep',
  'loket_ingang',
  'loket_gezien',
]

const beleid = `
  ${['loket_zaak', ...metZaak].map((tabel) => `alter table ${tabel} enable row level security, force row level security;`).join('\n')}

  create policy werken on loket_zaak to ${app} using (${genoemd('id')}) with check (${genoemd('id')});
  ${metZaak
    .map(
      (tabel) =>
        `create policy werken on ${tabel} to ${app} using (${genoemd('ketenzaak')}) with check (${genoemd('ketenzaak')});`,
    )
    .join('\n')}

  create policy eigen on loket_zaak for select to ${app}
    using (${isPersoon} and persoon = (select context_persoon()));
  -- Who takes part in it. The table of participants asks nothing back, or the two would ask each other for ever.
  create policy deelnemen on loket_deelnemer for select to ${app} using (${isMedewerker} and ${eigen});
  create policy deelnemen on loket_zaak for select to ${app} using (${isMedewerker} and (${eigen} or exists (
    select 1 from loket_deelnemer d where d.ketenzaak = loket_zaak.id and d.organisatie = (select context_organisatie()))));
  -- Of a case that they see: what happened, and under their seals the words. Which of these they read, access decides.
  create policy erbij on loket_voorval for select to ${app} using ((${isPersoon} or ${isMedewerker}) and ${hoortBij});
  create policy erbij on loket_opdracht for select to ${app} using ((${isPersoon} or ${isMedewerker}) and ${hoortBij});
  create policy erbij on loket_tekst for select to ${app} using ((${isPersoon} or ${isMedewerker}) and ${hoortBij});
  create policy erbij on loket_gezien for select to ${app} using (${isPersoon} and ${hoortBij});
  -- Lists of work: what lies with the own organisation.
  create policy werk on loket_stap for select to ${app} using (${isMedewerker} and ${eigen});
  create policy werk on loket_oproep for select to ${app} using (${isMedewerker} and ${eigen});
  -- Whoever holds the code or the key: the row with that hash, and no other.
  create policy binnen on loket_ingang for select to ${app}
    using ((select context_taak()) = 'loket-ingang' and encode(hash, 'hex') = any ((select context_zoek())::text[]));
  -- The work that goes on by itself: which cases, and which events others were not told of.
  create policy ronde on loket_zaak for select to ${app} using (${isRonde});
  create policy ronde on loket_voorval to ${app} using (${isRonde}) with check (${isRonde});

  grant select, insert on loket_zaak to ${app};
  grant update (persoon, organisatie, medewerker, stand, nr, gesloten, termijn, bij, volgend) on loket_zaak to ${app};
  grant select, insert, update (gemeld) on loket_voorval to ${app};
  grant select, insert on loket_opdracht, loket_tekst to ${app};
  grant select, insert, update, delete on loket_stap, loket_deelnemer, loket_deling, loket_oproep, loket_ingang,
    loket_gezien to ${app};

  create policy wissen on loket_zaak to ${bewaring} using ((select context_taak()) = 'bewaring');
  create policy wissen on loket_tekst to ${bewaring} using ((select context_taak()) = 'bewaring');
  grant select (id, gesloten), delete on loket_zaak to ${bewaring};
  -- Words alone, where they must go sooner: the events then still say that there were words.
  grant select (id, ketenzaak), delete on loket_tekst to ${bewaring};
`

const duur = `
  -- How often a step of a template took so many days at an organisation. About nobody.
  create table loket_duur (
    organisatie text not null,
    sjabloon text not null check (sjabloon ~ '^[a-z0-9-]+/[a-z0-9-]+$'),
    dagen smallint not null check (dagen between 0 and 3660),
    aantal integer not null check (aantal > 0),
    primary key (organisatie, sjabloon, dagen)
  );
  alter table loket_duur enable row level security, force row level security;
  create policy tellen on loket_duur to ${app}
    using ((select context_taak()) = 'loket') with check ((select context_taak()) = 'loket');
  create policy weten on loket_duur for select to ${app} using (${isRonde});
  grant select, insert, update (aantal) on loket_duur to ${app};
`
