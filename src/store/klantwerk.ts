import { sql } from 'kysely'
import type { KlantwerkStore } from '../loket/index.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { eisOrganisatie } from './eis-organisatie.ts'

/** Named limit: so long is it known that something arrived. */
const bewaarMs = 14 * 86_400_000

export function klantwerkOpslag(databank: Databank): KlantwerkStore {
  const alsTaak = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> =>
    ingangen(databank).alsTaak('loket-klantwerk', fn)
  return {
    leg: async (rijen) => {
      if (rijen.length === 0) return
      // Written by `createKlantmelding`: which event.
      const nrVan = (inhoud: unknown) => (inhoud as { readonly nr: number }).nr
      const json = JSON.stringify(
        rijen.map(({ id, naar, ketenzaak, op, volgend = op, inhoud }) => ({
          ...{ id, naar, ketenzaak, op, volgend, nr: nrVan(inhoud) },
        })),
      )
      await alsTaak(async (tx) => {
        await sql`insert into loket_klantwerk (id, naar, ketenzaak, nr, op, volgend)
          select id, naar, ketenzaak, nr, op, volgend from jsonb_populate_recordset(null::loket_klantwerk, ${json}::jsonb)
          on conflict (id) do nothing`.execute(tx)
      })
    },

    pak: (nu, tot, hoogstens) =>
      alsTaak(async (tx) => {
        const { rows } = await sql<Rij>`update loket_klantwerk k set volgend = ${tot}, pogingen = pogingen + 1
          where k.id in (select id from loket_klantwerk where klaar is null and volgend <= ${nu}
            order by volgend, volgnummer limit ${hoogstens} for update skip locked)
          returning k.id, k.naar, k.ketenzaak, k.nr, k.op, k.pogingen`.execute(tx)
        return rows.map(({ naar, nr, ...rij }) => ({
          ...rij,
          ...{ soort: 'klant', naar: eisOrganisatie(naar), inhoud: { nr } },
        }))
      }),

    later: (id, volgend) =>
      alsTaak(async (tx) => {
        await sql`update loket_klantwerk set volgend = ${volgend} where id = ${id}`.execute(tx)
      }),

    klaar: (id, op) =>
      alsTaak(async (tx) => {
        await sql`delete from loket_klantwerk where klaar < ${new Date(op.getTime() - bewaarMs)}`.execute(tx)
        await sql`update loket_klantwerk set klaar = ${op} where id = ${id}`.execute(tx)
      }),

    stand: () =>
      alsTaak(async (tx) => {
        const { rows } = await sql<{ naar: string; wachtend: number; hapert: boolean }>`
          select naar, count(*)::int as wachtend, bool_or(pogingen > 1) as hapert
          from loket_klantwerk where klaar is null group by naar order by naar`.execute(tx)
        return rows.map(({ naar, ...rij }) => ({ ...rij, naar: eisOrganisatie(naar) }))
      }),
  }
}

interface Rij {
  readonly id: string
  readonly naar: string
  readonly ketenzaak: string
  readonly nr: number
  readonly op: Date
  readonly pogingen: number
}
