import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/**
 * What has to reach other installations and systems: that something changed in a chain case, and commands of people here
 * to a case that lies there. See docs/adr/0027.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabellen).execute(db)
}

const isTaak = `(select context_taak()) = 'loket-melden'`

const tabellen = `
  create table loket_uitgaand (
    id text primary key check (length(id) between 1 and 200),
    -- The order in which it was laid down: clocks stand still, and ids are made by chance.
    volgnummer bigint generated always as identity,
    soort text not null check (soort in ('bericht', 'opdracht')),
    naar text not null,
    ketenzaak uuid not null,
    op timestamptz not null,
    pogingen integer not null,
    volgend timestamptz not null,
    -- Of a message ids, times and codes; of a command what was sealed, and of which organisation.
    inhoud jsonb not null,
    klaar timestamptz,
    uitkomst jsonb
  );
  create index loket_uitgaand_volgend on loket_uitgaand (volgend) where klaar is null;
  create index loket_uitgaand_zaak on loket_uitgaand (ketenzaak, volgnummer) where soort = 'opdracht';

  alter table loket_uitgaand enable row level security, force row level security;
  create policy taak on loket_uitgaand to ${app} using (${isTaak}) with check (${isTaak});
  -- Who gave a command sees what became of it: their organisation, at its own cases.
  create policy eigen on loket_uitgaand for select to ${app} using ((select context_soort()) = 'medewerker'
    and soort = 'opdracht' and inhoud ->> 'voor' = (select context_organisatie()));
  grant select, insert, delete, update (pogingen, volgend, inhoud, klaar, uitkomst) on loket_uitgaand to ${app};
`
