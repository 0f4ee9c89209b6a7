import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import { type Belgesprek, type GesprekStore, STIL_MS, volgendeMs } from '../lijnen/index.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'
import { samen } from './samen.ts'

/** Notices about calls, for whoever holds a browser that is in one. */
export const seinKanaal = 'voordeur_seinen'
export const gesprekKanaal = 'voordeur_gesprekken'

/** Named limit: more than can ring for one at once, and more than one was in while calls are kept. */
const hoogstens = 200

/** Named limit: so many calls are looked at in one round; the next one takes the rest. */
const hoogstensPerRonde = 500

/** Calls; which of them somebody reaches, row-level security holds. */
export function belgesprekOpslag(databank: Databank): GesprekStore {
  const { alsTaak, alsTaakMetHashes, alsMedewerker } = ingangen(databank)
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
  const schrijf = (hoe: (rijen: string, ids: readonly string[]) => ReturnType<typeof sql<{ id: string }>>) =>
    samen((alle: readonly Geschrift[]) =>
      alsTaakMetHashes(
        'gesprekken',
        alle.map(({ gesprek }) => kenmerkVan(gesprek.id)),
        async (tx) => {
          // Of two writes of one call the second comes too late, as it would have alone.
          const eerste = new Map(alle.toReversed().map((een) => [een.gesprek.id, een]))
          const rijen = JSON.stringify([...eerste.values()].map(alsRij))
          const { rows } = await hoe(rijen, [...eerste.keys()]).execute(tx)
          const geschreven = new Set(rows.map(({ id }) => id))
          return alle.map((een) =>
            eerste.get(een.gesprek.id) === een && geschreven.has(een.gesprek.id)
              ? 'ok'
              : ('ingehaald' as const),
          )
        },
        'ineens',
      ),
    )
  const voegToe = schrijf(
    (rijen) => sql`insert into belgesprek
        (id, nr, stand, kenmerken, organisaties, begonnen, gewijzigd_ms, is_voorbij, volgend_ms)
      select id, nr, stand, kenmerken, organisaties, begonnen, gewijzigd_ms, is_voorbij, volgend_ms
      from ${alsRijen(rijen)} on conflict do nothing returning id`,
  )
  const wijzig = schrijf(
    (
      rijen,
      ids,
    ) => sql`${slotOp(ids)} update belgesprek b set nr = r.nr, stand = r.stand, kenmerken = r.kenmerken,
        organisaties = r.organisaties, gewijzigd_ms = r.gewijzigd_ms, is_voorbij = r.is_voorbij,
        volgend_ms = r.volgend_ms, lijst_nr = b.lijst_nr + r.lijst
      from ${alsRijen(rijen)} where b.id = r.id and b.nr = r.nr - 1 and ${isOpSlot(ids)} returning b.id`,
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
          // Of what was cleared away the count stays: it never goes down before somebody who has a list open.
          const { rows } = await sql<{ nr: string | number }>`select
            coalesce((select sum(lijst_nr) from belgesprek where organisaties @> array[${wie.organisatie}::text]), 0)
            + coalesce((select nr from belgesprek_geweest where organisatie = ${wie.organisatie}), 0) as nr`.execute(
            tx,
          )
          return Number(rows[0]?.nr ?? 0)
        },
        { wijze: 'lezen' },
      ),
    bewaar: (gesprek, isOokLijst) => (gesprek.nr === 1 ? voegToe : wijzig)({ gesprek, isOokLijst }),
    hoort: (gesprekken) =>
      gesprekken.length === 0
        ? Promise.resolve()
        : alsTaakMetHashes(
            'gesprekken',
            gesprekken.map(kenmerkVan),
            async (tx) => {
              await sql`${slotOp(gesprekken)} update belgesprek b set gehoord = now()
                where id = any(${gesprekken}::text[]) and ${isOpSlot(gesprekken)}`.execute(tx)
            },
            'ineens',
          ),
    opTijd: (nu, ookStil) =>
      alsTaak(
        'gesprekken-ronde',
        async (tx) => {
          const { rows } = await sql<{ id: string; is_stil: boolean }>`select id, is_stil from (select *,
              ${ookStil} and gehoord < now() - make_interval(secs => ${STIL_MS / 1000}) as is_stil from belgesprek) b
            where not is_voorbij and (volgend_ms <= ${nu.getTime()} or is_stil) order by volgend_ms
            limit ${hoogstensPerRonde}`.execute(tx)
          return rows.map(({ id, is_stil: isStil }) => ({ id, isStil }))
        },
        'lezen',
      ),
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

/** Several are locked in one order, so that two nodes never wait for each other. One waits for nobody while it holds one. */
function slotOp(ids: readonly string[]) {
  return ids.length > 1
    ? sql`with slot as materialized (select id from belgesprek where id = any(${ids}::text[]) order by id
        for no key update)`
    : sql``
}

function isOpSlot(ids: readonly string[]) {
  return ids.length > 1 ? sql`b.id in (select id from slot)` : sql`true`
}

interface Geschrift {
  readonly gesprek: Belgesprek
  readonly isOokLijst: boolean
}

function alsRij({ gesprek, isOokLijst }: Geschrift) {
  const { id, nr, begonnenMs, gewijzigdMs, beeindigdMs } = gesprek
  return {
    ...{ id, nr, stand: gesprek, organisaties: organisatiesVan(gesprek) },
    kenmerken: [kenmerkVan(id).toString('hex'), ...ingangenVan(gesprek)],
    ...{ begonnen: new Date(begonnenMs), gewijzigd_ms: gewijzigdMs, is_voorbij: beeindigdMs !== undefined },
    ...{ volgend_ms: volgendeMs(gesprek) ?? null, lijst: isOokLijst ? 1 : 0 },
  }
}

function alsRijen(rijen: string) {
  return sql`jsonb_to_recordset(${rijen}::jsonb) as r (id text, nr integer, stand jsonb, kenmerken text[],
    organisaties text[], begonnen timestamptz, gewijzigd_ms bigint, is_voorbij boolean, volgend_ms bigint, lijst integer)`
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
        const { rows } = await sql<{ aantal: string | number }>`with weg as (
            delete from belgesprek where begonnen < ${grens} returning organisaties, lijst_nr),
          geteld as (insert into belgesprek_geweest (organisatie, nr)
            select organisatie, sum(lijst_nr) from weg, unnest(organisaties) as organisatie group by organisatie
            on conflict (organisatie) do update set nr = belgesprek_geweest.nr + excluded.nr)
          select count(*) as aantal from weg`.execute(tx)
        return Number(rows[0]?.aantal ?? 0)
      }),
  }
}
