import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

/**
 * Whoever has a resident before them reads appointments of that resident alone, also when their organisation agreed a
 * time with another one in which somebody else takes part. Without a resident before them the list of what was agreed
 * finds its times, as before.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter policy beide_zien on afspraak to ${rollen.app} using (
      (select context_soort()) = 'medewerker'
      and ((select context_persoon()) is null or persoon = (select context_persoon()))
      and exists (select 1 from belafspraak b
        where b.kenmerk = afspraak.kenmerk and (select context_organisatie()) in (b.organisatie, b.van)))`)
    .execute(db)
}
