import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/**
 * Chain cases that lie at another installation: which, where, for which organisation here, and what lies with it, in
 * numbers, states and days. The case itself stays there. See docs/adr/0027.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabel).execute(db)
}

const isTaak = `(select context_taak()) = 'loket-elders'`

const tabel = `
  create table loket_elders (
    ketenzaak uuid primary key,
    bij text not null,
    voor text not null,
    sinds timestamptz not null,
    regels jsonb not null default '[]'
  );
  create index loket_elders_voor on loket_elders (voor, ketenzaak);

  alter table loket_elders enable row level security, force row level security;
  create policy taak on loket_elders to ${app} using (${isTaak}) with check (${isTaak});
  create policy eigen on loket_elders for select to ${app}
    using ((select context_soort()) = 'medewerker' and voor = (select context_organisatie()));
  grant select, insert, delete, update (regels) on loket_elders to ${app};
`
