import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import type { Belgesprek, GesprekStore } from '../lijnen/index.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'
import { samen } from './samen.ts'

/** Notices about calls, for whoever holds a browser that is in one. */
export const seinKanaal = 'voordeur_seinen'
export const gesprekKanaal = 'voordeur_gesprekken'

/** Named limit: more than can ring for one at once, and more than one was in while calls are kept. */
const hoogstens = 200

/** Calls; which of them somebody reaches, row-level security holds. */
export function belgesprekOpslag(databank: Databank): GesprekStore {
  const { alsTaakMetHashes, alsMedewerker } = ingangen(databank)
  // Asked at every message of every call.
  const vind = samen((ids: readonly string[]) =>
    alsTaakMetHashes(
      'gesprekken',
      ids.map(kenmerkVan),
      async (tx) => {
        const { rows } = await sql<Rij & { id: string }>`select id, stand from belgesprek
          where id = any(${ids}::text[])`.execute(tx)
        const per = new Map(rows.map(({ id, stand }) => [id, stand]))
        return ids.map((id) => per.get(id))
      },
      'lezen',
    ),
  )
  const vindBijKenmerk = samen((kenmerken: readonly Buffer[]) =>
    alsTaakMetHashes(
      'gesprekken',
      kenmerken,
      async (tx) => {
        const gezocht = kenmerken.map((een) => een.toString('hex'))
        const { rows } = await sql<Rij & { kenmerken: readonly string[] }>`select stand, kenmerken
          from belgesprek where kenmerken && ${gezocht}::text[]`.execute(tx)
        return gezocht.map((een) => rows.find((rij) => rij.kenmerken.includes(een))?.stand)
      },
      'lezen',
    ),
  )
  const schrijf = (hoe: (rijen: string) => ReturnType<typeof sql<{ id: string }>>) =>
    samen((gesprekken: readonly Belgesprek[]) =>
      alsTaakMetHashes(
        'gesprekken',
        gesprekken.map(({ id }) => kenmerkVan(id)),
        async (tx) => {
          // Of two writes of one call the second comes too late, as it would have alone.
          const eerste = new Map(gesprekken.toReversed().map((een) => [een.id, een]))
          const { rows } = await hoe(JSON.stringify([...eerste.values()].map(alsRij))).execute(tx)
          const geschreven = new Set(rows.map(({ id }) => id))
          return gesprekken.map((een) =>
            eerste.get(een.id) === een && geschreven.has(een.id) ? 'ok' : ('ingehaald' as const),
          )
        },
        'ineens',
      ),
    )
  const voegToe = schrijf(
    (rijen) => sql`insert into belgesprek
        (id, nr, stand, kenmerken, organisaties, begonnen, gewijzigd_ms, is_voorbij)
      select id, nr, stand, kenmerken, organisaties, begonnen, gewijzigd_ms, is_voorbij
      from ${alsRijen(rijen)} on conflict do nothing returning id`,
  )
  const wijzig = schrijf(
    (rijen) => sql`update belgesprek b set nr = r.nr, stand = r.stand, kenmerken = r.kenmerken,
        organisaties = r.organisaties, gewijzigd_ms = r.gewijzigd_ms, is_voorbij = r.is_voorbij
      from ${alsRijen(rijen)} where b.id = r.id and b.nr = r.nr - 1 returning b.id`,
  )
  let beurt: Promise<unknown> = Promise.resolve()
  return {
    vind,
    vindBijIngang: (ingang) => vindBijKenmerk(Buffer.from(ingang, 'hex')),
    vanOrganisatie: (wie) =>
      alsMedewerker(
        wie,
        async (tx) => {
          const { rows } = await sql<Rij>`select stand from belgesprek
            where organisaties @> array[${wie.organisatie}::text] and not is_voorbij
              and jsonb_path_exists(stand, ${vanMij}::jsonpath, ${JSON.stringify(wieIs(wie))}::jsonb)
            order by begonnen desc limit ${hoogstens}`.execute(tx)
          return rows.map(({ stand }) => stand)
        },
        { wijze: 'lezen' },
      ),
    geweest: (wie) =>
      alsMedewerker(
        wie,
        async (tx) => {
          const erin = JSON.stringify([
            { partij: { organisatie: wie.organisatie, medewerker: wie.medewerker } },
          ])
          const { rows } = await sql<Rij>`select stand from belgesprek
            where organisaties @> array[${wie.organisatie}::text] and stand -> 'deelnemers' @> ${erin}::jsonb
            order by begonnen desc limit ${hoogstens}`.execute(tx)
          return rows.map(({ stand }) => stand)
        },
        { wijze: 'lezen' },
      ),
    gewijzigd: (wie) =>
      alsMedewerker(
        wie,
        async (tx) => {
          const { rows } = await sql<{ ms: string | number | null }>`select max(gewijzigd_ms) as ms
            from belgesprek where organisaties @> array[${wie.organisatie}::text]`.execute(tx)
          return Number(rows[0]?.ms ?? 0)
        },
        { wijze: 'lezen' },
      ),
    bewaar: (gesprek) => (gesprek.nr === 1 ? voegToe(gesprek) : wijzig(gesprek)),
    omDeBeurt: (wie, fn) => {
      const doe = () =>
        alsMedewerker(wie, async (tx) => {
          const slot = JSON.stringify(['telefoon', wie.organisatie, wie.medewerker])
          await sql`select pg_advisory_xact_lock(hashtextextended(${slot}, 0))`.execute(tx)
          return fn()
        })
      // It holds a connection while what it does asks for another: on one node one at a time, or they wait for each other.
      const mijn = beurt.then(doe)
      beurt = mijn.catch(() => {})
      return mijn
    },
  }
}

