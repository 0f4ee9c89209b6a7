/** Queues as they are read: what this node read or wrote last is kept, and sent again by the database only when it changed. */
import { sql } from 'kysely'
import { speelAf, type Voorval, type Wachtrij } from '../lijnen/index.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'
import { samen } from './samen.ts'

export interface Gelezen {
  readonly stand: Wachtrij | undefined
  /** A call of that id came in there once. */
  readonly isGeweest: boolean
}

export interface Lijnstanden {
  /** As it stands in the database now. */
  readonly lees: (pool: string) => Promise<Wachtrij | undefined>
  readonly leesVoor: (pool: string, beller: string) => Promise<Gelezen>
  /** As this node knew it last: others may have written since. */
  readonly bekend: (pool: string | undefined) => Wachtrij | undefined
  readonly onthoud: (wachtrij: Wachtrij) => void
  /** Read when `was` was known here; kept, unless this node wrote meanwhile. */
  readonly gelezen: (rij: Standrij, was: Wachtrij | undefined) => Wachtrij | undefined
}

/** Named limit: of more queues than this the one that was not used for the longest is read whole again. */
const HOOGSTENS_ONTHOUDEN = 1_000

const geopend = new WeakMap<Databank, Lijnstanden>()

/** Of this node one: what one part of it read, another need not read again. */
export function lijnstandenVan(databank: Databank): Lijnstanden {
  const al = geopend.get(databank) ?? openLijnstanden(databank)
  geopend.set(databank, al)
  return al
}

/** A queue of hundreds of shifts is a large value, and each command and each page that is open asks for it. */
function openLijnstanden(databank: Databank): Lijnstanden {
  const { alsTaak } = ingangen(databank)
  const onthouden = new Map<string, Wachtrij>()
  const onthoud = (wachtrij: Wachtrij) => {
    onthouden.delete(wachtrij.id)
    onthouden.set(wachtrij.id, wachtrij)
    const oudste = onthouden.keys().next().value
    if (onthouden.size > HOOGSTENS_ONTHOUDEN && oudste !== undefined) onthouden.delete(oudste)
  }
  const gelezen: Lijnstanden['gelezen'] = (rij, was) => {
    const stand = standUit(rij, was)
    // Whoever wrote meanwhile knows it better.
    if (stand !== undefined && stand !== was && onthouden.get(stand.id) === was) onthoud(stand)
    return stand
  }
  const lees = samen((vragen: readonly { readonly pool: string; readonly beller?: string }[]) => {
    const bekend = new Map(vragen.map(({ pool }) => [pool, onthouden.get(pool)]))
    const gevraagd = {
      pools: vragen.map(({ pool }) => pool),
      bellers: vragen.map(({ beller }) => beller ?? null),
      nrs: vragen.map(({ pool }) => bekend.get(pool)?.nr ?? ONBEKEND),
    }
    return alsTaak(
      'lijnen',
      async (tx) => {
        const { rows } = await sql<
          Standrij & {
            plaats: number
            geweest: boolean
          }
        >`select g.plaats::int as plaats, ${standkolommen},
            g.beller is not null and exists (select 1 from lijn_voorval v where v.beller = g.beller
              and v.pool = g.pool and v.soort in ('aangekomen', 'geen-lijn')) as geweest
          from unnest(${gevraagd.pools}::text[], ${gevraagd.bellers}::text[], ${gevraagd.nrs}::bigint[])
            with ordinality as g (pool, beller, nr, plaats) join lijn_wachtrij w on w.pool = g.pool`.execute(
          tx,
        )
        const perPlaats = new Map(rows.map((rij) => [rij.plaats, rij]))
        return vragen.map(({ pool }, i): Gelezen => {
          const rij = perPlaats.get(i + 1)
          if (rij === undefined) return { stand: undefined, isGeweest: false }
          const was = bekend.get(pool)
          return { stand: gelezen(rij, was), isGeweest: rij.geweest }
        })
      },
      'lezen',
    )
  })
  return {
    lees: async (pool) => (await lees({ pool })).stand,
    leesVoor: (pool, beller) => lees({ pool, beller }),
    bekend: (pool) => (pool === undefined ? undefined : onthouden.get(pool)),
    onthoud,
    gelezen,
  }
}

/** No queue has that number. */
export const ONBEKEND = -1

/**
 * The value of a queue is large and one event small: it is written whole once in so many events. In between only its
 * number is, and it follows from that value and what happened since. (A queue of fifty shifts is 12 kB; three writes of it
 * were a quarter of what a call cost.)
 */
const BLOK = 16
/** Named limit: whoever knows it from so many events ago gets those events, and not the whole. */
const HOOGSTENS_SINDS = 64

/** Also when it does not follow from what happened. */
export function isHeelNodig(nr: number, vanNr: number | undefined, voorvallen: number): boolean {
  return vanNr === undefined || nr !== vanNr + voorvallen || blokVan(nr) !== blokVan(vanNr)
}

function blokVan(nr: number): number {
  return Math.floor(nr / BLOK)
}

/** An event from which no queue has to follow any more: a later block has begun, with the whole value. */
export const isVastgelegd = sql`(v.pool is null or exists (select 1 from lijn_voorval later
  where later.pool = v.pool and later.nr >= (v.nr / ${sql.lit(BLOK)} + 1) * ${sql.lit(BLOK)}))`

export interface Standrij {
  /** `null`: there is no such queue. */
  readonly nr: number | null
  readonly stand: Wachtrij | null
  readonly sinds: readonly Voorval[] | null
}

const weetHetMeeste = sql`g.nr >= 0 and g.nr between w.nr - ${sql.lit(HOOGSTENS_SINDS)} and w.nr`

/** Of `lijn_wachtrij w` for who knows it at `g.nr`: what they lack. */
export const standkolommen = sql`w.nr, case when not (${weetHetMeeste}) then w.stand end as stand,
  case when w.nr <> g.nr then (
    select json_agg(json_build_object('opMs', (extract(epoch from v.op) * 1000)::bigint, 'inhoud', v.inhoud) order by v.nr)
    from lijn_voorval v where v.pool = w.pool and v.nr <= w.nr
      and v.nr > case when ${weetHetMeeste} then g.nr else (w.stand ->> 'nr')::bigint end) end as sinds`

function standUit({ nr, stand, sinds }: Standrij, was: Wachtrij | undefined): Wachtrij | undefined {
  const begin = stand ?? was
  if (nr === null || begin === undefined) return undefined
  const nu = speelAf(begin, sinds ?? [])
  if (nu.nr !== nr) throw new Error(`van wachtrij ${begin.id} ontbreekt wat er sinds ${begin.nr} gebeurde`)
  return nu
}
