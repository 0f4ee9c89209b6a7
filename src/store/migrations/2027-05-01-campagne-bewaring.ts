import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { bewaring } = rollen

/** A campaign goes when its term is over, also when nobody of that organisation ever looks again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
  create index campagne_gemaakt on campagne (gemaakt);
  create policy opruimen on campagne to ${bewaring} using ((select context_taak()) = 'bewaring');
  grant select (gemaakt), delete on campagne to ${bewaring};`)
    .execute(db)
}
