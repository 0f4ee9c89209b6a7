import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app, bewaring } = rollen

/**
 * Which choices are to be called, beside the seal: a number needs no code for that, so that the work that clears away
 * unconfirmed addresses can see which it may not touch. Of a choice from before this nobody can say it without its key:
 * until it is made again its person keeps their number.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(belkeuze).execute(db)
}

const belkeuze = `
  alter table contactvoorkeur add column belt boolean not null default true;
  alter table contactvoorkeur alter column belt drop default;
  grant update (belt) on contactvoorkeur to ${app};
  grant select (persoon, belt) on contactvoorkeur to ${bewaring};
  grant select (persoon) on contactadres to ${bewaring};
`
