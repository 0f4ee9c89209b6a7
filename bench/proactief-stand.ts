/** How far the proof is, beside what it is about, so that one that was broken off goes on where it was. */
import { randomInt } from 'node:crypto'
import type pg from 'pg'
import { type PersoonId, parsePersoonId } from '../src/domain/index.ts'
import { stilLog } from '../src/platform/index.ts'
import { openOpslag } from '../src/store/index.ts'
import { type Mens, metClient } from './proactief-mensen.ts'
import { openVolgwereld } from './proactief-wereld.ts'

export interface Proefstand {
  readonly zaad: number
  /** The people are there, and what stands below was sent. */
  readonly isBegonnen: boolean
  /** Per sender: so many bodies were taken in. */
  readonly zendingen: number[]
  ms: number
  gedood: number
  databankGedood: number
  /** Requests without an answer. */
  afgebroken: number
}

export async function leesStand(client: pg.Client): Promise<Proefstand> {
  await client.query('create table if not exists public.proefstand (stand jsonb not null)')
  const { rows } = await client.query<{ stand: Proefstand }>('select stand from public.proefstand')
  const nieuw = { zaad: randomInt(1_000_000), isBegonnen: false, zendingen: [] }
  return rows[0]?.stand ?? { ...nieuw, ms: 0, gedood: 0, databankGedood: 0, afgebroken: 0 }
}

export async function bewaarStand(client: pg.Client, stand: Proefstand): Promise<void> {
  await client.query(
    'with oud as (delete from public.proefstand) insert into public.proefstand (stand) values ($1)',
    [JSON.stringify(stand)],
  )
}

/** The people of a proof that goes on, in the order in which they were made. */
export async function vindMensen(
  databaseUrl: string,
): Promise<{ readonly mensen: readonly Mens[]; readonly sleutel: string }> {
  const opslag = await openOpslag({ databaseUrl, dataMap: undefined, log: stilLog })
  try {
    const { naam, sleutel } = openVolgwereld(opslag)
    const wie = await metClient(databaseUrl, async (client) => {
      const { rows } = await client.query<{ persoon: string }>(
        'select persoon::text from public.proefmens order by nr',
      )
      return rows.map(({ persoon }) => eisPersoon(persoon))
    })
    return { mensen: wie.map((persoon) => ({ persoon, naam: naam(persoon) })), sleutel }
  } finally {
    await opslag.sluit()
  }
}

export async function bewaarMensen(client: pg.Client, mensen: readonly Mens[]): Promise<void> {
  await client.query('drop table if exists public.proefmens')
  await client.query('create table public.proefmens (nr integer primary key, persoon uuid not null)')
  await client.query('insert into public.proefmens select * from unnest($1::integer[], $2::uuid[])', [
    mensen.map((_, nr) => nr),
    mensen.map(({ persoon }) => persoon),
  ])
}

function eisPersoon(tekst: string): PersoonId {
  const persoon = parsePersoonId(tekst)
  if (persoon === undefined) throw new Error('de proef kent iemand die niet bestaat')
  return persoon
}
