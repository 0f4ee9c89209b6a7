import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/** What goes from chain cases to the register of contacts of an organisation. Ids and moments; nothing of whom. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabel).execute(db)
}

const isTaak = `(select context_taak()) = 'loket-klantwerk'`

const tabel = `
  create table loket_klantwerk (
    -- Of the case and the event: laid twice it is there once, also when it arrived already.
    id text primary key check (length(id) between 1 and 200),
    volgnummer bigint generated always as identity,
    naar text not null,
    ketenzaak uuid not null,
    nr integer not null check (nr > 0),
    op timestamptz not null,
    pogingen integer not null default 0,
    volgend timestamptz not null,
    klaar timestamptz
  );
  create index loket_klantwerk_volgend on loket_klantwerk (volgend) where klaar is null;
  create index loket_klantwerk_klaar on loket_klantwerk (klaar) where klaar is not null;

  alter table loket_klantwerk enable row level security, force row level security;
  create policy taak on loket_klantwerk to ${app} using (${isTaak}) with check (${isTaak});
  grant select, insert, delete, update (pogingen, volgend, klaar) on loket_klantwerk to ${app};
`
