import { type Kysely, sql } from 'kysely'

/**
 * The same conditions, asked as one yes or no per query (2027-01-15-doorvoer). Compared with a word inside the policy the
 * planner expects one row in two hundred, and then lays everybody who takes part beside each event that comes in.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const tabel of ['abonnement', 'melding', 'aanmelding', ...metZelf])
    await sql
      .raw(`alter policy werken on levensloop_${tabel} using (${isWerk}) with check (${isWerk})`)
      .execute(db)
  for (const tabel of metZelf)
    await sql.raw(`alter policy zelf on levensloop_${tabel} using (${isZelf})`).execute(db)
}

const metZelf = ['dossier', 'voorkeur', 'signaal']
const isWerk = `(select context_taak() = 'levensloop')`
const isZelf = `(select context_soort() = 'persoon') and persoon = (select context_persoon())`
