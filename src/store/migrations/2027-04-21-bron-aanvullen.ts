import { type Kysely, sql } from 'kysely'

/**
 * Who takes part already is followed by a source that is connected later too: a batch at a time, from `vul_na` on. Of a
 * source that changed (`vul_alle`) also who is followed is told again, with what it tells from now on. Empty: everybody
 * was. What is connected now begins with it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
  alter table levensloop_bron add column vul_na uuid default '00000000-0000-0000-0000-000000000000',
    add column vul_alle boolean not null default false,
    add column vul_op timestamptz not null default now();`)
    .execute(db)
}
