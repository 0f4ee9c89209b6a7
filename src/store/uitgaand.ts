import { sql } from 'kysely'
import type { Uitgaand, UitgaandStore } from '../loket/uitgaand-store.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { eisOrganisatie } from './eis-organisatie.ts'

/** Named limit: so long is kept what came of a command, for who gave it. */
const bewaarMs = 14 * 86_400_000

export function uitgaandOpslag(databank: Databank): UitgaandStore {
  const alsTaak = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> =>
    ingangen(databank).alsTaak('loket-melden', fn)
  return {
    leg: async (rijen) => {
      if (rijen.length === 0) return
      const json = JSON.stringify(rijen.map((rij) => ({ volgend: rij.op, ...rij, pogingen: 0 })))
      await alsTaak(async (tx) => {
        await sql`insert into loket_uitgaand (id, soort, naar, ketenzaak, op, pogingen, volgend, inhoud)
          select id, soort, naar, ketenzaak, op, pogingen, volgend, inhoud
          from jsonb_populate_recordset(null::loket_uitgaand, ${json}::jsonb) on conflict (id) do nothing`.execute(
          tx,
        )
      })
    },

    wachtend: (ketenzaak) =>
      alsTaak(async (tx) => {
        const { rows } = await sql<{ id: string }>`select id from loket_uitgaand
          where ketenzaak = ${ketenzaak} and soort = 'opdracht' and klaar is null order by volgnummer`.execute(
          tx,
        )
        return rows.map(({ id }) => id)
      }),

    pak: (nu, tot, hoogstens) =>
      alsTaak(async (tx) => {
        const { rows } = await sql<Rij>`update loket_uitgaand u set volgend = ${tot}, pogingen = pogingen + 1
          where u.id in (select k.id from loket_uitgaand k where k.klaar is null and k.volgend <= ${nu}
            and (k.soort <> 'opdracht' or not exists (select 1 from loket_uitgaand e where e.klaar is null
              and e.soort = 'opdracht' and e.ketenzaak = k.ketenzaak and e.volgnummer < k.volgnummer))
            order by k.volgnummer limit ${hoogstens} for update skip locked)
          returning u.id, u.soort, u.naar, u.ketenzaak, u.op, u.pogingen, u.inhoud`.execute(tx)
        return rows.map(rijVan)
      }),

    later: (id, volgend) =>
      alsTaak(async (tx) => {
        await sql`update loket_uitgaand set volgend = ${volgend} where id = ${id}`.execute(tx)
      }),

    klaar: (id, op, uitkomst) =>
      alsTaak(async (tx) => {
        await sql`delete from loket_uitgaand where klaar < ${new Date(op.getTime() - bewaarMs)}
          or (id = ${id} and soort <> 'opdracht')`.execute(tx)
        await sql`update loket_uitgaand set klaar = ${op}, uitkomst = ${JSON.stringify(uitkomst ?? null)}::jsonb,
          inhoud = inhoud - 'kid' - 'cijfer'
          where id = ${id}`.execute(tx)
      }),
  }
}

type Rij = Omit<Uitgaand, 'naar'> & { readonly naar: string }

const rijVan = ({ naar, ...rij }: Rij): Uitgaand => ({ ...rij, naar: eisOrganisatie(naar) })
