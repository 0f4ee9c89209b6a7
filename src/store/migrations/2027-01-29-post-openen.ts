import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, eigenaar } = rollen

/**
 * Whom an item is from, for who stated why they open it at the body that has it; and where an item went, by its number,
 * for the body that sent it on. Of the item itself that body sees nothing any more. Older ones have no number here.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create function post_afzender(stuk uuid) returns table (persoon uuid)
      language sql stable security definer set search_path = voordeur, pg_temp
      begin atomic
        select p.persoon from poststuk p where p.id = stuk;
      end;
    alter function post_afzender(uuid) owner to ${eigenaar};
    revoke all on function post_afzender(uuid) from public;
    grant execute on function post_afzender(uuid) to ${app};

    alter table poststuk_doorzending add column nummer text;
    create index poststuk_doorzending_nummer on poststuk_doorzending (nummer);
    create policy van_ons on poststuk_doorzending for select to ${app}
      using ((select context_soort()) = 'medewerker' and van = (select context_organisatie()));
  `)
    .execute(db)
}
