import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import { parseDatum, parsePersoonId } from '../domain/index.ts'
import {
  ingetrokken,
  type LevensloopStore,
  type Levensloopwerk,
  levensloopsoorten,
  type Melding,
  volgDoel,
} from '../proactief/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

export function levensloopOpslag(databank: Databank): LevensloopStore {
  const { alsTaak } = ingangen(databank)
  const als = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => alsTaak('levensloop', fn)
  return {
    zetAbonnementen: (persoon, namen, op, bewijzen) =>
      als(async (tx) => {
        const { numAffectedRows } = await sql`insert into levensloop_abonnement (bron, wie, persoon, sinds)
          select n.bron, n.wie, ${persoon}, ${op}
          from unnest(${namen.map(({ bron }) => bron)}::text[], ${namen.map(({ wie }) => wie)}::text[]) as n (bron, wie)
          on conflict do nothing`.execute(tx)
        if ((numAffectedRows ?? 0n) > 0n) await voegBewijsToe(tx, bewijzen)
      }),

    wisAbonnementen: (persoon, bewijzen) =>
      als(async (tx) => {
        const { numAffectedRows } =
          await sql`delete from levensloop_abonnement where persoon = ${persoon}`.execute(tx)
        await sql`delete from levensloop_melding where persoon = ${persoon}`.execute(tx)
        if ((numAffectedRows ?? 0n) > 0n) await voegBewijsToe(tx, bewijzen)
      }),

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
            join levensloop_abonnement a on a.bron = ${bron} and a.wie = b.wie),
          erbij as (
            insert into levensloop_melding (bron, id, persoon, soort, op, intrekt, ontvangen)
            select ${bron}, id, persoon, soort, op, intrekt, ${op} from bekend order by persoon, id, nr
            on conflict do nothing returning persoon, id)
          select k.nr, k.persoon::text, e.id is not null
              and k.nr = min(k.nr) over (partition by k.persoon, k.id) as nieuw
          from bekend k left join erbij e on e.persoon = k.persoon and e.id = k.id`.execute(tx)
        const nieuw = rows.filter((rij) => rij.nieuw)
        const telling = {
          nieuw: nieuw.length,
          dubbel: rows.length - nieuw.length,
          onbekend: binnen.length - rows.length + extra,
        }
        await sql`insert into levensloop_telling as t (bron, nieuw, dubbel, onbekend)
          values (${bron}, ${telling.nieuw}, ${telling.dubbel}, ${telling.onbekend})
          on conflict (bron) do update set nieuw = t.nieuw + excluded.nieuw, dubbel = t.dubbel + excluded.dubbel,
            onbekend = t.onbekend + excluded.onbekend`.execute(tx)
        await voegBewijsToe(
          tx,
          nieuw.flatMap(({ nr, persoon }) => {
            const melding = binnen[nr]?.melding
            return melding === undefined ? [] : [bewijsVan(wieVan(persoon), melding)]
          }),
        )
        return telling
      }),

    pak: (nu, tot, aantal) =>
      als(async (tx) => {
        const { rows } = await sql<Rij>`
          with wie as (
            select persoon from levensloop_melding
            where is_nieuw and (bezig_tot is null or bezig_tot <= ${nu})
            order by ontvangen limit ${aantal * maxPerPersoon} for update skip locked),
          gekozen as (select distinct persoon from wie limit ${aantal}),
          -- Whoever has one of their messages in hand has all of them.
          vrij as (select persoon from gekozen g where not exists (
            select 1 from levensloop_melding m where m.persoon = g.persoon and m.is_nieuw and m.bezig_tot > ${nu})),
          bezig as (
            update levensloop_melding m set bezig_tot = ${tot} from vrij
            where m.persoon = vrij.persoon and m.is_nieuw returning m.persoon)
          select m.bron, m.id, m.persoon::text, m.soort, m.op::text, m.intrekt, m.is_nieuw
          from levensloop_melding m where m.persoon in (select persoon from bezig)
          order by m.persoon, m.ontvangen, m.id`.execute(tx)
        return [...Map.groupBy(rows, ({ persoon }) => persoon)].map(
          ([persoon, rijen]): Levensloopwerk => ({
            persoon: wieVan(persoon),
            meldingen: rijen.map(meldingVan),
            nieuw: rijen.flatMap(({ bron, id, is_nieuw }) => (is_nieuw ? [{ bron, id }] : [])),
          }),
        )
      }),

    klaar: ({ persoon, nieuw }) =>
      als(async (tx) => {
        await sql`update levensloop_melding m set is_nieuw = false, bezig_tot = null
          from unnest(${nieuw.map(({ bron }) => bron)}::text[], ${nieuw.map(({ id }) => id)}::text[]) as k (bron, id)
          where m.persoon = ${persoon} and m.bron = k.bron and m.id = k.id`.execute(tx)
      }),

    tellingen: () =>
      als(async (tx) => {
        const { rows } = await sql<{
          readonly bron: string
          readonly nieuw: number
          readonly dubbel: number
          readonly onbekend: number
        }>`select bron, nieuw, dubbel, onbekend from levensloop_telling order by bron`.execute(tx)
        return new Map(rows.map(({ bron, ...rest }) => [bron, rest]))
      }),
  }
}

/** Named limit: so many messages about one person are looked at to find the next one. */
const maxPerPersoon = 50

interface Rij {
  readonly bron: string
  readonly id: string
  readonly persoon: string
  readonly soort: string
  readonly op: string | null
  readonly intrekt: string | null
  readonly is_nieuw: boolean
}

function meldingVan({ bron, id, soort: naam, op, intrekt }: Rij): Melding {
  if (intrekt !== null) return { bron, id, wat: { soort: ingetrokken, intrekt } }
  const soort = levensloopsoorten.find((een) => een === naam)
  const dag = parseDatum(op ?? '')
  if (soort === undefined || dag === undefined) throw new Error('een gebeurtenis die wij niet bewaren')
  return {
    bron,
    id, // The column is a date, which the database checks.
    wat: { soort, op: dag },
  }
}

function wieVan(tekst: string) {
  const persoon = parsePersoonId(tekst)
  if (persoon === undefined) throw new Error('een gebeurtenis over niemand')
  return persoon
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
