import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/** Which time people last heard of, when something else was agreed since: what they never heard of is not cancelled. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(kolom).execute(db)
}

const kolom = `
  alter table afspraak add column verteld timestamptz;
  grant update (verteld) on afspraak to ${app};
`
