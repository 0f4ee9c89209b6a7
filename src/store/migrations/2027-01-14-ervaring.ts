import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * How often something happened in a step of a journey, per day; sentences about it; and which forms were used. None of
 * these has a column for a person, a session, an address or a moment, nor a number that rises: rows have no order.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
}

const taak = (naam: string) => `(select context_taak()) = '${naam}'`
/** Of their own organisation, and what is of none. */
const eigen = `(select context_soort()) = 'medewerker' and organisatie in ('', (select context_organisatie()))`

const plek = `
    dag date not null,
    stap text not null check (stap ~ '^[a-z][a-z-]{1,60}$'),
    kanaal text not null check (kanaal ~ '^[a-z]{1,20}$'),
    taal text not null check (taal in ('nl', 'en', 'pap')),
    organisatie text not null,
    aantal integer not null check (aantal > 0)`

const tabellen = `
  create table ervaring_telling (${plek},
    soort text not null check (soort ~ '^[a-z][a-z-]{1,40}$'),
    primary key (dag, stap, kanaal, taal, organisatie, soort)
  );
  create table ervaring_zin (${plek},
    antwoord text not null check (antwoord in ('ja', 'deels', 'nee')),
    reden text not null,
    tekst text not null check (length(tekst) between 1 and 300),
    primary key (dag, stap, kanaal, taal, organisatie, antwoord, reden, tekst)
  );
  create table ervaring_stempel (
    merk bytea primary key check (length(merk) = 32),
    dag date not null
  );
  create index ervaring_stempel_dag on ervaring_stempel (dag);

  alter table ervaring_telling enable row level security, force row level security;
  alter table ervaring_zin enable row level security, force row level security;
  alter table ervaring_stempel enable row level security, force row level security;

  create policy tellen on ervaring_telling to ${app} using (${taak('ervaring')}) with check (${taak('ervaring')});
  create policy schrijven on ervaring_zin to ${app} using (${taak('ervaring')}) with check (${taak('ervaring')});
  create policy stempelen on ervaring_stempel to ${app} using (${taak('ervaring')}) with check (${taak('ervaring')});
  create policy zien on ervaring_telling for select to ${app} using (${eigen});
  create policy lezen on ervaring_zin for select to ${app} using (${eigen} and organisatie <> '');
  create policy wissen on ervaring_telling to ${bewaring} using (${taak('bewaring')});
  create policy wissen on ervaring_zin to ${bewaring} using (${taak('bewaring')});
  create policy wissen on ervaring_stempel to ${bewaring} using (${taak('bewaring')});

  grant select, insert, update (aantal) on ervaring_telling to ${app};
  grant select, insert, update (aantal) on ervaring_zin to ${app};
  grant select, insert on ervaring_stempel to ${app};
  grant select (dag), delete on ervaring_telling, ervaring_zin, ervaring_stempel to ${bewaring};
`
