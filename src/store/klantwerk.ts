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
      // Written by `createKlantmelding`: which event, and whether it is over.
      const vanInhoud = (inhoud: unknown) => {
        const { nr, af = false } = inhoud as { readonly nr: number; readonly af?: true }
        return { nr, af }
      }
      const json = JSON.stringify(
        rijen.map(({ id, naar, ketenzaak, op, volgend = op, inhoud }) => ({
          ...{ id, naar, ketenzaak, op, volgend, ...vanInhoud(inhoud) },
        })),
      )
      await alsTaak(async (tx) => {
        await sql`insert into loket_klantwerk (id, naar, ketenzaak, nr, af, op, volgend)
          select id, naar, ketenzaak, nr, af, op, volgend from jsonb_populate_recordset(null::loket_klantwerk, ${json}::jsonb)
          on conflict (id) do nothing`.execute(tx)
      })
    },

    pak: (nu, tot, hoogstens) =>
      alsTaak(async (tx) => {
        const { rows } = await sql<Rij>`update loket_klantwerk k set volgend = ${tot}, pogingen = pogingen + 1
          where k.id in (select w.id from loket_klantwerk w where w.klaar is null and w.volgend <= ${nu}
            -- Over after it was laid: what may still be made is made, or not, first.
            and not (w.af and exists (select 1 from loket_klantwerk e where e.klaar is null and not e.af
              and e.ketenzaak = w.ketenzaak and e.nr = w.nr and e.naar = w.naar))
            order by volgend, volgnummer limit ${hoogstens} for update skip locked)
          returning k.id, k.naar, k.ketenzaak, k.nr, k.af, k.op, k.pogingen`.execute(tx)
        return rows.map(({ naar, nr, af, ...rij }) => ({
          ...rij,
          ...{ soort: 'klant', naar: eisOrganisatie(naar), inhoud: { nr, ...(af && { af }) } },
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
  readonly af: boolean
  readonly op: Date
  readonly pogingen: number
}
