import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * The vault with what people are known by elsewhere, and the mandates between them. A person is never changed into
 * another: of an identifier only the seal and the look-up can be rewritten, for a new key.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(kluis).execute(db)
  await sql.raw(machtiging).execute(db)
}

const kluis = `
  -- Look-ups that this transaction may see: hexadecimal, with commas.
  create function context_zoek() returns text[] language sql stable
    return string_to_array(nullif(current_setting('voordeur.zoek', true), ''), ',');

  create table kluis_persoon (
    persoon uuid primary key,
    gemaakt timestamptz not null
  );

  create table kluis_identificatie (
    id uuid primary key,
    persoon uuid not null references kluis_persoon (persoon),
    soort text not null check (soort in ('bsn', 'eilandnummer', 'eidas', 'kvk')),
    zoek_kid text not null,
    zoek bytea not null check (length(zoek) = 32),
    kid text not null,
    cijfer bytea not null,
    gemaakt timestamptz not null,
    unique (soort, zoek_kid, zoek)
  );
  create index kluis_identificatie_persoon on kluis_identificatie (persoon);
  create index kluis_identificatie_kid on kluis_identificatie (kid, id);

  -- Two PersoonIds that turned out to be one person. Both stay.
  create table kluis_verband (
    een uuid not null references kluis_persoon (persoon),
    ander uuid not null references kluis_persoon (persoon),
    sinds timestamptz not null,
    reden text not null check (reden ~ '^[a-z]+(-[a-z]+)*$'),
    primary key (een, ander),
    check (een < ander)
  );
  create index kluis_verband_ander on kluis_verband (ander);

  -- Keys in use, the newest last. The database says which one is for new rows, so that all nodes agree.
  create table kluis_sleutel (
    volgnummer bigint generated always as identity primary key,
    kid text not null unique
  );

  alter table kluis_persoon enable row level security, force row level security;
  alter table kluis_identificatie enable row level security, force row level security;
  alter table kluis_verband enable row level security, force row level security;

  create policy kluis on kluis_persoon to ${app}
    using ((select context_taak()) = 'kluis' and persoon = (select context_persoon()))
    with check ((select context_taak()) = 'kluis');

  create policy opzoeken on kluis_identificatie for select to ${app} using (
    (select context_taak()) = 'kluis'
    and (persoon = (select context_persoon()) or encode(zoek, 'hex') = any ((select context_zoek())::text[])));
  create policy toevoegen on kluis_identificatie for insert to ${app} with check (
    (select context_taak()) = 'kluis' and encode(zoek, 'hex') = any ((select context_zoek())::text[]));
  create policy wisselen on kluis_identificatie to ${app}
    using ((select context_taak()) = 'sleutels-wissel') with check ((select context_taak()) = 'sleutels-wissel');

  create policy kluis on kluis_verband to ${app}
    using ((select context_taak()) = 'kluis' and (select context_persoon()) in (een, ander))
    with check ((select context_taak()) = 'kluis' and (select context_persoon()) in (een, ander));

  grant select, insert on kluis_persoon, kluis_verband to ${app};
  grant select, insert, update (zoek_kid, zoek, kid, cijfer) on kluis_identificatie to ${app};
  grant select, insert, delete on kluis_sleutel to ${app};
`

const machtiging = `
  create table machtiging (
    id uuid primary key,
    soort text not null check (soort in ('machtiging', 'bewind', 'mentorschap', 'curatele')),
    gever uuid not null,
    gemachtigde uuid not null,
    organisatie text not null,
    diensten text[] not null,
    vanaf date not null,
    tot date not null,
    wijze text not null check (wijze in ('digitaal', 'papier', 'register')),
    bij text,
    medewerker text,
    kenmerk text,
    vastgelegd timestamptz not null,
    ingetrokken timestamptz,
    check (gever <> gemachtigde),
    check (vanaf < tot),
    check (wijze = 'digitaal' or (bij is not null and medewerker is not null and kenmerk is not null))
  );
  create index machtiging_gever on machtiging (gever);
  create index machtiging_gemachtigde on machtiging (gemachtigde);
  create index machtiging_tot on machtiging (tot);

  alter table machtiging enable row level security, force row level security;

  create policy zien on machtiging for select to ${app} using (
    ((select context_soort()) = 'persoon' and (select context_persoon()) in (gever, gemachtigde))
    or ((select context_soort()) = 'medewerker' and gever = (select context_persoon())
      and (select context_organisatie()) in (organisatie, bij)));
  create policy geven on machtiging for insert to ${app} with check (
    ((select context_soort()) = 'persoon' and gever = (select context_persoon()) and wijze = 'digitaal'
      and soort = 'machtiging')
    or ((select context_soort()) = 'medewerker' and gever = (select context_persoon())
      and bij = (select context_organisatie()) and wijze <> 'digitaal'));
  -- A court ends bewind, mentorschap and curatele; a person ends what a person gave or took.
  create policy intrekken on machtiging for update to ${app} using (
    ((select context_soort()) = 'persoon' and soort = 'machtiging'
      and (select context_persoon()) in (gever, gemachtigde))
    or ((select context_soort()) = 'medewerker' and gever = (select context_persoon())
      and bij = (select context_organisatie())));
  create policy opruimen on machtiging to ${bewaring} using ((select context_taak()) = 'bewaring');

  grant select, insert, update (ingetrokken) on machtiging to ${app};
  grant select (tot, ingetrokken), delete on machtiging to ${bewaring};
`
