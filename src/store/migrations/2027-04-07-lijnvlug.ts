import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * For many calls a second over a line. The value of a queue is kept as it comes in: nothing of it is searched, and taking
 * it apart at every step took longer than all else. A call is found in its index at once, without a list of what is still
 * to be put in. Rows that change leave room beside them. Who follows a line reads the calls that it names with it.
 * The value is written whole now and then (src/store/lijnstanden.ts); nodes of before that do not read it right, and stop.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(wijzigingen).execute(db)
}

const wijzigingen = `
  alter table lijn_wachtrij alter column stand type json using stand::json;
  alter table lijn_wachtrij set (fillfactor = 50);
  alter table lijn_oproep set (fillfactor = 60);
  alter table lijn_dienst set (fillfactor = 60);
  alter table belgesprek set (fillfactor = 50);
  alter index belgesprek_kenmerken set (fastupdate = off);
  alter index belgesprek_organisaties set (fastupdate = off);

  -- What the value of a queue still has to follow from is not cleared.
  grant select (pool, nr) on lijn_voorval to ${bewaring};

  create policy van_lijn on belgesprek for select to ${app} using (
    (select context_taak()) = 'lijnen' and kenmerken && (select context_zoek())::text[]);
`
