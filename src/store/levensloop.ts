import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import {
  hoogstensCorrecties,
  hoogstensPerDag,
  ingetrokken,
  type LevensloopStore,
  volgDoel,
} from '../proactief/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { wieVan } from './dossiers.ts'
import { wisOuder } from './wisdelen.ts'

/** Named limit: so many rows does one source count in. */
const plekken = 64

export function levensloopOpslag(databank: Databank): LevensloopStore {
  const { alsTaak } = ingangen(databank)
  const als = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => alsTaak('levensloop', fn)
  return {
    ontvang: ({ bron, binnen, extra, op, bewijsVan, bewijsVanSamen }) =>
      als(async (tx) => {
        const rijen = await metWieErNogIs(tx, { bron, binnen, op }, await bewaar(tx, { bron, binnen, op }))
        const van = (lot: Lot) => rijen.filter((rij) => rij.lot === lot)
        const [nieuw, samen] = [van('nieuw'), van('samen')]
        const perMens = Map.groupBy(samen, ({ persoon }) => persoon)
        // With their dossiers in hand: whoever writes what came of the last look puts away one of these rows.
        if (samen.length > 0) await vatSamen(tx, { bron, binnen, op, samen })
        const telling = {
          nieuw: nieuw.length,
          dubbel: van('dubbel').length,
          samen: samen.length,
          onbekend: binnen.length - rijen.length + extra,
        }
        await voegBewijsToe(tx, [
          ...nieuw.flatMap(({ nr, persoon }) => {
            const melding = binnen[nr]?.melding
            return melding === undefined ? [] : [bewijsVan(wieVan(persoon), melding)]
          }),
          ...[...perMens].map(([persoon, alle]) => bewijsVanSamen(wieVan(persoon), alle.length)),
        ])
        // Each connection in a row of its own, as good as always: whoever writes one holds up who comes after.
        await sql`insert into levensloop_telling as t (bron, plek, nieuw, dubbel, samen, onbekend)
          values (${bron}, pg_backend_pid() % ${plekken}, ${telling.nieuw}, ${telling.dubbel}, ${telling.samen},
            ${telling.onbekend})
          on conflict (bron, plek) do update set nieuw = t.nieuw + excluded.nieuw, dubbel = t.dubbel + excluded.dubbel,
            samen = t.samen + excluded.samen, onbekend = t.onbekend + excluded.onbekend`.execute(tx)
        return telling
      }),

    tellingen: () =>
      als(async (tx) => {
        const { rows } = await sql<{
          readonly bron: string
          readonly nieuw: number
          readonly dubbel: number
          readonly samen: number
          readonly onbekend: number
        }>`select bron, sum(nieuw)::bigint as nieuw, sum(dubbel)::bigint as dubbel, sum(samen)::bigint as samen,
            sum(onbekend)::bigint as onbekend
          from levensloop_telling group by bron order by bron`.execute(tx)
        return new Map(rows.map(({ bron, ...rest }) => [bron, rest]))
      }),
  }
}

/** `samen`: there were too many of this kind about this person; `dubbel`: we had it. */
type Lot = 'nieuw' | 'dubbel' | 'samen'

interface Bewaard {
  /** Its place in what came in. */
  readonly nr: number
  readonly persoon: string
  readonly lot: Lot
}

type Ontvangst = Pick<Parameters<LevensloopStore['ontvang']>[0], 'bron' | 'binnen' | 'op'>

const dagMs = 86_400_000

/** What came in about whom we know: kept, as long as it is not there and there are not too many of them. */
async function bewaar(tx: Tx, { bron, binnen, op }: Ontvangst): Promise<readonly Bewaard[]> {
  const { rows } = await sql<Bewaard>`
    with bekend as (
      select b.nr, a.persoon, b.id, b.soort, b.op, b.intrekt,
        row_number() over (partition by a.persoon, b.id order by b.nr) as keer,
        -- Each looked up by itself, or everything there is is laid beside what came in.
        (select true from levensloop_melding m
          where m.bron = ${bron} and m.persoon = a.persoon and m.id = b.id) as is_oud
      from unnest(${binnen.map((_, i) => i)}::int[], ${binnen.map(({ wie }) => wie)}::text[],
          ${binnen.map(({ melding }) => melding.id)}::text[],
          ${binnen.map(({ melding }) => melding.wat.soort)}::text[],
          ${binnen.map(({ melding: { wat } }) => ('op' in wat ? wat.op : null))}::date[],
          ${binnen.map(({ melding: { wat } }) => ('intrekt' in wat ? wat.intrekt : null))}::text[])
        as b (nr, wie, id, soort, op, intrekt)
      join levensloop_abonnement a on a.wie = b.wie
      -- As a list that stands by itself, or everybody who takes part is laid beside each that came in.
      where a.bron = ${bron} and a.wie = any(${binnen.map(({ wie }) => wie)}::text[])),
    geteld as (
      select b.*, g.hoogstens, row_number() over (partition by b.persoon, b.soort order by b.nr) + (
          select count(*) from (select 1 from levensloop_melding m where m.persoon = b.persoon and m.soort = b.soort
            and m.bron = ${bron} and m.ontvangen > ${new Date(op.getTime() - dagMs)} and not m.samengevat
            limit g.hoogstens) as l) as hoeveelste
      from bekend b,
        -- What takes back something that is still to come: as many as could come.
        lateral (select case when b.soort = ${ingetrokken} then ${hoogstensCorrecties}::int
          else ${hoogstensPerDag}::int end as hoogstens) as g
      where b.keer = 1 and b.is_oud is null),
    past as (
      select g.* from geteld g where g.hoeveelste <= g.hoogstens
        -- What takes back something that was kept is always kept, once.
        or (g.intrekt is not null and not exists (select 1 from geteld e
            where e.persoon = g.persoon and e.intrekt = g.intrekt and e.nr < g.nr)
          and (select true from levensloop_melding m where m.bron = ${bron} and m.persoon = g.persoon
            and m.id = g.intrekt) and (select true from levensloop_melding m where m.bron = ${bron}
            and m.persoon = g.persoon and m.intrekt = g.intrekt limit 1) is null)),
    erbij as (
      insert into levensloop_melding (bron, id, persoon, soort, op, intrekt, ontvangen)
      select ${bron}, id, persoon, soort, op, intrekt, ${op} from past order by persoon, id
      on conflict do nothing returning persoon, id)
    select b.nr, b.persoon::text, case when b.keer > 1 or b.is_oud then 'dubbel'
        when not exists (select 1 from past p where p.nr = b.nr) then 'samen'
        when e.id is null then 'dubbel' else 'nieuw' end as lot
    from bekend b left join erbij e on e.persoon = b.persoon and e.id = b.id`.execute(tx)
  return rows
}

