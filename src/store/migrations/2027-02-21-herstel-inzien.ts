import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

const isOns = `(select context_soort()) = 'medewerker' and h.organisatie = (select context_organisatie())`

/**
 * Who takes up what reached nobody sees what became of that message until now, and whoever prints it its files: of the
 * one person of their ground, and while the task is open.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
    create policy herstellen on zending for select to ${app}
      using (persoon = (select context_persoon())
        and bericht in (select h.bericht from hersteltaak h where h.afgehandeld is null and ${isOns}));
    create policy herstellen on bericht_bijlage for select to ${app}
      using (persoon = (select context_persoon())
        and bericht in (select h.bericht from hersteltaak h
          where h.afgehandeld is null and h.soort = 'brief' and ${isOns}));
  `)
    .execute(db)
}
