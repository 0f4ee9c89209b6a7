import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * Appointments. Which places of a team are taken says nothing of anybody and stands apart, so that whoever looks for
 * room reads no row of somebody else.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
}

// Read once per query, hence the subselects; see store/context.ts.
const isVanHen = `(select context_soort()) = 'persoon' and persoon = (select context_persoon())`
const isAanBalie = `(select context_soort()) = 'medewerker' and persoon = (select context_persoon())
  and organisatie = (select context_organisatie())`
const taak = `(select context_taak())`

const tabellen = `
  create table afspraak_plek (
    team text not null check (team ~ '^[a-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$'),
    begin timestamptz not null,
    plek int not null check (plek between 1 and 200),
    einde timestamptz not null,
    primary key (team, begin, plek),
    check (einde > begin)
  );
  create index afspraak_plek_einde on afspraak_plek (einde);

  create table afspraak (
    id uuid primary key,
    nummer text not null unique check (nummer ~ '^[A-Z]{3}-[0-9]{3}$'),
    persoon uuid not null,
    organisatie text not null,
    team text not null,
    vorm text not null check (vorm in ('balie', 'telefoon', 'terugbellen')),
    begin timestamptz not null,
    einde timestamptz not null,
    plek int not null,
    stand text not null check (stand in ('gemaakt', 'afgezegd')),
    door text not null check (door in ('zelf', 'vertegenwoordiger', 'medewerker')),
    kenmerk bytea not null check (length(kenmerk) = 32),
    gemaakt timestamptz not null,
    herinnerd timestamptz,
    kid text not null,
    cijfer bytea not null,
    unique (persoon, kenmerk),
    check (einde > begin)
  );
  create unique index afspraak_op_plek on afspraak (team, begin, plek) where stand = 'gemaakt';
  create index afspraak_persoon on afspraak (persoon, begin);
  create index afspraak_te_herinneren on afspraak (begin) where stand = 'gemaakt' and herinnerd is null;
  create index afspraak_einde on afspraak (einde);

  alter table afspraak enable row level security, force row level security;

  create policy eigen on afspraak to ${app} using (${isVanHen}) with check (${isVanHen});
  create policy balie on afspraak to ${app} using (${isAanBalie}) with check (${isAanBalie});
  create policy herinneren on afspraak to ${app}
    using (${taak} = 'afspraken') with check (${taak} = 'afspraken');
  create policy wissen on afspraak to ${bewaring} using (${taak} = 'bewaring');

  grant select, insert on afspraak to ${app};
  grant update (begin, einde, plek, stand, herinnerd) on afspraak to ${app};
  grant select, insert, delete on afspraak_plek to ${app};
  grant select (einde), delete on afspraak, afspraak_plek to ${bewaring};
`
