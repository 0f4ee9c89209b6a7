import { type RawBuilder, sql } from 'kysely'
import type { Begrip, Opzoeking, Treffer, Zoekindex, Zoekopslag, Zoeksoort } from '../zoeken/index.ts'
import { sleutelVan, woordenVan, type Zoekdocument } from '../zoeken/index.ts'
import { type Databank, inTransactie } from './databank.ts'

/** An index that no node has used for this long is removed; the nodes of a rolling update differ for minutes. */
const bewaarDagen = 2
/** Words that look like a typed word, for the caller to choose from. */
const kandidatenPerWoord = 12
/** Below this a word of the index does not look like what was typed. */
const gelijkenis = 0.2
/** Rows in one statement; PostgreSQL takes at most 65,535 parameters. */
const perKeer = 500

const ZOEKTAAL: Readonly<Record<string, string>> = { nl: 'dutch', en: 'english' }

/** PostgreSQL full text (Dutch and English stems) and trigrams behind the port of `zoeken`. */
export function zoekopslag(databank: Databank): Zoekopslag {
  return {
    async heeft(hash) {
      const { numUpdatedRows } = await databank
        .updateTable('zoek_index')
        .set({ gebruikt_op: sql<Date>`now()` })
        .where('hash', '=', hash)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    bewaar: (index) => bewaar(databank, index),
    async lijktOp(hash, taal, woorden) {
      const { rows } = await sql<{ gevraagd: string; woord: string }>`
        select g.woord as gevraagd, k.woord
        from unnest(${[...woorden]}::text[]) as g(woord)
        cross join lateral (
          select w.woord from zoek_woord w
          where w.hash = ${hash} and w.taal = ${taal}
            and (w.woord = g.woord or similarity(w.woord, g.woord) >= ${gelijkenis}
              or (length(w.woord) >= 4 and position(w.woord in g.woord) > 0))
          order by w.woord = g.woord desc, similarity(w.woord, g.woord) desc
          limit ${kandidatenPerWoord}
        ) k`.execute(databank)
      return new Map(
        [...Map.groupBy(rows, (rij) => rij.gevraagd)].map(([woord, rij]) => [woord, rij.map((r) => r.woord)]),
      )
    },
    zoek: (opzoeking) => zoek(databank, opzoeking),
  }
}

function bewaar(databank: Databank, { hash, documenten, woorden, delen }: Zoekindex): Promise<void> {
  return inTransactie(databank, async (tx) => {
    const nieuw = await tx
      .insertInto('zoek_index')
      .values({ hash })
      .onConflict((oc) => oc.doNothing())
      .executeTakeFirst()
    // Another node made the same index at the same moment.
    if (nieuw.numInsertedOrUpdatedRows === 0n) return
    for (let van = 0; van < documenten.length; van += perKeer) {
      const deel = documenten.slice(van, van + perKeer)
      await sql`
        insert into zoek_document (hash, taal, sleutel, soort, id, ouder, titel, kort, gebied, namen, vector, vakvector)
        values ${sql.join(deel.map((d) => rij(hash, d, delen.get(`${d.taal} ${sleutelVan(d)}`) ?? [])))}`.execute(
        tx,
      )
    }
    for (const taal of new Set(woorden.map((w) => w.taal))) {
      const lijst = woorden.filter((w) => w.taal === taal).map((w) => w.woord)
      await sql`insert into zoek_woord (hash, taal, woord) select ${hash}, ${taal}, unnest(${lijst}::text[])`.execute(
        tx,
      )
    }
    await sql`delete from zoek_index where gebruikt_op < now() - make_interval(days => ${bewaarDagen})`.execute(
      tx,
    )
  })
}

function rij(hash: string, d: Zoekdocument, delen: readonly string[]): RawBuilder<unknown> {
  const config = ZOEKTAAL[d.taal] ?? 'simple'
  const plat = (tekst: string) => tekst.normalize('NFD').replace(/\p{Mn}+/gu, '')
  const deel = (tekst: string, gewicht: string) =>
    sql`setweight(to_tsvector(${config}::text::regconfig, ${plat(tekst)}), ${sql.lit(gewicht)})`
  const vector = sql`${deel(d.titel, 'A')} || ${deel([...d.woorden, ...delen].join(' . '), 'B')} ||
    ${deel(d.kort, 'C')} || ${deel(d.tekst, 'D')}`
  return sql`(${hash}, ${d.taal}, ${sleutelVan(d)}, ${d.soort}, ${d.id}, ${d.ouder ?? null}, ${d.titel}, ${d.kort},
    ${d.gebied ?? null}, ${[d.titel, ...d.namen].map((naam) => woordenVan(naam).join(' '))}::text[], ${vector}, ${deel(d.vaktekst, 'C')})`
}

/** What kinds of things come first when they fit equally well. */
const VOORRANG: Readonly<Record<Zoeksoort, number>> = {
  gebeurtenis: 1.1,
  regeling: 1.1,
  organisatie: 1,
  pagina: 1,
  stap: 0.65,
}

async function zoek(databank: Databank, opzoeking: Opzoeking): Promise<readonly Treffer[]> {
  const { index, taal, doelgroep, begrippen, geheel, synoniem, gebieden, hoogstens } = opzoeking
  const vector = doelgroep === 'medewerker' ? sql`(vector || vakvector)` : sql`vector`
  const hier = sql`from zoek_document where hash = ${index} and taal = ${taal}`
  const query = begrippen.map(({ woord, sterk, zwak }) => ({
    woord,
    sterk: { q: tsquery(taal, sterk), aantal: sterk.length },
    zwak: { q: tsquery(taal, zwak), aantal: zwak.length },
  }))
  const gewichten = await zeldzaamheid(databank, {
    vector,
    hier,
    sterk: begrippen.map((b) => tsquery(taal, b.sterk.slice(0, 2))),
  })
  const punten = query.map(({ sterk, zwak }, i) => {
    // ts_rank shares out over the words of the query: a notion with many synonyms would count for little.
    const rang = ({ q, aantal }: { q: RawBuilder<unknown>; aantal: number }) =>
      sql`least(1, ${aantal}::int * ts_rank('{0.03, 0.3, 0.65, 1.0}', ${vector}, ${q}))`
    return sql`${gewichten[i] ?? 1}::float8 * case when ${vector} @@ ${sterk.q} then 0.3 + 3 * ${rang(sterk)}
      when ${vector} @@ ${zwak.q} then 0.15 + 1.2 * ${rang(zwak)} else 0 end`
  })
  const door = query.map(
    ({ woord, sterk, zwak }) =>
      sql`case when ${vector} @@ ${sterk.q} or ${vector} @@ ${zwak.q} then ${woord}::text end`,
  )
  const voorrang = sql.join(
    Object.entries(VOORRANG).map(([soort, factor]) => sql`when soort = ${soort} then ${factor}::float8`),
    sql` `,
  )
  const { rows } = await sql<Treffer & { ouder: string | null; gebied: string | null }>`
    select soort, id, ouder, titel, kort, gebied, array_remove(door, null) as door from (
      select *, array[${sql.join(door)}]::text[] as door, (case ${voorrang} end) * (
        (${sql.join(punten, sql` + `)} + (case when namen && ${[...synoniem]}::text[] then 0.5 else 0 end))
        * (case when gebied is null then 1 when gebied = any(${[...gebieden]}::text[]) then 1.2 else 0.45 end)
        + (case when namen && ${[...geheel]}::text[] then 2 else 0 end)) as score
      ${hier}
    ) d where score > 0.3 order by score desc, length(titel), titel, sleutel limit ${hoogstens}`.execute(
    databank,
  )
  return rows.map(({ ouder, gebied, ...rest }) => ({
    ...rest,
    ouder: ouder ?? undefined,
    gebied: gebied ?? undefined,
  }))
}

/**
 * How much each notion tells: a word that stands everywhere decides less than one that stands once.
 * Counted over the word and its first synonym: with all of them every notion would seem common.
 */
async function zeldzaamheid(
  databank: Databank,
  delen: {
    readonly vector: RawBuilder<unknown>
    readonly hier: RawBuilder<unknown>
    readonly sterk: readonly RawBuilder<unknown>[]
  },
): Promise<readonly number[]> {
  const tellingen = delen.sterk.map((q) => sql`count(*) filter (where ${delen.vector} @@ ${q})`)
  const { rows } = await sql<{ alle: number; met: number[] }>`
    select count(*) as alle, array[${sql.join(tellingen)}]::int[] as met ${delen.hier}`.execute(databank)
  const { alle, met } = rows[0] ?? { alle: 0, met: [] }
  const hoogste = Math.log(1 + alle)
  return met.map((aantal) => (aantal === 0 ? 1 : Math.log(1 + alle / aantal) / hoogste))
}

/** Words are letters and digits only, so that they can stand between quotes in a tsquery. */
function tsquery(taal: string, woorden: Begrip['sterk']): RawBuilder<unknown> {
  const delen = woorden.map((woord) =>
    woord
      .split(' ')
      .map((deel) => (deel.endsWith('*') ? `'${deel.slice(0, -1)}':*` : `'${deel}'`))
      .join(' <-> '),
  )
  return sql`to_tsquery(${ZOEKTAAL[taal] ?? 'simple'}::text::regconfig, ${delen.map((d) => `(${d})`).join(' | ')})`
}
