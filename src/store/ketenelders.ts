import { sql } from 'kysely'
import type { Eldersrij, EldersStore } from '../loket/elders-store.ts'
import type { Werkregel } from '../loket/index.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { eisOrganisatie } from './eis-organisatie.ts'

/** Named limit: more fit on no page. */
const maxRijen = 200
/** Named limit: as long as what became of a command is kept, and a day. */
const wegMs = 15 * 86_400_000

export function eldersOpslag(databank: Databank): EldersStore {
  const { alsMedewerker } = ingangen(databank)
  const alsTaak = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> =>
    ingangen(databank).alsTaak('loket-elders', fn)
  return {
    plekken: (lezer, ketenzaak) =>
      alsMedewerker(lezer, async (tx) => {
        const { rows } = await sql<{
          bij: string
          antwoordde: Date | null
          weg: Date | null
          vergeten: Date | null
        }>`
          select bij, antwoordde, weg, vergeten from loket_elders where ketenzaak = ${ketenzaak}
          order by antwoordde nulls last, sinds, bij`.execute(tx)
        return rows.map(({ bij, antwoordde, weg, vergeten }) => ({
          bij: eisOrganisatie(bij),
          heeftGeantwoord: antwoordde !== null,
          isWeg: weg !== null,
          ...(vergeten !== null && { vergeten }),
        }))
      }),

    lijst: (lezer) =>
      alsMedewerker(lezer, async (tx) => {
        // No more than fits in one answer of each installation.
        const { rows } = await sql<{ ketenzaak: string; bij: string; regels: Werkregel[] }>`
          select ketenzaak, bij, regels from loket_elders where regels <> '[]' order by ketenzaak, bij`.execute(
          tx,
        )
        return rows.map(({ bij, ...rij }): Eldersrij => ({ ...rij, bij: eisOrganisatie(bij) }))
      }),

    mislukt: (lezer) =>
      alsMedewerker(lezer, async (tx) => {
        const { rows } = await sql<{ ketenzaak: string; bij: string; nummer: string; uitkomst: string }>`
          select u.ketenzaak, u.naar as bij, coalesce(e.nummer, '') as nummer, u.uitkomst ->> 'status' as uitkomst
          from (select distinct on (ketenzaak, naar) * from loket_uitgaand where soort = 'opdracht'
            and klaar is not null and uitkomst ->> 'status' <> 'ok' order by ketenzaak, naar, volgnummer desc) u
          left join loket_elders e on e.ketenzaak = u.ketenzaak and e.bij = u.naar
          order by u.volgnummer desc limit ${maxRijen}`.execute(tx)
        return rows.map(({ bij, ...rij }) => ({ ...rij, bij: eisOrganisatie(bij) }))
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
          on conflict (ketenzaak, bij, voor) do update set weg = null where loket_elders.weg is not null`.execute(
          tx,
        )
      }),

    merkAntwoord: ({ ketenzaak, bij, voor, nummer, op }) =>
      alsTaak(async (tx) => {
        await sql`update loket_elders set antwoordde = coalesce(antwoordde, ${op}), nummer = ${nummer}, weg = null
          where ketenzaak = ${ketenzaak} and bij = ${bij} and voor = ${voor}`.execute(tx)
      }),

    weg: (ketenzaak, bij, op) =>
      alsTaak(async (tx) => {
        // Whoever says so must be the one that it came from.
        await sql`update loket_elders set regels = '[]', weg = coalesce(weg, ${op})
          where ketenzaak = ${ketenzaak} and bij = ${bij}`.execute(tx)
        await sql`delete from loket_elders e where ketenzaak = ${ketenzaak} and bij = ${bij} and not exists (
          select from loket_uitgaand u where u.soort = 'opdracht' and u.ketenzaak = e.ketenzaak and u.naar = e.bij
            and (u.klaar is null or u.uitkomst ->> 'status' <> 'ok'))`.execute(tx)
      }),

    vergeet: (ketenzaak, bij, op) =>
      alsTaak(async (tx) => {
        await sql`update loket_elders set vergeten = ${op} where ketenzaak = ${ketenzaak} and bij = ${bij}`.execute(
          tx,
        )
      }),

    zetWerk: ({ bij, voor, op }, regels) =>
      alsTaak(async (tx) => {
        const rijen = [...Map.groupBy(regels, ({ ketenzaak }) => ketenzaak)].map(([ketenzaak, van]) => ({
          ketenzaak,
          nummer: van[0]?.nummer,
          regels: van,
        }))
        const json = JSON.stringify(rijen)
        await sql`delete from loket_elders where bij = ${bij} and voor = ${voor}
          and weg < ${new Date(op.getTime() - wegMs)}`.execute(tx)
        await sql`update loket_elders set regels = '[]' where bij = ${bij} and voor = ${voor}
          and regels <> '[]'::jsonb`.execute(tx)
        await sql`insert into loket_elders as e (ketenzaak, bij, voor, sinds, nummer, antwoordde, regels)
          select r.ketenzaak, ${bij}, ${voor}, ${op}, r.nummer, ${op}, r.regels
          from jsonb_to_recordset(${json}::jsonb) as r (ketenzaak uuid, nummer text, regels jsonb)
          on conflict (ketenzaak, bij, voor) do update set regels = excluded.regels, nummer = excluded.nummer,
            antwoordde = coalesce(e.antwoordde, excluded.antwoordde), weg = null`.execute(tx)
      }),
  }
}
