import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/** Since when what was read of a case elsewhere is shown no longer, on every node: words of it were erased, or a share ended. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `alter table loket_elders add column vergeten timestamptz; grant update (vergeten) on loket_elders to ${app};`,
    )
    .execute(db)
}
