import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring, eigenaar } = rollen

/**
 * Signals of arrears and the offers of help that follow. What was told and what happened is sealed; to be read are whom
 * it is about, how it stands and by when. No column weighs anybody.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
  await sql.raw(beleid).execute(db)
  await sql.raw(werklijst).execute(db)
}

const tabellen = `
  create table vroegsignaal_partner (
    bron text primary key check (length(bron) between 1 and 80),
    soort text not null check (length(soort) <= 40),
    naam text not null check (length(naam) between 1 and 200),
    organisatie text not null,
    gemeente text not null check (length(gemeente) <= 20)
  );

  create table hulpaanbod (
    id uuid primary key,
    organisatie text not null,
    persoon uuid not null,
    stand text not null check (length(stand) <= 40),
    aanleiding text not null check (length(aanleiding) <= 40),
    soorten text[] not null,
    uiterlijk date not null,
    gesprek_uiterlijk date,
    gemaakt timestamptz not null,
    wis_vanaf timestamptz not null,
    versie integer not null check (versie >= 1),
    kid text not null,
    cijfer bytea not null
  );
  create index hulpaanbod_persoon on hulpaanbod (persoon, organisatie, gemaakt);
  create index hulpaanbod_werk on hulpaanbod (organisatie, stand, uiterlijk);
  create index hulpaanbod_wissen on hulpaanbod (wis_vanaf);

  create table vroegsignaal (
    id uuid primary key,
    bron text not null references vroegsignaal_partner (bron),
    sleutel bytea not null check (length(sleutel) = 32),
    organisatie text not null,
    soort text not null check (length(soort) <= 40),
    ontvangen timestamptz not null,
    wis_vanaf timestamptz not null,
    -- Absent: not known yet, or not to be found out by itself.
    persoon uuid,
    aanbod uuid references hulpaanbod (id) on delete cascade,
    apart text check (length(apart) <= 40),
    -- Taken back or replaced by who told it; its offer does not know yet.
    is_weg boolean not null default false,
    bezig_tot timestamptz,
    kid text not null,
    cijfer bytea not null,
    unique (bron, sleutel),
    check ((persoon is null) = (aanbod is null)),
    check (persoon is null or apart is null)
  );
  create index vroegsignaal_aanbod on vroegsignaal (aanbod);
  create index vroegsignaal_nieuw on vroegsignaal (ontvangen) where persoon is null and apart is null;
  create index vroegsignaal_weg on vroegsignaal (aanbod) where is_weg;
  create index vroegsignaal_wissen on vroegsignaal (wis_vanaf);

  -- What counts no more, however late it comes: a hash, and nothing of whom or what.
  create table vroegsignaal_vervallen (
    bron text not null,
    sleutel bytea not null check (length(sleutel) = 32),
    sinds timestamptz not null,
    primary key (bron, sleutel)
  );
  create index vroegsignaal_vervallen_sinds on vroegsignaal_vervallen (sinds);

  create table vroegsignaal_telling (
    organisatie text not null,
    soort text not null,
    maand date not null,
    wat text not null check (length(wat) <= 40),
    aantal bigint not null default 0,
    primary key (organisatie, soort, maand, wat)
  );
`

const taak = `(select context_taak()) = 'vroegsignalering'`
const soort = `(select context_soort())`
const vanHen = `persoon = (select context_persoon())`
const ons = `organisatie = (select context_organisatie())`
const eigen = `${soort} = 'persoon' and ${vanHen}`
const grond = `${soort} = 'medewerker' and ${ons} and ${vanHen}`

const beleid = `
  ${['hulpaanbod', 'vroegsignaal']
    .map(
      (tabel) => `alter table ${tabel} enable row level security, force row level security;
  create policy werken on ${tabel} to ${app} using (${taak}) with check (${taak});
  create policy eigen on ${tabel} to ${app} using (${eigen}) with check (${eigen});
  create policy helpen on ${tabel} to ${app} using (${grond}) with check (${grond});
  create policy wissen on ${tabel} to ${bewaring} using ((select context_taak()) = 'bewaring');
  -- These run as the owner, who sees no rows but by this.
  create policy tellen on ${tabel} for select to ${eigenaar} using (${soort} = 'medewerker' and ${ons});`,
    )
    .join('\n  ')}

  grant select, insert, update on vroegsignaal_partner to ${app};
  grant select, insert, update on hulpaanbod to ${app};
  grant select, insert, delete, update (persoon, aanbod, apart, is_weg, bezig_tot, wis_vanaf) on vroegsignaal to ${app};
  grant select, insert on vroegsignaal_vervallen to ${app};
  grant select, insert, update on vroegsignaal_telling to ${app};
  grant select (id, persoon, stand, wis_vanaf), delete on hulpaanbod to ${bewaring};
  grant select (id, persoon, aanbod, bron, sleutel, wis_vanaf), delete on vroegsignaal to ${bewaring};
  grant select (sinds), insert, delete on vroegsignaal_vervallen to ${bewaring};
`

const werklijst = `
  create function hulpaanbod_werklijst(hoogstens integer)
    returns table (id uuid, stand text, aanleiding text, soorten text[], uiterlijk date, gesprek_uiterlijk date)
    language sql stable security definer set search_path = voordeur, pg_temp
    begin atomic
      select h.id, h.stand, h.aanleiding, h.soorten, h.uiterlijk, h.gesprek_uiterlijk from hulpaanbod h
      where h.stand in ('te-doen', 'aangeboden', 'betwist', 'aangenomen')
      order by case h.stand when 'aangeboden' then 1 else 0 end, coalesce(h.gesprek_uiterlijk, h.uiterlijk), h.id
      limit hoogstens;
    end;
  create function hulpaanbod_wie(aanbod uuid) returns table (persoon uuid)
    language sql stable security definer set search_path = voordeur, pg_temp
    begin atomic select h.persoon from hulpaanbod h where h.id = aanbod; end;
  create function vroegsignaal_apart() returns table (reden text, aantal bigint)
    language sql stable security definer set search_path = voordeur, pg_temp
    begin atomic
      select s.apart, count(*) from vroegsignaal s where s.apart is not null group by s.apart order by s.apart;
    end;
  ${['hulpaanbod_werklijst(integer)', 'hulpaanbod_wie(uuid)', 'vroegsignaal_apart()']
    .map(
      (functie) => `alter function ${functie} owner to ${eigenaar};
  revoke all on function ${functie} from public;
  grant execute on function ${functie} to ${app};`,
    )
    .join('\n  ')}
`
