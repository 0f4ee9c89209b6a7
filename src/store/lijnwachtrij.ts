import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import {
  type Bewaardvoorval,
  belteamId,
  type Plekverschil,
  type Voorval,
  type WachtrijStore,
} from '../lijnen/index.ts'
import { slotOp, vrijePlek } from './afspraken.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import {
  losVoorvalrij,
  maakStand,
  type Standschrift,
  schrijfStanden,
  schrijfVoorvallen,
  voorvalrij,
} from './lijnschrift.ts'
import { isVastgelegd, lijnstandenVan } from './lijnstanden.ts'
import { samen } from './samen.ts'

/** The queue of a pool as one value. Whoever writes on an older number is refused, so that no node undoes another. */
export function wachtrijOpslag(databank: Databank): WachtrijStore {
  const { alsTaak } = ingangen(databank)
  const standen = lijnstandenVan(databank)
  const schrijf = samen((schriften: readonly Standschrift[]) =>
    alsTaak(
      'lijnen',
      async (tx) => {
        const [eerste] = schriften
        if (eerste !== undefined && schriften.length === 1) return [await schrijfEen(tx, eerste)]
        const [nu, later] = eenPerRij(schriften)
        const gezet = await schrijfStanden(tx, nu)
        return schriften.map((een) => !later.has(een) && gezet.has(een.wachtrij.id))
      },
      'ineens',
    ),
  )
  return {
    lees: standen.lees,
    bekend: standen.bekend,
    async schrijf(wachtrij, vanNr, voorvallen, mee) {
      const { plekken, bewijzen = [], oproep, sluit } = mee ?? {}
      const eerste = wachtrij.nr - voorvallen.length + 1
      const rijen = voorvallen.map((voorval, i) => voorvalrij(voorval, { pool: wachtrij.id, nr: eerste + i }))
      const isMeer = bewijzen.length > 0 || (plekken?.erbij.length ?? 0) + (plekken?.weg.length ?? 0) > 0
      const schrift = { wachtrij, vanNr, rijen, oproep, sluit }
      // Most change nothing but the queue and the call: one message to the database, also for many.
      const isGeschreven = isMeer
        ? await metPlekken((vol) =>
            alsTaak('lijnen', async (tx) => {
              if (!(await schrijfEen(tx, schrift))) return false
              if (plekken !== undefined && !(await zetPlekken(tx, wachtrij.id, plekken))) throw vol
              await voegBewijsToe(tx, bewijzen)
              return true
            }),
          )
        : await schrijf(schrift)
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
        const rij = losVoorvalrij(voorval)
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

async function schrijfEen(tx: Tx, schrift: Standschrift): Promise<boolean> {
  if (schrift.vanNr === undefined) return maakStand(tx, schrift)
  return (await schrijfStanden(tx, [schrift])).has(schrift.wachtrij.id)
}

/** Of each queue the first; whoever comes after that, or with one that is not there yet, tries once more. */
function eenPerRij(schriften: readonly Standschrift[]): [readonly Standschrift[], ReadonlySet<Standschrift>] {
  const pools = new Set<string>()
  const later = new Set<Standschrift>()
  for (const een of schriften) {
    if (een.vanNr === undefined || pools.has(een.wachtrij.id)) later.add(een)
    pools.add(een.wachtrij.id)
  }
  return [schriften.filter((een) => !later.has(een)), later]
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

async function isNieuw(tx: Tx, beller: string, soort: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`lijn_voorval ${beller}`}, 0))`.execute(tx)
  const { rows } =
    await sql`select 1 from lijn_voorval where beller = ${beller} and soort = ${soort}`.execute(tx)
  return rows.length === 0
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

/** What happened in queues is counted for a year, and then gone; the last of each queue once more has happened there. */
export function lijnvoorvalOpruimer(bewaring: Databank): Opruimer {
  return {
    verwerking: 'lijn-tellen',
    ruimOp: (grens) =>
      ingangen(bewaring).alsTaak('bewaring', async (tx) => {
        const { numAffectedRows } =
          await sql`delete from lijn_voorval v where op < ${grens} and ${isVastgelegd}`.execute(tx)
        return Number(numAffectedRows ?? 0n)
      }),
  }
}
