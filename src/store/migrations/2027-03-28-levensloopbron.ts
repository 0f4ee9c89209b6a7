import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/** Which sources are connected, and what each still has to be told about whom to follow. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
}

const taak = `(select context_taak()) = 'levensloop'`

// By trigger: whoever makes a name or takes it away, in whatever transaction and role, the source hears of it.
const tabellen = `
  create table levensloop_bron (
    bron text primary key check (length(bron) between 1 and 80),
    organisatie text not null check (length(organisatie) <= 80),
    soorten text[] not null,
    aanmelden text not null check (length(aanmelden) <= 2000),
    kid text,
    cijfer bytea,
    sinds timestamptz not null,
    check ((kid is null) = (cijfer is null))
  );
  create table levensloop_aanmelding (
    nr bigint generated always as identity primary key,
    bron text not null,
    wie text not null,
    persoon uuid,
    wat text not null check (wat in ('aan', 'af')),
    pogingen int not null default 0,
    volgend timestamptz not null default '-infinity',
    -- A node has it in hand until then.
    bezig_tot timestamptz
  );
  create index levensloop_aanmelding_volgend on levensloop_aanmelding (volgend);
  create index levensloop_aanmelding_wie on levensloop_aanmelding (bron, wie, nr);

  create function levensloop_meld_aan() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from levensloop_bron where bron = new.bron) then
      insert into levensloop_aanmelding (bron, wie, persoon, wat) values (new.bron, new.wie, new.persoon, 'aan');
    end if;
    return null;
  end $$;
  create function levensloop_meld_af() returns trigger language plpgsql as $$
  begin
    -- What is in hand may arrive still: the source is told afterwards that it no longer holds.
    delete from levensloop_aanmelding where bron = old.bron and wie = old.wie and bezig_tot is null;
    update levensloop_aanmelding set persoon = null where bron = old.bron and wie = old.wie;
    if exists (select 1 from levensloop_bron where bron = old.bron) then
      insert into levensloop_aanmelding (bron, wie, wat) values (old.bron, old.wie, 'af');
    end if;
    return null;
  end $$;
  create trigger aan after insert on levensloop_abonnement for each row execute function levensloop_meld_aan();
  create trigger af after delete on levensloop_abonnement for each row execute function levensloop_meld_af();

  alter table levensloop_aanmelding enable row level security, force row level security;
  create policy werken on levensloop_aanmelding to ${app} using (${taak}) with check (${taak});
  create policy opruimen on levensloop_aanmelding to ${bewaring}
    using ((select context_taak()) = 'bewaring') with check ((select context_taak()) = 'bewaring');

  grant select, insert, update, delete on levensloop_bron to ${app};
  grant select, insert, update, delete on levensloop_aanmelding to ${app};
  grant select (bron) on levensloop_bron to ${bewaring};
  grant select, insert, update (persoon), delete on levensloop_aanmelding to ${bewaring};
`
