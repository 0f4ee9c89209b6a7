import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { eigenaar, app, bewijs, bewaring } = rollen

/**
 * Evidence: chains of lines that nobody can change, payloads that only `bewaring` can erase, anchors over both.
 * And the words in which a transaction says for whom it runs; row-level security is forced on every table with
 * rows about persons, so that a query without those words gives nothing.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(context).execute(db)
  await sql.raw(tabellen).execute(db)
  await sql.raw(toevoegen).execute(db)
  await sql.raw(beleid).execute(db)
  await sql.raw(rechten).execute(db)
}

// `stable`, and asked as `(select …)` in a policy: then once per query and not once per row.
const context = `
  create function context_soort() returns text language sql stable
    return nullif(current_setting('voordeur.soort', true), '');
  create function context_persoon() returns uuid language sql stable
    return nullif(current_setting('voordeur.persoon', true), '')::uuid;
  create function context_organisatie() returns text language sql stable
    return nullif(current_setting('voordeur.organisatie', true), '');
  create function context_taak() returns text language sql stable
    return nullif(current_setting('voordeur.taak', true), '');
`

const tabellen = `
  -- The end of each chain, locked by who writes on it; and how far anchors have come.
  create table bewijs_keten (
    onderwerp text primary key check (onderwerp ~ '^(persoon|organisatie|installatie|zaak):[^\\n|]{1,200}$'),
    volgnummer bigint not null,
    hash bytea not null,
    verankerd bigint not null default 0
  );
  create index bewijs_keten_open on bewijs_keten (onderwerp) where volgnummer > verankerd;

  create table bewijs_regel (
    onderwerp text not null,
    volgnummer bigint not null check (volgnummer > 0),
    vorige bytea not null check (length(vorige) = 32),
    tijd timestamptz not null,
    soort text not null check (soort ~ '^[a-z]+(-[a-z]+)*$'),
    codes text not null check (codes !~ '\\n' and length(codes) <= 20000),
    inhoud_hash bytea check (length(inhoud_hash) = 32),
    hash bytea not null check (length(hash) = 32),
    primary key (onderwerp, volgnummer)
  );

  -- How a processing ended, beside how it began.
  create index bewijs_regel_span on bewijs_regel (onderwerp, ((codes::jsonb) ->> 'span'))
    where soort = 'afgerond';

  create table bewijs_inhoud (
    onderwerp text not null,
    volgnummer bigint not null,
    persoon uuid,
    verwerking text not null,
    organisatie text,
    tijd timestamptz not null,
    kid text not null,
    zout bytea not null,
    cijfer bytea not null,
    primary key (onderwerp, volgnummer)
  );
  create index bewijs_inhoud_termijn on bewijs_inhoud (verwerking, tijd);

  create table bewijs_anker (
    nummer bigint primary key,
    tijd timestamptz not null,
    aantal integer not null,
    wortel bytea not null,
    vorige bytea not null,
    hash bytea not null,
    kid text not null,
    handtekening bytea not null
  );

  create table bewijs_blad (
    anker bigint not null references bewijs_anker (nummer),
    plaats integer not null,
    onderwerp text not null,
    volgnummer bigint not null,
    hash bytea not null,
    primary key (anker, plaats)
  );
  create index bewijs_blad_regel on bewijs_blad (onderwerp, volgnummer);
`

/**
 * One way in. The number, the hash and what stands before it are made here, under a lock on this subject alone, so
 * no caller can write a line that does not fit; lines of other subjects go on. The order of subjects keeps two
 * writers of several subjects from waiting for each other. src/audit/bewijsregel.ts makes the same hash.
 */
