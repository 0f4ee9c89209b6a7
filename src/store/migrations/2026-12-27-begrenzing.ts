import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * How often something was done: a hash under a key of that day, the begin of a window, and a number. `unlogged`: a
 * crash of the database may forget it, and counting never waits for a disk.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(tabel).execute(db)
}

const tabel = `
  create unlogged table begrenzing (
    sleutel bytea not null check (length(sleutel) = 32),
    begin timestamptz not null,
    aantal integer not null check (aantal > 0),
    primary key (sleutel, begin)
  );
  create index begrenzing_begin on begrenzing (begin);

  grant select, insert, update (aantal) on begrenzing to ${app};
  grant select (begin), delete on begrenzing to ${bewaring};
`
