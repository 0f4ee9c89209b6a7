import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/**
 * What was agreed is confirmed: made, moved and cancelled alike. `keer` counts how many times something was agreed about
 * this appointment; `bevestigd` is when the last of those was told, `mislukt` when telling last failed. What was there
 * before is not told again: by a default, since the owner of a table with forced row-level security updates no rows.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(kolommen).execute(db)
}

const kolommen = `
  alter table afspraak
    add column keer int not null default 1 check (keer >= 1),
    add column bevestigd timestamptz default now(),
    add column mislukt timestamptz;
  alter table afspraak alter column bevestigd drop default;
  drop index afspraak_te_herinneren;
  create index afspraak_te_herinneren on afspraak (mislukt nulls first, begin)
    where stand = 'gemaakt' and herinnerd is null;
  create index afspraak_te_bevestigen on afspraak (mislukt nulls first, begin) where bevestigd is null;
  grant update (keer, bevestigd, mislukt) on afspraak to ${app};
`
