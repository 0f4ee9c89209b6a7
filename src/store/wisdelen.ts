import { sql } from 'kysely'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

/** Named limit: so many rows go in one act, well within the time that one statement may take. */
const perDeel = 50_000

/**
 * Erases what is older than `grens` part by part, the oldest first: of a source that a whole country follows, one
 * statement could pass its time and would then never erase anything. What went stays gone when a later part fails.
 *
 * @param waarvan The table, and its column with the moment from which the term runs.
 * @returns How many rows went.
 */
export async function wisOuder(
  bewaring: Databank,
  waarvan: { readonly tabel: string; readonly moment: string },
  grens: Date,
  hoogstens = perDeel,
): Promise<number> {
  const [tabel, moment] = [sql.table(waarvan.tabel), sql.ref(waarvan.moment)]
  let gewist = 0
  for (;;) {
    const { numAffectedRows } = await ingangen(bewaring).alsTaak('bewaring', (tx) =>
      sql`delete from ${tabel} where ${moment} <= (select max(op) from (
        select ${moment} as op from ${tabel} where ${moment} < ${grens} order by op limit ${hoogstens}) oudste)`.execute(
        tx,
      ),
    )
    const weg = Number(numAffectedRows ?? 0n)
    gewist += weg
    if (weg < hoogstens) return gewist
  }
}
