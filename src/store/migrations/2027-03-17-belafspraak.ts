import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * A time at which a team of one organisation calls another. It takes a place of `afspraak_plek` like any appointment. With
 * a resident who takes part the time stands in their own appointment, found by its mark: these two organisations see
 * when it is, and move or cancel it for them. What a queue promised takes a place as well, under the name of its pool.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
}

// Read once per query, hence the subselects; see store/context.ts.
const isMedewerker = `(select context_soort()) = 'medewerker'`
const eigen = `(select context_organisatie())`
const isVanBeide = `${isMedewerker} and exists (select 1 from belafspraak b
  where b.kenmerk = afspraak.kenmerk and ${eigen} in (b.organisatie, b.van))`
const isVanHem = `${isVanBeide} and persoon = (select context_persoon())`

const tabellen = `
  alter table afspraak drop constraint afspraak_vorm_check;
  alter table afspraak add constraint afspraak_vorm_check
    check (vorm in ('balie', 'telefoon', 'terugbellen', 'samen'));

  alter table afspraak_plek add column pool text;
  create index afspraak_plek_pool on afspraak_plek (pool) where pool is not null;

  create table belafspraak (
    id uuid primary key,
    team text not null check (team <> ''),
    organisatie text not null,
    van text not null,
    medewerker text not null,
    ketenzaak uuid,
    kenmerk bytea unique check (length(kenmerk) = 32),
    begin timestamptz,
    einde timestamptz,
    plek int,
    stand text check (stand in ('gemaakt', 'afgezegd')),
    gemaakt timestamptz not null,
    check (einde > begin),
    check ((kenmerk is null) = (begin is not null and einde is not null and plek is not null and stand is not null))
  );
  create index belafspraak_organisatie on belafspraak (organisatie, gemaakt);
  create index belafspraak_van on belafspraak (van, gemaakt);
  create index belafspraak_gemaakt on belafspraak (gemaakt);

  alter table belafspraak enable row level security, force row level security;

  create policy zien on belafspraak for select to ${app} using (${isMedewerker} and ${eigen} in (organisatie, van));
  create policy maken on belafspraak for insert to ${app} with check (${isMedewerker} and van = ${eigen});
  create policy wijzigen on belafspraak for update to ${app}
    using (${isMedewerker} and ${eigen} in (organisatie, van))
    with check (${isMedewerker} and ${eigen} in (organisatie, van));
  create policy wissen on belafspraak to ${bewaring} using ((select context_taak()) = 'bewaring');

  create policy beide_zien on afspraak for select to ${app} using (${isVanBeide});
  create policy beide_maken on afspraak for insert to ${app} with check (${isVanHem});
  create policy beide_wijzigen on afspraak for update to ${app} using (${isVanHem}) with check (${isVanHem});

  grant select, insert, update (begin, einde, plek, stand) on belafspraak to ${app};
  grant select (gemaakt), delete on belafspraak to ${bewaring};
`
