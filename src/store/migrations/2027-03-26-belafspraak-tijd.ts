import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring, eigenaar } = rollen

/**
 * Two organisations that agreed a time in which a resident takes part see when that is, and nothing else of the
 * appointment: it is read through a function that gives three columns. The row itself is for who has that resident
 * before them. And each organisation has what it last saw of a time, by which the other's change is work on its desk.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tijden).execute(db)
  await sql.raw(gezien).execute(db)
}

const isMedewerker = `(select context_soort()) = 'medewerker'`
const eigen = `(select context_organisatie())`
const isVanBeide = `${isMedewerker} and exists (select 1 from belafspraak b
  where b.kenmerk = afspraak.kenmerk and ${eigen} in (b.organisatie, b.van))`

const tijden = `
  alter policy beide_zien on afspraak to ${app} using (${isVanBeide} and persoon = (select context_persoon()));

  -- The owner of the tables sees by these no more than the organisation in the context does.
  create policy tijden on belafspraak for select to ${eigenaar}
    using (${isMedewerker} and ${eigen} in (organisatie, van));
  create policy tijden on afspraak for select to ${eigenaar}
    using (${isVanBeide} and ((select context_persoon()) is null or persoon = (select context_persoon())));
  create function belafspraak_tijden()
    returns table (kenmerk bytea, afspraak uuid, begin timestamptz, einde timestamptz, stand text)
    language sql stable security definer set search_path = voordeur, pg_temp
    begin atomic
      select a.kenmerk, a.id, a.begin, a.einde, a.stand
      from belafspraak b join afspraak a on a.kenmerk = b.kenmerk;
    end;
  revoke all on function belafspraak_tijden() from public;
  grant execute on function belafspraak_tijden() to ${app};
`

const gezien = `
  create table belafspraak_gezien (
    belafspraak uuid not null references belafspraak on delete cascade,
    organisatie text not null check (organisatie <> ''),
    begin timestamptz not null,
    stand text not null check (stand in ('gemaakt', 'afgezegd')),
    primary key (belafspraak, organisatie)
  );
  alter table belafspraak_gezien enable row level security, force row level security;
  create policy eigen on belafspraak_gezien to ${app}
    using (${isMedewerker} and organisatie = ${eigen})
    with check (${isMedewerker} and organisatie = ${eigen}
      and exists (select 1 from belafspraak b where b.id = belafspraak));
  create policy wissen on belafspraak_gezien to ${bewaring} using ((select context_taak()) = 'bewaring');
  grant select, insert, update (begin, stand) on belafspraak_gezien to ${app};
  grant delete on belafspraak_gezien to ${bewaring};
`
