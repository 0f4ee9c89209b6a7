import { Migrator } from 'kysely/migration'
import { type Log, meldingVan, PlatformError } from '../platform/index.ts'
import { openDatabank, openPool, schemaNaam } from './databank.ts'
import { migrations } from './migrations/index.ts'
import { maakRollen, rollen } from './rollen.ts'

/**
 * Brings the database up to date, as `eigenaar`. Nodes that start together wait for each other
 * (an advisory lock of the migrator). All new migrations run in one transaction.
 */
export async function migreer(url: string, log: Log): Promise<void> {
  const beheer = openPool({ url, log, max: 1 })
  try {
    await maakRollen(beheer, url)
  } finally {
    await beheer.end()
  }
  // An index on a table of millions takes minutes, and nobody waits for a page meanwhile.
  const instellingen = { statement_timeout: '0' }
  const databank = openDatabank({ url, log, rol: rollen.eigenaar, max: 2, instellingen })
  try {
    const migrator = new Migrator({
      db: databank,
      provider: { getMigrations: async () => ({ ...migrations }) },
      migrationTableSchema: schemaNaam,
      // Two releases may each have one of the same week; none of them builds on another.
      allowUnorderedMigrations: true,
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error !== undefined)
      throw new PlatformError('migratie-mislukt', { detail: meldingVan(error), cause: error })
    for (const { migrationName } of results ?? [])
      log.info('migratie uitgevoerd', { migratie: migrationName })
  } finally {
    await databank.destroy()
  }
}
