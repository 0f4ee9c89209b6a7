import { sql } from 'kysely'
import type { Eldersrij, EldersStore } from '../loket/elders-store.ts'
import type { Werkregel } from '../loket/index.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { eisOrganisatie } from './eis-organisatie.ts'

/** Named limit: more fit on no page. */
const maxRijen = 200

export function eldersOpslag(databank: Databank): EldersStore {
  const { alsMedewerker } = ingangen(databank)
  const alsTaak = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> =>
    ingangen(databank).alsTaak('loket-elders', fn)
  return {
    vind: (lezer, ketenzaak) =>
      alsMedewerker(lezer, async (tx) => {
        const { rows } = await sql<{ bij: string }>`select bij from loket_elders
          where ketenzaak = ${ketenzaak}`.execute(tx)
        return rows[0] && { bij: eisOrganisatie(rows[0].bij) }
      }),

    lijst: (lezer) =>
      alsMedewerker(lezer, async (tx) => {
        const { rows } = await sql<{ ketenzaak: string; bij: string; regels: Werkregel[] }>`
          select ketenzaak, bij, regels from loket_elders order by ketenzaak limit ${maxRijen}`.execute(tx)
        return rows.map(({ bij, ...rij }): Eldersrij => ({ ...rij, bij: eisOrganisatie(bij) }))
      }),

    opdrachten: (lezer, ketenzaak) =>
      alsMedewerker(lezer, async (tx) => {
        const { rows } = await sql<{ id: string; soort: string; op: Date; uitkomst: string | null }>`
          select id, inhoud ->> 'soort' as soort, op, uitkomst ->> 'status' as uitkomst from loket_uitgaand
          where soort = 'opdracht' and ketenzaak = ${ketenzaak}
            and (klaar is null or uitkomst ->> 'status' <> 'ok') order by volgnummer limit ${maxRijen}`.execute(
          tx,
        )
        return rows.map(({ uitkomst, ...rij }) => ({ ...rij, ...(uitkomst !== null && { uitkomst }) }))
      }),

    erbij: ({ ketenzaak, bij, voor, op }) =>
      alsTaak(async (tx) => {
        await sql`insert into loket_elders (ketenzaak, bij, voor, sinds) values (${ketenzaak}, ${bij}, ${voor}, ${op})
          on conflict (ketenzaak) do nothing`.execute(tx)
      }),

    weg: (ketenzaak, bij) =>
      alsTaak(async (tx) => {
        // Whoever says so must be the one that it came from.
        await sql`delete from loket_elders where ketenzaak = ${ketenzaak} and bij = ${bij}`.execute(tx)
      }),

    zetWerk: ({ bij, voor, op }, regels) =>
      alsTaak(async (tx) => {
        const rijen = [...Map.groupBy(regels, ({ ketenzaak }) => ketenzaak)].map(([ketenzaak, van]) => ({
          ketenzaak,
          regels: van,
        }))
        const json = JSON.stringify(rijen)
        await sql`update loket_elders set regels = '[]' where bij = ${bij} and voor = ${voor}
          and regels <> '[]'::jsonb`.execute(tx)
        await sql`insert into loket_elders (ketenzaak, bij, voor, sinds, regels)
          select r.ketenzaak, ${bij}, ${voor}, ${op}, r.regels
          from jsonb_to_recordset(${json}::jsonb) as r (ketenzaak uuid, regels jsonb)
          on conflict (ketenzaak) do update set regels = excluded.regels
            where loket_elders.bij = excluded.bij and loket_elders.voor = excluded.voor`.execute(tx)
      }),
  }
}
