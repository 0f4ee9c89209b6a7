import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, eigenaar } = rollen

/**
 * What was begun for somebody in a trace and has no end, for whoever takes the work over from a node that fell over. It
 * gives nothing but the spans, and only to that work.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(functie).execute(db)
}

const functie = `
  create function levensloop_onafgerond(personen uuid[], sporen text[]) returns table (wie uuid, span text)
    language sql stable security definer set search_path = voordeur, pg_temp
    begin atomic
      select v.persoon, r.codes::jsonb ->> 'span' from unnest(personen, sporen) as v (persoon, spoor)
      join bewijs_regel r on r.onderwerp = 'persoon:' || v.persoon and r.soort = 'verwerking'
        and r.codes::jsonb ->> 'trace' = v.spoor
      where (select context_taak()) = 'levensloop' and not exists (
        select 1 from bewijs_regel a where a.onderwerp = r.onderwerp and a.soort = 'afgerond'
          and (a.codes::jsonb ->> 'span') = (r.codes::jsonb ->> 'span'));
    end;
  alter function levensloop_onafgerond(uuid[], text[]) owner to ${eigenaar};
  revoke all on function levensloop_onafgerond(uuid[], text[]) from public;
  grant execute on function levensloop_onafgerond(uuid[], text[]) to ${app};
`
