import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { bewaring } = rollen

/** When a consent is over everything that came of it goes in the same act, and not each part when its own year is over. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const tabel of ['abonnement', 'melding', 'signaal'])
    await sql.raw(`grant select (persoon) on levensloop_${tabel} to ${bewaring}`).execute(db)
}
