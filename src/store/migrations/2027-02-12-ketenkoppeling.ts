import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/**
 * With which organisations chain cases are exchanged: every version of the settings, the sealed secret, and which tokens
 * that are used once came by. See docs/adr/0027.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
}

const isTaak = `(select context_taak()) = 'loket-koppelingen'`

const tabellen = `
  create table loket_koppeling (
    organisatie text not null check (length(organisatie) between 1 and 80),
    versie integer not null check (versie > 0),
    instelling jsonb not null,
    op timestamptz not null,
    primary key (organisatie, versie)
  );
  create table loket_koppeling_geheim (
    organisatie text primary key,
    kid text not null,
    cijfer bytea not null
  );
  create table loket_token (
    organisatie text not null,
    jti text not null check (length(jti) between 8 and 100),
    tot timestamptz not null,
    primary key (organisatie, jti)
  );
  create index loket_token_tot on loket_token (tot);

  -- A document of a case is known outside by the command that brought it.
  create index loket_opdracht_id on loket_opdracht (id);

  -- What somebody sent and did not tie to a case yet, under a seal; a day at most.
  create table loket_concept (
    id uuid primary key,
    organisatie text not null,
    op timestamptz not null,
    kid text not null,
    cijfer bytea not null
  );
  create index loket_concept_op on loket_concept (op);
  alter table loket_concept enable row level security, force row level security;
  create policy eigen on loket_concept to ${app}
    using ((select context_soort()) = 'medewerker' and organisatie = (select context_organisatie()))
    with check ((select context_soort()) = 'medewerker' and organisatie = (select context_organisatie()));
  create policy opruimen on loket_concept to ${app} using (${isTaak});
  grant select, insert, delete on loket_concept to ${app};

  ${['loket_koppeling', 'loket_koppeling_geheim', 'loket_token']
    .map(
      (tabel) => `alter table ${tabel} enable row level security, force row level security;
  create policy taak on ${tabel} to ${app} using (${isTaak}) with check (${isTaak});`,
    )
    .join('\n  ')}

  grant select, insert on loket_koppeling to ${app};
  grant select, insert, delete, update (kid, cijfer) on loket_koppeling_geheim to ${app};
  grant select, insert, delete on loket_token to ${app};
`
