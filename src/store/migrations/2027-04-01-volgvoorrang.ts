import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

/** Of whom something came in goes before whose day has come: on 1 January that is everybody. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql
    .raw(`alter table levensloop_dossier add column heeft_voorrang boolean not null default false;
      drop index levensloop_dossier_op;
      create index levensloop_dossier_op on levensloop_dossier (heeft_voorrang desc, op) where opzij is null;
      grant update (heeft_voorrang) on levensloop_dossier to ${rollen.app};`)
    .execute(db)
}
