import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring, eigenaar } = rollen

/**
 * Of whoever asked to be kept informed: their answers under a key of their own, with when they are looked at again; the
 * signals that came of it; and what they want, which stays when everything else is gone. What was said of people who
 * take part without answers is nothing that can be worked out, and goes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
  await sql.raw(rechten).execute(db)
  await sql.raw(bureau).execute(db)
}

const taak = `(select context_taak()) = 'levensloop'`
const zelf = `(select context_soort()) = 'persoon' and persoon = (select context_persoon())`
const isOns = `(select context_soort()) = 'medewerker' and organisatie = (select context_organisatie())
  and bureau_sinds is not null and bureau_af is null`

const tabellen = `
  -- A person is in one pair of hands by their dossier: what came in about them says only that there is something.
  drop index levensloop_melding_nieuw;
  alter table levensloop_melding drop column bezig_tot;
  create index levensloop_melding_nieuw on levensloop_melding (persoon) where is_nieuw;
  alter table levensloop_abonnement no force row level security;
  alter table levensloop_melding no force row level security;
  delete from levensloop_melding;
  delete from levensloop_abonnement;
  alter table levensloop_abonnement force row level security;
  alter table levensloop_melding force row level security;

  create table levensloop_dossier (
    persoon uuid primary key,
    sinds timestamptz not null,
    versie bigint not null check (versie > 0),
    -- Of the key of this row alone.
    zout bytea not null check (length(zout) = 32),
    kid text not null check (kid ~ '^k[0-9a-f]{10}$'),
    cijfer bytea not null check (length(cijfer) between 29 and 200000),
    -- With which texts of the law it was worked out; empty: not yet.
    corpus text not null default '' check (length(corpus) <= 80),
    -- From this moment there is something to look at.
    op timestamptz not null,
    -- A node has it in hand; after this moment another one may. Whoever writes names the hand, and writes nothing when
    -- it changed meanwhile.
    hand uuid,
    bezig_tot timestamptz,
    -- How often working it out failed, and since when nobody tries any more.
    mislukt integer not null default 0 check (mislukt >= 0),
    opzij timestamptz
  );
  create index levensloop_dossier_op on levensloop_dossier (op) where opzij is null;
  create index levensloop_dossier_opzij on levensloop_dossier (opzij) where opzij is not null;
  create index levensloop_dossier_sinds on levensloop_dossier (sinds);
  create index levensloop_dossier_corpus on levensloop_dossier (corpus);

  create table levensloop_voorkeur (
    persoon uuid primary key,
    afgemeld timestamptz,
    kid text check (kid ~ '^k[0-9a-f]{10}$'),
    cijfer bytea check (length(cijfer) between 29 and 20000),
    check ((kid is null) = (cijfer is null))
  );

  create table levensloop_signaal (
    id uuid primary key,
    persoon uuid not null,
    stand text not null check (length(stand) <= 20),
    ontstaan timestamptz not null,
    verteld_op timestamptz,
    verteld_bericht uuid,
    hersteld_op timestamptz,
    hersteld_bericht uuid,
    beantwoord timestamptz,
    -- Whose desk would help with it; empty: nobody has one here.
    organisatie text check (length(organisatie) <= 80),
    -- A person looks at it: since when, why, how often nobody was reached, and until when.
    bureau_sinds timestamptz,
    bureau_reden text check (bureau_reden in ('alleen-mens', 'hulp')),
    bureau_pogingen integer not null default 0 check (bureau_pogingen >= 0),
    bureau_af timestamptz,
    kid text not null check (kid ~ '^k[0-9a-f]{10}$'),
    cijfer bytea not null check (length(cijfer) between 29 and 20000),
    check ((verteld_op is null) = (verteld_bericht is null)),
    check ((hersteld_op is null) = (hersteld_bericht is null)),
    check ((bureau_sinds is null) = (bureau_reden is null))
  );
  create index levensloop_signaal_persoon on levensloop_signaal (persoon, ontstaan);
  create index levensloop_signaal_bureau on levensloop_signaal (organisatie, bureau_sinds, id)
    where bureau_sinds is not null and bureau_af is null;
  create index levensloop_signaal_ontstaan on levensloop_signaal (ontstaan);
`

const rechten = ['levensloop_dossier', 'levensloop_voorkeur', 'levensloop_signaal']
  .map(
    (tabel) => `
  alter table ${tabel} enable row level security, force row level security;
  create policy werken on ${tabel} to ${app} using (${taak}) with check (${taak});
  create policy zelf on ${tabel} for select to ${app} using (${zelf});
  grant select, insert, delete on ${tabel} to ${app};`,
  )
  .concat(
    `
  grant update (versie, zout, kid, cijfer, sinds, corpus, op, hand, bezig_tot, mislukt, opzij)
    on levensloop_dossier to ${app};
  grant update (afgemeld, kid, cijfer) on levensloop_voorkeur to ${app};
  grant update (stand, verteld_op, verteld_bericht, hersteld_op, hersteld_bericht, beantwoord,
    bureau_sinds, bureau_reden, bureau_pogingen, bureau_af, kid, cijfer) on levensloop_signaal to ${app};
  create policy opruimen on levensloop_dossier to ${bewaring} using ((select context_taak()) = 'bewaring');
  create policy opruimen on levensloop_signaal to ${bewaring} using ((select context_taak()) = 'bewaring');
  grant select (sinds), delete on levensloop_dossier to ${bewaring};
  grant select (ontstaan), delete on levensloop_signaal to ${bewaring};`,
  )
  .join('')

const bureau = `
  create policy openen on levensloop_signaal for select to ${app}
    using (${isOns} and persoon = (select context_persoon()));

  -- These run as the owner, who sees no rows but by this.
  create policy tellen on levensloop_signaal for select to ${eigenaar} using (${isOns});
  create function levensloop_bureaulijst(na_sinds timestamptz, na_id uuid, hoogstens integer)
    returns table (id uuid, sinds timestamptz, reden text, pogingen integer)
    language sql stable security definer set search_path = voordeur, pg_temp
    begin atomic
      select s.id, s.bureau_sinds, s.bureau_reden, s.bureau_pogingen from levensloop_signaal s
      where na_id is null or (s.bureau_sinds, s.id) > (na_sinds, na_id)
      order by s.bureau_sinds, s.id limit hoogstens;
    end;
  create function levensloop_bureau_wie(signaal uuid) returns table (persoon uuid)
    language sql stable security definer set search_path = voordeur, pg_temp
    begin atomic
      select s.persoon from levensloop_signaal s where s.id = signaal;
    end;
  ${['levensloop_bureaulijst(timestamptz, uuid, integer)', 'levensloop_bureau_wie(uuid)']
    .map(
      (functie) => `alter function ${functie} owner to ${eigenaar};
  revoke all on function ${functie} from public;
  grant execute on function ${functie} to ${app};`,
    )
    .join('\n  ')}
`
