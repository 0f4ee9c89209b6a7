import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

/** A signal that is solved is nobody's business any more: it goes, instead of being marked. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(`delete from zaaksignaal where opgelost is not null`).execute(db)
  await sql.raw(`grant delete on zaaksignaal to ${rollen.app}`).execute(db)
}
