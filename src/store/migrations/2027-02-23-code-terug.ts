import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, eigenaar } = rollen

/**
 * Under which number the last code of an address left, so that a service that could not bring it says so of that
 * address. Whoever hears that sees no address: the function runs as the owner, who sees those that wait for a code.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const wacht = `code_zending is not null and (select context_taak()) = 'verzenden'`
  await sql
    .raw(`
    alter table contactadres add column code_zending uuid, add column code_mislukt timestamptz;
    create index contactadres_code on contactadres (code_zending) where code_zending is not null;
    grant update (code_zending, code_mislukt) on contactadres to ${app};
    create policy code_terug_zien on contactadres for select to ${eigenaar} using (${wacht});
    create policy code_terug on contactadres for update to ${eigenaar} using (${wacht}) with check (${wacht});
    create function adrescode_mislukt(van uuid, moment timestamptz) returns boolean
      language sql volatile security definer set search_path = voordeur, pg_temp
      begin atomic
        with raak as (
          update contactadres set code_mislukt = moment where code_zending = van returning 1)
        select exists (select 1 from raak);
      end;
    alter function adrescode_mislukt(uuid, timestamptz) owner to ${eigenaar};
    revoke all on function adrescode_mislukt(uuid, timestamptz) from public;
    grant execute on function adrescode_mislukt(uuid, timestamptz) to ${app};
  `)
    .execute(db)
}
