import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { maakPersoonId, type PersoonId } from '../domain/index.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

/** For tests and proofs: people with a mandate and an identifier, and what a query sees of them. */

/** Tables that are about nobody. Whatever else comes must have row-level security, forced. */
export const overNiemand = [
  // Which places of a team are taken, and when.
  'afspraak_plek',
  // Hashes under a key of one day; see toegang/begrenzing.ts.
  'begrenzing',
  'bewijs_anker',
  'kluis_sleutel',
  'kysely_migration',
  'kysely_migration_lock',
  // Who sends events of lives: settings of organisations.
  'levensloop_bron',
  // How many messages of a source were new, double, or about somebody unknown.
  'levensloop_telling',
  'regeling_activering',
  'regeling_bestand',
  // Creditors, counts per month, and hashes of what counts no more.
  'vroegsignaal_partner',
  'vroegsignaal_telling',
  'vroegsignaal_vervallen',
  'zaakbron_gebruik',
  'zaakbron_verloop',
  // Numbers and times of a connection to an organisation.
  'zaakbron_gelezen',
  'zaakbron_stand',
  'zoek_document',
  'zoek_index',
  'zoek_woord',
]

export async function tabellen(db: Databank) {
  const { rows } = await sql<{ naam: string; dicht: boolean; beleid: number }>`
    select c.relname as naam, c.relrowsecurity and c.relforcerowsecurity as dicht,
      (select count(*) from pg_policy p where p.polrelid = c.oid) as beleid
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'voordeur' and c.relkind in ('r', 'p') order by 1`.execute(db)
  return rows
}

export const nieuwePersoon = (): PersoonId => maakPersoonId(new Date(1_800_000_000_000), randomBytes)

export async function vul(db: Databank, [gever, ander]: readonly [PersoonId, PersoonId]): Promise<void> {
  const { alsPersoon, alsTaak } = ingangen(db)
  await alsPersoon(gever, (tx) =>
    sql`insert into machtiging (id, soort, gever, gemachtigde, organisatie, diensten, vanaf, tot, wijze, vastgelegd)
      values (${nieuwePersoon()}, 'machtiging', ${gever}, ${ander}, 'svb', '{}', '2026-01-01', '2027-01-01', 'digitaal',
        now())`.execute(tx),
  )
  await alsTaak('kluis', async (tx) => {
    const zoek = randomBytes(32)
    await sql`select set_config('voordeur.zoek', ${zoek.toString('hex')}, true)`.execute(tx)
    await sql`insert into kluis_persoon values (${gever}, now())`.execute(tx)
    await sql`insert into kluis_identificatie values (${nieuwePersoon()}, ${gever}, 'bsn', 'k1', ${zoek}, 'k1', 'x', now())`.execute(
      tx,
    )
  })
}

/** How many rows of each table with row-level security this query sees. */
export async function zichtbaar(db: Databank): Promise<Record<string, number>> {
  const dicht = (await tabellen(db)).filter((tabel) => tabel.dicht).map(({ naam }) => naam)
  const tellingen = dicht.map(
    (naam) => sql`select ${naam} as naam, count(*) as aantal from ${sql.table(naam)}`,
  )
  const { rows } = await sql<{
    naam: string
    aantal: number
  }>`${sql.join(tellingen, sql` union all `)}`.execute(db)
  const gezien = Object.fromEntries(rows.map(({ naam, aantal }) => [naam, aantal]))
  for (const naam of dicht) if (gezien[naam] === 0) delete gezien[naam]
  return gezien
}
