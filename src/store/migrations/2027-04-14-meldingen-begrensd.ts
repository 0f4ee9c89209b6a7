import { type Kysely, sql } from 'kysely'

/**
 * Of too many events of one kind about one person one stays, and the rest is counted. What is asked about a person is
 * asked by kind, and what takes something back by what that is: however many there are, few are read.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
      alter table levensloop_melding add column samengevat boolean not null default false;
      alter table levensloop_telling add column samen bigint not null default 0;
      create index levensloop_melding_soort on levensloop_melding (persoon, soort, ontvangen);
      drop index levensloop_melding_persoon;
      create index levensloop_melding_intrekt on levensloop_melding (persoon, intrekt) where intrekt is not null;`)
    .execute(db)
}
