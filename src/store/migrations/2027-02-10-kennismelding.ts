import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * That a part of what colleagues read about a scheme or a life event is not right, from organisation to organisation.
 * No column for a person, a session or a moment; an empty owner is who answers for the installation.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
}

// Read once per query, hence the subselects; see store/context.ts.
const isMedewerker = `(select context_soort()) = 'medewerker'`
const eigen = `(select context_organisatie())`

const tabellen = `
  create table kennismelding (
    id uuid primary key,
    blad text not null check (blad ~ '^(regeling|gebeurtenis)-[a-z0-9][a-z0-9-]{0,80}$'),
    deel text not null check (deel ~ '^[a-z]{1,20}$'),
    reden text not null check (reden ~ '^[a-z]{1,20}$'),
    tekst text check (length(tekst) between 1 and 300),
    eigenaar text not null,
    van text not null check (van <> ''),
    gemeld date not null,
    stand text not null check (stand in ('open', 'aangepast', 'blijft')),
    antwoord text check (length(antwoord) between 1 and 300),
    afgehandeld date,
    check ((stand = 'open') = (antwoord is null)),
    check ((stand = 'open') = (afgehandeld is null))
  );
  create index kennismelding_eigenaar on kennismelding (eigenaar, gemeld desc);
  create index kennismelding_van on kennismelding (van, gemeld desc);
  create index kennismelding_blad on kennismelding (blad, afgehandeld desc) where stand <> 'open';
  create index kennismelding_afgehandeld on kennismelding (afgehandeld);

  alter table kennismelding enable row level security, force row level security;

  create policy lezen on kennismelding for select to ${app} using (${isMedewerker}
    and (stand <> 'open' or van = ${eigen} or eigenaar in ('', ${eigen})));
  create policy melden on kennismelding for insert to ${app}
    with check (${isMedewerker} and van = ${eigen} and stand = 'open');
  create policy antwoorden on kennismelding for update to ${app}
    using (${isMedewerker} and stand = 'open' and eigenaar in ('', ${eigen}))
    with check (${isMedewerker} and stand <> 'open');
  create policy wissen on kennismelding to ${bewaring} using ((select context_taak()) = 'bewaring');

  grant select, insert, update (stand, antwoord, afgehandeld) on kennismelding to ${app};
  grant select (afgehandeld), delete on kennismelding to ${bewaring};
`
