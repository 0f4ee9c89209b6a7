import { type Kysely, sql } from 'kysely'

/** Of which form a notice came: the same form sent twice tells its sender once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    alter table poststuk_kennisgeving add column kenmerk bytea check (length(kenmerk) = 32);
    create unique index poststuk_kennisgeving_kenmerk on poststuk_kennisgeving (poststuk, kenmerk)
      where kenmerk is not null;
  `)
    .execute(db)
}