const toevoegen = `
  create function bewijs_voeg_toe(regels jsonb) returns table (o text, n bigint)
  language plpgsql security definer set search_path = voordeur, pg_temp as $$
  declare
    r record;
    k record;
    nieuw bytea;
  begin
    if context_soort() is null then
      raise exception 'bewijs zonder context' using errcode = '42501';
    end if;
    for r in
      select * from rows from (jsonb_to_recordset(regels) as (
        onderwerp text, soort text, tijd timestamptz, codes text, inhoud_hash text,
        persoon uuid, verwerking text, organisatie text, kid text, zout text, cijfer text
      )) with ordinality as t (
        onderwerp, soort, tijd, codes, inhoud_hash, persoon, verwerking, organisatie, kid, zout, cijfer, plaats
      ) order by t.onderwerp, t.plaats
    loop
      insert into bewijs_keten (onderwerp, volgnummer, hash)
        values (r.onderwerp, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
      select * into strict k from bewijs_keten where onderwerp = r.onderwerp for update;
      n := k.volgnummer + 1;
      nieuw := sha256(convert_to(concat_ws(E'\\n',
        'voordeur-bewijs-1', r.onderwerp, n,
        to_char(r.tijd at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
        r.soort, r.codes, coalesce(r.inhoud_hash, '-'), encode(k.hash, 'hex')), 'UTF8'));
      insert into bewijs_regel (onderwerp, volgnummer, vorige, tijd, soort, codes, inhoud_hash, hash)
        values (r.onderwerp, n, k.hash, r.tijd, r.soort, r.codes, decode(r.inhoud_hash, 'hex'), nieuw);
      if r.inhoud_hash is not null then
        insert into bewijs_inhoud
          (onderwerp, volgnummer, persoon, verwerking, organisatie, tijd, kid, zout, cijfer)
          values (r.onderwerp, n, r.persoon, r.verwerking, r.organisatie, r.tijd, r.kid,
            decode(r.zout, 'hex'), decode(r.cijfer, 'hex'));
      end if;
      update bewijs_keten set volgnummer = n, hash = nieuw where onderwerp = r.onderwerp;
      o := r.onderwerp;
      return next;
    end loop;
  end $$;
  revoke all on function bewijs_voeg_toe(jsonb) from public;
  grant execute on function bewijs_voeg_toe(jsonb) to ${app}, ${bewijs}, ${bewaring};
`

const beleid = `
  alter table bewijs_keten enable row level security, force row level security;
  alter table bewijs_regel enable row level security, force row level security;
  alter table bewijs_inhoud enable row level security, force row level security;
  alter table bewijs_blad enable row level security, force row level security;

  -- For the function above, which runs as the owner of the tables. Nobody logs in as that role to serve a page.
  create policy schrijven on bewijs_keten to ${eigenaar} using (true) with check (true);
  create policy schrijven on bewijs_regel to ${eigenaar} using (true) with check (true);
  create policy schrijven on bewijs_inhoud to ${eigenaar} using (true) with check (true);

  create policy eigen on bewijs_regel for select to ${app} using (
    (select context_soort()) = 'persoon' and onderwerp = 'persoon:' || (select context_persoon()));
  create policy eigen on bewijs_inhoud for select to ${app} using (
    (select context_soort()) = 'persoon' and persoon = (select context_persoon()));

  create policy controle on bewijs_keten for select to ${app} using ((select context_taak()) = 'bewijs-controle');
  create policy controle on bewijs_regel for select to ${app} using ((select context_taak()) = 'bewijs-controle');
  create policy controle on bewijs_inhoud for select to ${app} using ((select context_taak()) = 'bewijs-controle');
  create policy controle on bewijs_blad for select to ${app} using ((select context_taak()) = 'bewijs-controle');

  create policy ankeren on bewijs_keten to ${bewijs} using ((select context_taak()) = 'bewijs') with check (true);
  create policy ankeren on bewijs_regel for select to ${bewijs} using ((select context_taak()) = 'bewijs');
  create policy ankeren on bewijs_blad for insert to ${bewijs} with check ((select context_taak()) = 'bewijs');

  create policy wissen on bewijs_inhoud to ${bewaring} using ((select context_taak()) = 'bewaring');
`

const rechten = `
  grant select on bewijs_keten, bewijs_regel, bewijs_inhoud, bewijs_anker, bewijs_blad to ${app};
  grant select, update (verankerd) on bewijs_keten to ${bewijs};
  grant select (onderwerp, volgnummer, hash) on bewijs_regel to ${bewijs};
  grant select, insert on bewijs_anker to ${bewijs};
  grant insert on bewijs_blad to ${bewijs};
  grant select (onderwerp, volgnummer, verwerking, tijd), delete on bewijs_inhoud to ${bewaring};
`