/**
 * Puts them on the list, and gives what came in about who still takes part. Who stopped while it was written did not see
 * these rows when they erased theirs.
 */
async function metWieErNogIs(
  tx: Tx,
  { bron, binnen, op }: Ontvangst,
  rijen: readonly Bewaard[],
): Promise<readonly Bewaard[]> {
  const raakt = rijen.filter(({ lot }) => lot !== 'dubbel')
  const er = await zetOpDeLijst(tx, [...new Set(raakt.map(({ persoon }) => persoon))], op)
  const weg = raakt.filter(({ persoon }) => !er.has(persoon))
  if (weg.length === 0) return rijen
  await sql`delete from levensloop_melding m
    using unnest(${weg.map(({ persoon }) => persoon)}::uuid[], ${weg.map(({ nr }) => binnen[nr]?.melding.id ?? null)}::text[])
      as w (persoon, id)
    where m.bron = ${bron} and m.persoon = w.persoon and m.id = w.id`.execute(tx)
  return rijen.filter((rij) => !weg.includes(rij))
}

/**
 * Of what was too many one of each kind stays, with the last day of all of them; whenever more comes it is a new one, so
 * that whoever has that person in hand does not put it away unseen. A death is not among these: so many that are kept
 * say it, and the register is asked before anything is told.
 */
async function vatSamen(
  tx: Tx,
  { bron, binnen, op, samen }: Ontvangst & { readonly samen: readonly Bewaard[] },
): Promise<void> {
  const erbij = samen.map(({ nr, persoon }) => ({ persoon, wat: binnen[nr]?.melding.wat }))
  await sql`
    with weg as (
      delete from levensloop_melding where samengevat and bron = ${bron}
        and persoon = any(${[...new Set(erbij.map(({ persoon }) => persoon))]}::uuid[])
      returning persoon, soort, op),
    alle as (
      select persoon, soort, op from weg
      union all
      select persoon, soort, op from unnest(${erbij.map(({ persoon }) => persoon)}::uuid[],
        ${erbij.map(({ wat }) => wat?.soort ?? null)}::text[],
        ${erbij.map(({ wat }) => (wat !== undefined && 'op' in wat ? wat.op : null))}::date[]) as e (persoon, soort, op)
      where op is not null and soort <> 'overlijden')
    insert into levensloop_melding (bron, id, persoon, soort, op, ontvangen, samengevat)
    select ${bron}, 'samengevat ' || gen_random_uuid(), persoon, soort, max(op), ${op}, true
    from alle group by persoon, soort`.execute(tx)
}

/**
 * The row is locked whatever stands in it: whoever is writing what came of the last look reads after this what is new,
 * or is waited for. What could not be worked out before is tried again. Gives who has a dossier: nobody else takes part.
 */
async function zetOpDeLijst(tx: Tx, personen: readonly string[], op: Date): Promise<ReadonlySet<string>> {
  if (personen.length === 0) return new Set()
  const { rows } = await sql<{
    readonly persoon: string
  }>`select persoon::text from levensloop_dossier where persoon = any(${[...personen]}::uuid[])
    order by persoon for no key update`.execute(tx)
  await sql`update levensloop_dossier set op = least(op, ${op}), heeft_voorrang = true, mislukt = 0, opzij = null
    where persoon = any(${[...personen]}::uuid[])
      and (op > ${op} or opzij is not null or not heeft_voorrang)`.execute(tx)
  return new Set(rows.map(({ persoon }) => persoon))
}

/** A consent ends by itself when the retention period is over, and so does what came of it. */
export function levensloopOpruimer(bewaring: Databank): Opruimer {
  return {
    verwerking: volgDoel,
    async ruimOp(grens) {
      const weg = await wisOuder(bewaring, { tabel: 'levensloop_melding', moment: 'ontvangen' }, grens)
      return weg + (await wisOuder(bewaring, { tabel: 'levensloop_abonnement', moment: 'sinds' }, grens))
    },
  }
}
