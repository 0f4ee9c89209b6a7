import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import {
  type Bewaardvoorval,
  belteamId,
  type Plekverschil,
  type Voorval,
  volgendMoment,
  type Wachtrij,
  type WachtrijStore,
} from '../lijnen/index.ts'
import { slotOp, vrijePlek } from './afspraken.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { openLijnstanden } from './lijnstanden.ts'

/** The queue of a pool as one value. Whoever writes on an older number is refused, so that no node undoes another. */
export function wachtrijOpslag(databank: Databank): WachtrijStore {
  const { alsTaak } = ingangen(databank)
  const standen = openLijnstanden(databank)
  return {
    lees: standen.lees,
    bekend: standen.bekend,
    async schrijf(wachtrij, vanNr, voorvallen, mee) {
      const { plekken, bewijzen = [] } = mee ?? {}
      const eerste = wachtrij.nr - voorvallen.length + 1
      const rijen = voorvallen.map((voorval, i) => voorvalrij(voorval, { pool: wachtrij.id, nr: eerste + i }))
      const isMeer = bewijzen.length > 0 || (plekken?.erbij.length ?? 0) + (plekken?.weg.length ?? 0) > 0
      // Most change nothing but the queue: one message to the database, and nobody waits for the next.
      const isGeschreven = isMeer
        ? await metPlekken((vol) =>
            alsTaak('lijnen', async (tx) => {
              if (!(await schrijfStand(tx, wachtrij, { vanNr, rijen }))) return false
              if (plekken !== undefined && !(await zetPlekken(tx, wachtrij.id, plekken))) throw vol
              await voegBewijsToe(tx, bewijzen)
              return true
            }),
          )
        : await alsTaak('lijnen', (tx) => schrijfStand(tx, wachtrij, { vanNr, rijen }), 'ineens')
      if (isGeschreven) standen.onthoud(wachtrij)
      return isGeschreven
    },
    async leesVoor(pool, beller) {
      const { stand: was, isGeweest } = await standen.leesVoor(pool, beller)
      return { was, isGeweest }
    },
    bezet: (teams, vanaf) =>
      alsTaak(
        'lijnen',
        async (tx) => {
          const bij = new Map(teams.map((id) => [belteamId(id), id]))
          const { rows } = await sql<{ team: string; begin: Date }>`select team, begin from afspraak_plek
            where team = any(${[...bij.keys()]}::text[]) and einde > ${vanaf} and pool is null`.execute(tx)
          return Map.groupBy(
            rows.map(({ team, begin }) => [bij.get(team) ?? team, begin.getTime()] as const),
            ([team]) => team,
          )
        },
        'lezen',
      ).then((per) => new Map([...per].map(([team, rij]) => [team, rij.map(([, ms]) => ms)]))),
    noteer: (voorval) =>
      alsTaak('lijnen', async (tx) => {
        const rij = voorvalrij(voorval, { pool: null, nr: null })
        // Sent again, also at the same moment by another node: it is counted once.
        if (rij.beller !== null && !(await isNieuw(tx, rij.beller, rij.soort))) return
        await schrijfVoorvallen(tx, [rij])
      }),
    pools: () =>
      alsTaak(
        'lijnen',
        async (tx) => {
          const { rows } = await sql<{ pool: string }>`select pool from lijn_wachtrij order by pool`.execute(
            tx,
          )
          return rows.map(({ pool }) => pool)
        },
        'lezen',
      ),
  }
}

/** What was written before a place turned out to be taken is undone with it. */
async function metPlekken(doe: (vol: Error) => Promise<boolean>): Promise<boolean> {
  const vol = new Error('een plek is niet meer vrij')
  try {
    return await doe(vol)
  } catch (fout) {
    if (fout === vol) return false
    throw fout
  }
}

/** In one order of teams, so that two queues never wait for each other. `false`: one is not free any more. */
async function zetPlekken(tx: Tx, pool: string, { erbij, weg }: Plekverschil): Promise<boolean> {
  for (const plek of [...new Set([...erbij, ...weg].map((een) => een.plek))].toSorted())
    await slotOp(tx, plek)
  for (const { plek, begin } of weg)
    await sql`delete from afspraak_plek where ctid in (select ctid from afspraak_plek
      where team = ${plek} and begin = ${begin} and pool = ${pool} limit 1)`.execute(tx)
  for (const { plek: team, capaciteit, ...vak } of erbij) {
    const plek = await vrijePlek(tx, team, vak, capaciteit)
    if (plek === undefined) return false
    await sql`insert into afspraak_plek (team, begin, plek, einde, pool)
      values (${team}, ${vak.begin}, ${plek}, ${vak.einde}, ${pool})`.execute(tx)
  }
  return true
}

type Voorvalrij = ReturnType<typeof voorvalrij>

/**
 * What somebody counts by stands in a column of its own: the team, and the random numbers of caller and shift, by which
 * what happened to one call is put together.
 */
