import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import { type LevensloopStore, volgDoel } from '../proactief/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { wieVan } from './dossiers.ts'

/** Named limit: so many rows does one source count in. */
const plekken = 64

export function levensloopOpslag(databank: Databank): LevensloopStore {
  const { alsTaak } = ingangen(databank)
  const als = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => alsTaak('levensloop', fn)
  return {
    ontvang: ({ bron, binnen, extra, op, bewijsVan }) =>
      als(async (tx) => {
        // `for share`: somebody who stops at this moment has stopped before it, or takes it along.
        const { rows } = await sql<{
          readonly nr: number
          readonly persoon: string
          readonly nieuw: boolean
        }>`
          with bekend as (
            select b.nr, a.persoon, b.id, b.soort, b.op, b.intrekt
            from unnest(${binnen.map((_, i) => i)}::int[], ${binnen.map(({ wie }) => wie)}::text[],
                ${binnen.map(({ melding }) => melding.id)}::text[],
                ${binnen.map(({ melding }) => melding.wat.soort)}::text[],
                ${binnen.map(({ melding: { wat } }) => ('op' in wat ? wat.op : null))}::date[],
                ${binnen.map(({ melding: { wat } }) => ('intrekt' in wat ? wat.intrekt : null))}::text[])
              as b (nr, wie, id, soort, op, intrekt)
            join levensloop_abonnement a on a.wie = b.wie
            -- As a list that stands by itself, or everybody who takes part is laid beside each that came in.
            where a.bron = ${bron} and a.wie = any(${binnen.map(({ wie }) => wie)}::text[])),
          erbij as (
            insert into levensloop_melding (bron, id, persoon, soort, op, intrekt, ontvangen)
            select ${bron}, id, persoon, soort, op, intrekt, ${op} from bekend order by persoon, id, nr
            on conflict do nothing returning persoon, id)
          select k.nr, k.persoon::text, e.id is not null
              and k.nr = min(k.nr) over (partition by k.persoon, k.id) as nieuw
          from bekend k left join erbij e on e.persoon = k.persoon and e.id = k.id`.execute(tx)
        const nieuw = rows.filter((rij) => rij.nieuw)
        await zetOpDeLijst(tx, [...new Set(nieuw.map(({ persoon }) => persoon))], op)
        const telling = {
          nieuw: nieuw.length,
          dubbel: rows.length - nieuw.length,
          onbekend: binnen.length - rows.length + extra,
        }
        await voegBewijsToe(
          tx,
          nieuw.flatMap(({ nr, persoon }) => {
            const melding = binnen[nr]?.melding
            return melding === undefined ? [] : [bewijsVan(wieVan(persoon), melding)]
          }),
        )
        // Each connection in a row of its own, as good as always: whoever writes one holds up who comes after.
        await sql`insert into levensloop_telling as t (bron, plek, nieuw, dubbel, onbekend)
          values (${bron}, pg_backend_pid() % ${plekken}, ${telling.nieuw}, ${telling.dubbel}, ${telling.onbekend})
          on conflict (bron, plek) do update set nieuw = t.nieuw + excluded.nieuw, dubbel = t.dubbel + excluded.dubbel,
            onbekend = t.onbekend + excluded.onbekend`.execute(tx)
        return telling
      }),

    tellingen: () =>
      als(async (tx) => {
        const { rows } = await sql<{
          readonly bron: string
          readonly nieuw: number
          readonly dubbel: number
          readonly onbekend: number
        }>`select bron, sum(nieuw)::bigint as nieuw, sum(dubbel)::bigint as dubbel, sum(onbekend)::bigint as onbekend
          from levensloop_telling group by bron order by bron`.execute(tx)
        return new Map(rows.map(({ bron, ...rest }) => [bron, rest]))
      }),
  }
}

/**
 * The row is locked whatever stands in it: whoever is writing what came of the last look reads after this what is new,
 * or is waited for. What could not be worked out before is tried again.
 */
async function zetOpDeLijst(tx: Tx, personen: readonly string[], op: Date): Promise<void> {
  if (personen.length === 0) return
  await sql`select 1 from levensloop_dossier where persoon = any(${[...personen]}::uuid[])
    order by persoon for no key update`.execute(tx)
  await sql`update levensloop_dossier set op = least(op, ${op}), heeft_voorrang = true, mislukt = 0, opzij = null
    where persoon = any(${[...personen]}::uuid[])
      and (op > ${op} or opzij is not null or not heeft_voorrang)`.execute(tx)
}

/** A consent ends by itself when the retention period is over, and so does what came of it. */
export function levensloopOpruimer(bewaring: Databank): Opruimer {
  return {
    verwerking: volgDoel,
    ruimOp: (grens) =>
      ingangen(bewaring).alsTaak('bewaring', async (tx) => {
        const weg = await sql`delete from levensloop_melding where ontvangen < ${grens}`.execute(tx)
        const af = await sql`delete from levensloop_abonnement where sinds < ${grens}`.execute(tx)
        return Number((weg.numAffectedRows ?? 0n) + (af.numAffectedRows ?? 0n))
      }),
  }
}
