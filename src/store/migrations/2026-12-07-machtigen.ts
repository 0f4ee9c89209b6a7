import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { eigenaar, app, bewaring } = rollen

/**
 * Giving a mandate by a code, a helper beside somebody who is logged in, and the pseudonym by which eHerkenning
 * knows who acts for a company.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(aanbod).execute(db)
  await sql.raw(machtiging).execute(db)
  await sql.raw(maatregelen).execute(db)
  await sql.raw(poging).execute(db)
  await sql.raw(helper).execute(db)
  await sql.raw(kluis).execute(db)
}

const isPersoon = `(select context_soort()) = 'persoon'`
const isTaak = `(select context_taak()) = 'machtigingen'`
/** Whoever brings the code, and is not who made it, sees this one offer as long as it is open. */
const isGebracht = `${isPersoon} and gever <> (select context_persoon()) and stand = 'open'
  and encode(code, 'hex') = any ((select context_zoek())::text[])`

const aanbod = `
  create table machtiging_aanbod (
    id uuid primary key,
    gever uuid not null,
    organisatie text not null,
    diensten text[] not null,
    vanaf date not null,
    tot date not null,
    gemaakt timestamptz not null,
    verloopt timestamptz not null,
    -- A keyed hash; gone when the offer is closed, so that a code works once.
    code bytea check (length(code) = 32),
    bekeken integer not null default 0 check (bekeken >= 0),
    stand text not null check (stand in ('open', 'aangenomen', 'geweigerd', 'ingetrokken', 'verlopen')),
    door uuid,
    afgesloten timestamptz,
    check (vanaf < tot),
    check (gever <> door),
    check ((stand = 'open') = (code is not null)),
    check ((stand = 'open') = (afgesloten is null)),
    check ((stand in ('aangenomen', 'geweigerd')) = (door is not null))
  );
  create unique index machtiging_aanbod_code on machtiging_aanbod (code) where code is not null;
  create index machtiging_aanbod_gever on machtiging_aanbod (gever);
  create index machtiging_aanbod_verloopt on machtiging_aanbod (verloopt) where stand = 'open';

  alter table machtiging_aanbod enable row level security, force row level security;

  create policy eigen on machtiging_aanbod for select to ${app}
    using (${isPersoon} and gever = (select context_persoon()));
  create policy maken on machtiging_aanbod for insert to ${app}
    with check (${isPersoon} and gever = (select context_persoon()) and stand = 'open');
  create policy intrekken on machtiging_aanbod for update to ${app}
    using (${isPersoon} and gever = (select context_persoon()) and stand = 'open')
    with check (${isPersoon} and gever = (select context_persoon()) and stand = 'ingetrokken');

  create policy gebracht on machtiging_aanbod for select to ${app} using (${isGebracht});
  create policy beantwoord on machtiging_aanbod for select to ${app}
    using (${isPersoon} and door = (select context_persoon()));
  create policy antwoorden on machtiging_aanbod for update to ${app} using (${isGebracht})
    with check ((${isGebracht}) or (${isPersoon} and door = (select context_persoon())
      and stand in ('aangenomen', 'geweigerd')));

  create policy zien on machtiging_aanbod for select to ${app} using (${isTaak});
  create policy sluiten on machtiging_aanbod for update to ${app}
    using (${isTaak} and stand = 'open') with check (${isTaak} and stand = 'verlopen');
  create policy opruimen on machtiging_aanbod to ${bewaring} using ((select context_taak()) = 'bewaring');

  grant select, insert, update (stand, code, bekeken, door, afgesloten) on machtiging_aanbod to ${app};
  grant select (afgesloten), delete on machtiging_aanbod to ${bewaring};
`

/** Who accepts makes the mandate, and the database sees that it is the one that was offered. */
const machtiging = `
  alter table machtiging add column voorbij_geboekt timestamptz;

  create policy aannemen on machtiging for insert to ${app} with check (
    ${isPersoon} and gemachtigde = (select context_persoon()) and wijze = 'digitaal'
    and machtiging.soort = 'machtiging'
    and exists (select 1 from machtiging_aanbod a where a.id = machtiging.id and a.gever = machtiging.gever
      and a.organisatie = machtiging.organisatie and a.diensten = machtiging.diensten
      and a.vanaf = machtiging.vanaf and a.tot = machtiging.tot and a.stand = 'open'));

  create policy voorbij_zien on machtiging for select to ${app} using (${isTaak});
  create policy voorbij_boeken on machtiging for update to ${app}
    using (${isTaak} and ingetrokken is null) with check (${isTaak} and ingetrokken is null);
  grant update (voorbij_geboekt) on machtiging to ${app};
  create index machtiging_voorbij on machtiging (tot) where ingetrokken is null and voorbij_geboekt is null;
`

/**
 * What a court decided about somebody, for whoever gives a mandate, has one of them, or brings the code of one. It
 * runs as the owner: the registration itself is seen by who is in it and by nobody else.
 */
const maatregelen = `
  create policy maatregelen on machtiging for select to ${eigenaar} using (true);
  create policy maatregelen on machtiging_aanbod for select to ${eigenaar} using (true);

  create function maatregelen_van(wie uuid) returns jsonb
  language sql stable security definer set search_path = voordeur, pg_temp as $$
    select coalesce(jsonb_agg(jsonb_build_object('soort', m.soort, 'vanaf', m.vanaf, 'tot', m.tot)), '[]')
    from machtiging m
    where m.gever = wie and m.soort <> 'machtiging' and m.ingetrokken is null
      and (wie = context_persoon()
        or exists (select 1 from machtiging g where g.gever = wie and g.gemachtigde = context_persoon()
          and g.ingetrokken is null)
        or exists (select 1 from machtiging_aanbod a where a.gever = wie and a.stand = 'open'
          and encode(a.code, 'hex') = any (context_zoek())))
  $$;
  revoke all on function maatregelen_van(uuid) from public;
  grant execute on function maatregelen_van(uuid) to ${app};
`

const poging = `
  -- Codes that were wrong. Nobody removes their own.
  create table machtiging_poging (
    persoon uuid not null,
    tijd timestamptz not null
  );
  create index machtiging_poging_persoon on machtiging_poging (persoon, tijd);
  create index machtiging_poging_tijd on machtiging_poging (tijd);

  alter table machtiging_poging enable row level security, force row level security;

  create policy eigen on machtiging_poging for select to ${app}
    using (${isPersoon} and persoon = (select context_persoon()));
  create policy tellen on machtiging_poging for insert to ${app}
    with check (${isPersoon} and persoon = (select context_persoon()));
  create policy zien on machtiging_poging for select to ${app} using (${isTaak});
  create policy vergeten on machtiging_poging for delete to ${app} using (${isTaak});

  grant select, insert, delete on machtiging_poging to ${app};
`

const helper = `
  alter table sessie add column helper jsonb;
  create index sessie_helper on sessie (laatst_gebruikt) where helper is not null;
  -- Ends help whose session is over: that is written down too.
  create policy hulp on sessie for select to ${app}
    using ((select context_taak()) = 'hulp' and helper is not null);
  create policy hulp_einde on sessie for delete to ${app}
    using ((select context_taak()) = 'hulp' and helper is not null);
  grant update (helper) on sessie to ${app};
`

const kluis = `
  alter table kluis_identificatie drop constraint kluis_identificatie_soort_check;
  alter table kluis_identificatie add constraint kluis_identificatie_soort_check
    check (soort in ('bsn', 'eilandnummer', 'eidas', 'kvk', 'eherkenning'));
`
