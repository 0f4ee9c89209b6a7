import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, eigenaar } = rollen

/**
 * Whether a body is done with an item. The list of what it has to do gives what waits longest first, in pages, and
 * finds an item by its number: nothing is out of sight because much came in after it. Elsewhere it is not done.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table poststuk add column gereed timestamptz;
    create index poststuk_open on poststuk (bij, ontvangen, id) where gereed is null;
    create index poststuk_kennisgeving_adres on poststuk_kennisgeving (poststuk)
      where hoe = 'adres' and bezorgd is null;
    grant update (gereed) on poststuk to ${app};

    -- Only what moves an item needs the notice that goes with moving.
    drop trigger poststuk_verplaats on poststuk;
    create trigger poststuk_verplaats before update of bij, bij_sinds on poststuk
      for each row execute function poststuk_verplaats();

    drop function post_werklijst(integer);
    create function post_werklijst(zoek text, na_ontvangen timestamptz, na_id uuid, hoogstens integer)
      returns table (id uuid, nummer text, soort text, weg text, ontvangen timestamptz, is_bekend boolean,
        te_bezorgen bigint, gereed timestamptz)
      language sql stable security definer set search_path = voordeur, pg_temp
      begin atomic
        with te_doen as (
          select p.id from poststuk p where p.gereed is null and zoek is null
          union
          select k.poststuk from poststuk_kennisgeving k
            where k.hoe = 'adres' and k.bezorgd is null and zoek is null
          union
          select p.id from poststuk p where p.nummer = zoek
        )
        select p.id, p.nummer, p.soort, p.weg, p.ontvangen, p.persoon is not null,
          (select count(*) from poststuk_kennisgeving k
            where k.poststuk = p.id and k.hoe = 'adres' and k.bezorgd is null),
          p.gereed
        from poststuk p join te_doen d on d.id = p.id
        where na_id is null or (p.ontvangen, p.id) > (na_ontvangen, na_id)
        order by p.ontvangen, p.id limit hoogstens;
      end;
    alter function post_werklijst(text, timestamptz, uuid, integer) owner to ${eigenaar};
    revoke all on function post_werklijst(text, timestamptz, uuid, integer) from public;
    grant execute on function post_werklijst(text, timestamptz, uuid, integer) to ${app};
  `)
    .execute(db)
}
