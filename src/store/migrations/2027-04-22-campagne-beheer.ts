import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/** A campaign can be another one until somebody counted, be taken away, end, and go when its term is over. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
  alter table campagne add column gestopt date;
  grant update (plan, gestopt), delete on campagne to ${app};`)
    .execute(db)
}
