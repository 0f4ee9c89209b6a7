import { sql } from 'kysely'
import { CENTRALE_BEZIG_MS, type CentraleStore } from '../lijnen/index.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

/** The number of the last report of each telephone exchange, and until when somebody is at work on it. */
export function centraleOpslag(databank: Databank): CentraleStore {
  const { alsTaak } = ingangen(databank)
  return {
    neem: (organisatie, volgnummer) =>
      alsTaak(
        'lijnen',
        async (tx) => {
          const { rows } = await sql<{ is_deze: boolean; nr: string | null }>`with gezet as (
              insert into lijn_centrale as c (organisatie, nr, bezig_tot)
              values (${organisatie}, ${volgnummer}, now() + make_interval(secs => ${CENTRALE_BEZIG_MS / 1000}))
              on conflict (organisatie) do update set nr = excluded.nr, bezig_tot = excluded.bezig_tot
                where c.nr < excluded.nr and (c.bezig_tot is null or c.bezig_tot <= now()) returning 1)
            select exists (select 1 from gezet) as is_deze,
              (select nr from lijn_centrale where organisatie = ${organisatie}) as nr`.execute(tx)
          const [rij] = rows
          if (rij?.is_deze === true) return 'ok'
          return Number(rij?.nr ?? 0) >= volgnummer ? 'oud' : 'bezig'
        },
        'ineens',
      ),
    laatLos: (organisatie, volgnummer) =>
      alsTaak(
        'lijnen',
        async (tx) => {
          await sql`update lijn_centrale set bezig_tot = null
            where organisatie = ${organisatie} and nr = ${volgnummer}`.execute(tx)
        },
        'ineens',
      ),
  }
}
