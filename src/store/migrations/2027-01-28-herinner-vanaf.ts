import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/** From when on somebody may be reminded: what was agreed shortly before is near sooner for who hears of it at once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(kolom).execute(db)
}

const kolom = `
  alter table afspraak add column herinner_vanaf timestamptz;
  grant update (herinner_vanaf) on afspraak to ${app};
`
