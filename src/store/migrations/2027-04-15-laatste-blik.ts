import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { bewaring, eigenaar } = rollen

/**
 * When a year of consent is over what is on its way goes with the rest, as when somebody stops. And a call that nobody
 * made yet waits for nobody: like a letter that nobody took in hand it cannot have arrived.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(opdracht).execute(db)
}

const mag = `(select context_taak()) in ('levensloop', 'bewaring')`
const kansen = `('kans', 'kans-hersteld')`
const vanHen = `select b.id from bericht b where b.persoon = wie and b.soort in ${kansen}`

const opdracht = `
  grant select (persoon) on levensloop_dossier to ${bewaring};
  alter policy terugnemen on bericht using (${mag} and soort in ${kansen});
  alter policy terugnemen on zending using (${mag}) with check (${mag});
  alter policy terugnemen on hersteltaak using (${mag});

  create or replace function levensloop_berichten_terug(wie uuid) returns bigint
    language plpgsql volatile security definer set search_path = voordeur, pg_temp as $$
  declare
    aantal bigint;
  begin
    -- In the order in which whoever sends takes them, so that nobody waits in a circle. What is planned at this moment is
    -- waited for, and seen below.
    perform 1 from zending z where z.persoon = wie and z.bericht in (${vanHen}) order by z.id for update;
    -- What was never in anybody's hands cannot have arrived. A letter that lies ready, or a try of which nobody heard what
    -- came of it, may have: of the first is asked once more before it leaves.
    delete from zending z where z.persoon = wie and z.bericht in (${vanHen})
      and (z.kanaal <> 'berichtenbox' and z.stand = 'gemaakt' or z.kanaal = 'telefoon' and z.stand = 'klaar');
    delete from hersteltaak h where h.persoon = wie and h.afgehandeld is null and h.bericht in (${vanHen});
    with weg as (
      delete from bericht b where b.persoon = wie and b.soort in ${kansen} and b.geopend is null
        and not exists (select 1 from zending z where z.bericht = b.id and z.kanaal <> 'berichtenbox'
          and z.stand <> 'mislukt')
      returning b.id)
    delete from zending z using weg where z.bericht = weg.id and z.persoon = wie;
    get diagnostics aantal = row_count;
    -- What they opened or what left before stays in their inbox, and no notice of it is planned any more.
    update zending z set stand = 'bezorgd', uiterlijk = null where z.persoon = wie and z.kanaal = 'berichtenbox'
      and z.stand in ('gemaakt', 'bezig') and z.bericht in (${vanHen});
    return aantal;
  end $$;
  alter function levensloop_berichten_terug(uuid) owner to ${eigenaar};
  revoke all on function levensloop_berichten_terug(uuid) from public;
  grant execute on function levensloop_berichten_terug(uuid) to ${bewaring};
`
