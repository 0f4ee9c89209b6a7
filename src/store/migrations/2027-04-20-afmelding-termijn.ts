import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * What somebody does not want to hear is kept for a term too, from when they said it last; of who takes part for as long
 * as they do. A row that says nothing any more is nobody's wish, and goes. What stands there counts from now.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`
  alter table levensloop_voorkeur add column gezet timestamptz not null default now();
  create index levensloop_voorkeur_gezet on levensloop_voorkeur (gezet);
  grant update (gezet) on levensloop_voorkeur to ${app};
  create policy opruimen on levensloop_voorkeur to ${bewaring}
    using ((select context_taak()) = 'bewaring');
  grant select (persoon, gezet, afgemeld, kid), delete on levensloop_voorkeur to ${bewaring};
  grant select (persoon) on levensloop_dossier to ${bewaring};`)
    .execute(db)
}
