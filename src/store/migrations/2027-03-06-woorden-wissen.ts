import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

/** Words of a chain case go in the transaction of the event that says so; the policy shows the named case alone. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`grant delete on loket_tekst to ${rollen.app};`).execute(db)
}
