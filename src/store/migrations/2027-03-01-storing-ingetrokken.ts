import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

/** An outage that was written down by mistake, or called off: since when, by whom and why. The row stays as it was. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
      alter table storing
        add column ingetrokken timestamptz,
        add column ingetrokken_door text check (length(ingetrokken_door) between 1 and 200),
        add column ingetrokken_waarom text check (length(ingetrokken_waarom) between 1 and 500),
        add check (num_nulls(ingetrokken, ingetrokken_door, ingetrokken_waarom) in (0, 3));
      grant select (ingetrokken), update (ingetrokken, ingetrokken_door, ingetrokken_waarom)
        on storing to ${rollen.app};
    `)
    .execute(db)
}