function voorvalrij(
  { opMs, inhoud }: Voorval,
  plaats: { readonly pool: string | null; readonly nr: number | null },
) {
  const beller = 'beller' in inhoud ? inhoud.beller : undefined
  return {
    ...plaats,
    op: new Date(opMs).toISOString(),
    soort: inhoud.soort,
    team: teamVan(inhoud) ?? null,
    beller: (typeof beller === 'object' ? beller.id : beller) ?? null,
    plek: ('plek' in inhoud ? inhoud.plek : undefined) ?? null,
    inhoud,
  }
}

function teamVan(inhoud: Voorval['inhoud']): string | undefined {
  switch (inhoud.soort) {
    case 'aangekomen':
      return inhoud.beller.passend[0]?.team
    case 'verbonden':
      return inhoud.team
    case 'aangeboden':
      return inhoud.aanbod.team
    case 'toegezegd':
      return inhoud.toezegging.team
    case 'toezegging-gemist':
      return inhoud.gemist.team
    default:
      return undefined
  }
}

/** What is to be counted and changes no queue, in the statement of what it goes with: when `gezet` gives a row. */
export function voegLosVoorvalBij(voorval: Voorval) {
  return bijGezet([voorvalrij(voorval, { pool: null, nr: null })])
}

function bijGezet(rijen: readonly Voorvalrij[]) {
  return sql`erbij as (${voegVoorvallenToe(rijen)} where exists (select 1 from gezet) order by nr returning 1)`
}

/** `false`: somebody wrote since, and nothing of this was. */
async function schrijfStand(
  tx: Tx,
  wachtrij: Wachtrij,
  { vanNr, rijen }: { readonly vanNr: number | undefined; readonly rijen: readonly Voorvalrij[] },
): Promise<boolean> {
  const { id, nr } = wachtrij
  const stand = JSON.stringify(wachtrij)
  const volgend = volgendMoment(wachtrij) ?? null
  const gezet =
    vanNr === undefined
      ? sql`insert into lijn_wachtrij (pool, nr, stand, volgend) values (${id}, ${nr}, ${stand}::jsonb, ${volgend})
          on conflict do nothing returning pool`
      : sql`update lijn_wachtrij set nr = ${nr}, stand = ${stand}::jsonb, volgend = ${volgend}
          where pool = ${id} and nr = ${vanNr} returning pool`
  const { rows } = await sql`with gezet as (${gezet}), ${bijGezet(rijen)} select pool from gezet`.execute(tx)
  return rows.length === 1
}

async function isNieuw(tx: Tx, beller: string, soort: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`lijn_voorval ${beller}`}, 0))`.execute(tx)
  const { rows } =
    await sql`select 1 from lijn_voorval where beller = ${beller} and soort = ${soort}`.execute(tx)
  return rows.length === 0
}

async function schrijfVoorvallen(tx: Tx, rijen: readonly Voorvalrij[]): Promise<void> {
  if (rijen.length > 0) await sql`${voegVoorvallenToe(rijen)} order by nr`.execute(tx)
}

function voegVoorvallenToe(rijen: readonly Voorvalrij[]) {
  return sql`insert into lijn_voorval (pool, nr, op, soort, team, beller, plek, inhoud)
    select pool, nr, op, soort, team, beller, plek, inhoud
    from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as r (pool text, nr bigint, op timestamptz,
      soort text, team text, beller text, plek text, inhoud jsonb)`
}

/** Named limit: so many at once are read. */
export const HOOGSTENS_GELEZEN = 100_000

/**
 * What happened from one moment until another, oldest first; of one pool, or of all. Where there is more than is read at
 * once, the last of it.
 */
export function lijnvoorvalOpslag(databank: Databank, hoogstens = HOOGSTENS_GELEZEN) {
  const { alsTaak } = ingangen(databank)
  return {
    lees: (van: Date, tot: Date, pool?: string): Promise<readonly Bewaardvoorval[]> =>
      alsTaak(
        'lijnen',
        async (tx) => {
          const { rows } = await sql<{
            pool: string | null
            team: string | null
            op: Date
            inhoud: Voorval['inhoud']
          }>`select pool, team, op, inhoud from lijn_voorval where op >= ${van} and op < ${tot}
            and (${pool ?? null}::text is null or pool = ${pool ?? null}) order by id desc limit ${hoogstens}`.execute(
            tx,
          )
          return rows.reverse().map((rij) => ({
            opMs: rij.op.getTime(),
            inhoud: rij.inhoud,
            ...(rij.pool !== null && { pool: rij.pool }),
            ...(rij.team !== null && { team: rij.team }),
          }))
        },
        'lezen',
      ),
  }
}

/** What happened in queues is counted for a year, and then gone. */
export function lijnvoorvalOpruimer(bewaring: Databank): Opruimer {
  return {
    verwerking: 'lijn-tellen',
    ruimOp: (grens) =>
      ingangen(bewaring).alsTaak('bewaring', async (tx) => {
        const { numAffectedRows } = await sql`delete from lijn_voorval where op < ${grens}`.execute(tx)
        return Number(numAffectedRows ?? 0n)
      }),
  }
}
