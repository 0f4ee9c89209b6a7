import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * An appointment that an information point makes for whoever came in, without a person: a number, a place and a time.
 * It takes a place of `afspraak_plek` like any other. Seen by the organisation where it is, and by who made it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
}

// Read once per query, hence the subselects; see store/context.ts.
const isMedewerker = `(select context_soort()) = 'medewerker'`
const eigen = `(select context_organisatie())`

const tabellen = `
  create table afspraak_naamloos (
    nummer text primary key check (nummer ~ '^[A-Z]{3}-[0-9]{4}$'),
    organisatie text not null,
    team text not null,
    vorm text not null check (vorm in ('balie', 'telefoon')),
    begin timestamptz not null,
    einde timestamptz not null,
    plek int not null,
    onderwerp text not null check (onderwerp ~ '^[a-z][a-z-]{0,30}$'),
    tolk text check (tolk ~ '^[a-z-]{1,20}$'),
    stand text not null check (stand in ('gemaakt', 'afgezegd')),
    van text not null check (van <> ''),
    kenmerk bytea not null unique check (length(kenmerk) = 32),
    check (einde > begin)
  );
  create index afspraak_naamloos_organisatie on afspraak_naamloos (organisatie, begin);
  create index afspraak_naamloos_einde on afspraak_naamloos (einde);

  alter table afspraak_naamloos enable row level security, force row level security;

  create policy zien on afspraak_naamloos for select to ${app}
    using (${isMedewerker} and ${eigen} in (organisatie, van));
  create policy maken on afspraak_naamloos for insert to ${app}
    with check (${isMedewerker} and van = ${eigen} and stand = 'gemaakt');
  create policy afzeggen on afspraak_naamloos for update to ${app}
    using (${isMedewerker} and ${eigen} in (organisatie, van))
    with check (${isMedewerker} and ${eigen} in (organisatie, van));
  create policy wissen on afspraak_naamloos to ${bewaring} using ((select context_taak()) = 'bewaring');

  grant select, insert, update (stand) on afspraak_naamloos to ${app};
  grant select (einde), delete on afspraak_naamloos to ${bewaring};
`
