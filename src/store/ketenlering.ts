import { sql } from 'kysely'
import { type Leerrij, type LeringStore, leersoorten } from '../loket/index.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

/** What chains learn. Nothing about anybody: the table has no place for it. */
export function leringOpslag(databank: Databank): LeringStore {
  const { alsMedewerker, alsTaak } = ingangen(databank)
  return {
    lering: (kijker, vanaf) => {
      const lees = async (tx: Tx) => {
        const { rows } = await sql<Leerrij>`select keten, van, naar, soort, dagen, sum(aantal)::int as aantal
          from loket_lering where maand >= ${vanaf}::date group by 1, 2, 3, 4, 5 order by 1, 2, 3, 4, 5`.execute(
          tx,
        )
        // What another version of ours wrote says nothing here.
        return rows.filter(({ soort }) => leersoorten.includes(soort))
      }
      if (kijker.soort === 'installatie') return alsTaak('loket-ronde', lees, 'lezen')
      const { medewerker, organisatie } = kijker
      return alsMedewerker({ medewerker, organisatie }, lees, { wijze: 'lezen' })
    },
  }
}
