import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, eigenaar } = rollen

/**
 * Who wants to hear no more gets nothing that is still on its way: a message that has not left the house goes with the
 * rest, and of one that has, nothing more leaves. And arrears, which are no event of a life here, are kept no longer.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(opdracht).execute(db)
}

const taak = `(select context_taak()) = 'levensloop'`
const kansen = `('kans', 'kans-hersteld')`

const opdracht = `
  alter table levensloop_melding no force row level security;
  delete from levensloop_melding where soort = 'betalingsachterstand';
  alter table levensloop_melding force row level security;

  create policy terugnemen on bericht to ${eigenaar} using (${taak} and soort in ${kansen});
  create policy terugnemen on zending to ${eigenaar} using (${taak}) with check (${taak});
  create policy terugnemen on hersteltaak to ${eigenaar} using (${taak});

  create function levensloop_berichten_terug(wie uuid) returns bigint
    language plpgsql volatile security definer set search_path = voordeur, pg_temp as $$
  declare
    aantal bigint;
  begin
    -- In the order in which whoever sends takes them, so that nobody waits in a circle. What is planned at this moment is
    -- waited for, and seen below.
    perform 1 from zending z where z.persoon = wie
      and z.bericht in (select b.id from bericht b where b.persoon = wie and b.soort in ${kansen})
      order by z.id for update;
    -- What was never in anybody's hands cannot have arrived. A letter that lies ready, or a try of which nobody heard what
    -- came of it, may have.
    delete from zending z where z.persoon = wie and z.kanaal <> 'berichtenbox' and z.stand = 'gemaakt'
      and z.bericht in (select b.id from bericht b where b.persoon = wie and b.soort in ${kansen});
    delete from hersteltaak h where h.persoon = wie and h.afgehandeld is null
      and h.bericht in (select b.id from bericht b where b.persoon = wie and b.soort in ${kansen});
    with weg as (
      delete from bericht b where b.persoon = wie and b.soort in ${kansen} and b.geopend is null
        and not exists (select 1 from zending z where z.bericht = b.id and z.kanaal <> 'berichtenbox'
          and z.stand <> 'mislukt')
      returning b.id)
    delete from zending z using weg where z.bericht = weg.id and z.persoon = wie;
    get diagnostics aantal = row_count;
    -- What they opened or what left before stays in their inbox, and no notice of it is planned any more.
    update zending z set stand = 'bezorgd', uiterlijk = null where z.persoon = wie and z.kanaal = 'berichtenbox'
      and z.stand in ('gemaakt', 'bezig')
      and z.bericht in (select b.id from bericht b where b.persoon = wie and b.soort in ${kansen});
    return aantal;
  end $$;
  alter function levensloop_berichten_terug(uuid) owner to ${eigenaar};
  revoke all on function levensloop_berichten_terug(uuid) from public;
  grant execute on function levensloop_berichten_terug(uuid) to ${app};
`
