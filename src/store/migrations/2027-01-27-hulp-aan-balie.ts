import { type Kysely, sql } from 'kysely'
import { rollen } from '../rollen.ts'

const { app } = rollen

/** Who is not online says at a desk or on the phone what they need: a professional writes it for one person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(beleid).execute(db)
}

const vanHen = `(select context_soort()) = 'medewerker' and persoon = (select context_persoon())`

const beleid = `
  drop policy helpen on hulpbehoefte;
  create policy helpen on hulpbehoefte to ${app} using (${vanHen}) with check (${vanHen});
`
