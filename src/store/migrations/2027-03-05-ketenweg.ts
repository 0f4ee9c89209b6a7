import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/**
 * Of a case at another installation stands who said that it lies with them, each by itself: whoever says so first keeps
 * nobody else out, and what counts is who answered for it. One that is gone stays as long as somebody here waits for what
 * became of a command. Who is asked to take part, or is forwarded something, has a row like an offer.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(elders).execute(db)
  await sql.raw(oproep).execute(db)
}

const elders = `
  alter table loket_elders drop constraint loket_elders_pkey;
  alter table loket_elders add primary key (ketenzaak, bij, voor);
  alter table loket_elders add column nummer text;
  -- Since when that installation answers for it: with a line of work, or with the case itself.
  alter table loket_elders add column antwoordde timestamptz;
  -- Since when it says that the case is not there, or not for this organisation any more.
  alter table loket_elders add column weg timestamptz;
  create index loket_elders_werk on loket_elders (voor) where regels <> '[]';
  grant update (nummer, antwoordde, weg) on loket_elders to ${app};
  -- A case is not forgotten while a command to it waits, or ended otherwise than it was meant.
  create policy elders on loket_uitgaand for select to ${app}
    using ((select context_taak()) = 'loket-elders' and soort = 'opdracht');
`

const oproep = `
  alter table loket_oproep drop constraint loket_oproep_soort_check;
  alter table loket_oproep add constraint loket_oproep_soort_check
    check (soort in ('aanbod', 'opschaling', 'stap-geweigerd', 'doorzending', 'erbij', 'terug'));
`