function alsRij(gesprek: Belgesprek) {
  const { id, nr, begonnenMs, gewijzigdMs, beeindigdMs } = gesprek
  return {
    ...{ id, nr, stand: gesprek, organisaties: organisatiesVan(gesprek) },
    kenmerken: [kenmerkVan(id).toString('hex'), ...ingangenVan(gesprek)],
    ...{ begonnen: new Date(begonnenMs), gewijzigd_ms: gewijzigdMs, is_voorbij: beeindigdMs !== undefined },
  }
}

function alsRijen(rijen: string) {
  return sql`jsonb_to_recordset(${rijen}::jsonb) as r (id text, nr integer, stand jsonb, kenmerken text[],
    organisaties text[], begonnen timestamptz, gewijzigd_ms bigint, is_voorbij boolean)`
}

/** Rings for them, or they are in it; of colleagues who talk somewhere else there is no end. */
const vanMij = `$.deelnemers[*] ? (@.partij.organisatie == $organisatie &&
  (@.partij.medewerker == $medewerker || (@.stand == "gaat-over" && !exists(@.partij.medewerker))))`

function wieIs({ medewerker, organisatie }: { readonly medewerker: string; readonly organisatie: string }) {
  return { medewerker, organisatie }
}

interface Rij {
  readonly stand: Belgesprek
}

/** By which a call is named to row-level security. */
export function kenmerkVan(id: string): Buffer {
  return createHash('sha256').update(`voordeur belgesprek|${id}`).digest()
}

/** Codes that still work, and keys of browsers that are in it: who left has none. */
function ingangenVan({ deelnemers, beeindigdMs }: Belgesprek): readonly string[] {
  if (beeindigdMs !== undefined) return []
  return deelnemers.flatMap(({ partij, stand }) =>
    partij.soort === 'gast' && (stand === 'gaat-over' || stand === 'in-gesprek') ? [partij.ingang] : [],
  )
}

function organisatiesVan({ deelnemers }: Belgesprek): readonly string[] {
  return [
    ...new Set(
      deelnemers.flatMap(({ partij }) => (partij.soort === 'medewerker' ? [partij.organisatie] : [])),
    ),
  ]
}

/** Counted from when it began: no call lasts a day. */
export function belgesprekOpruimer(bewaring: Databank): Opruimer {
  return {
    verwerking: 'gesprek-voeren',
    ruimOp: (grens) =>
      ingangen(bewaring).alsTaak('bewaring', async (tx) => {
        const { numAffectedRows } = await sql`delete from belgesprek where begonnen < ${grens}`.execute(tx)
        return Number(numAffectedRows ?? 0n)
      }),
  }
}
