import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

/**
 * A document of a case is known outside by the command that brought it: of which case that is may be looked up without
 * naming the case. Whether it is one that somebody takes part in is asked next, of the case itself.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(
      `create policy zoeken on loket_opdracht for select to ${rollen.app}
        using ((select context_taak()) = 'loket-koppelingen')`,
    )
    .execute(db)
}
