/** Queues as they are read: what this node read or wrote last is kept, and sent again by the database only when it changed. */
import { sql } from 'kysely'
import type { Wachtrij } from '../lijnen/index.ts'
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
  /** Read when `was` was known here: whoever wrote meanwhile knows it better. */
  readonly onthoudGelezen: (wachtrij: Wachtrij, was: Wachtrij | undefined) => void
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
  const onthoudGelezen = (wachtrij: Wachtrij, was: Wachtrij | undefined) => {
    if (onthouden.get(wachtrij.id) === was) onthoud(wachtrij)
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
        const { rows } = await sql<{
          plaats: number
          stand: Wachtrij | null
          geweest: boolean
        }>`select g.plaats::int as plaats, case when w.nr <> g.nr then w.stand end as stand,
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
          if (rij.stand !== null) onthoudGelezen(rij.stand, was)
          return { stand: rij.stand ?? was, isGeweest: rij.geweest }
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
    onthoudGelezen,
  }
}

/** No queue has that number. */
export const ONBEKEND = -1
