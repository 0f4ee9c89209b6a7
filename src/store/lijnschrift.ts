/** Writing a queue, with what happened in it, who called and whose call is over: all of it or nothing. */
import { sql } from 'kysely'
import {
  lijnonderwerpId,
  type Nieuweoproep,
  type Oproepafloop,
  type Voorval,
  volgendMoment,
  type Wachtrij,
} from '../lijnen/index.ts'
import type { Tx } from './context.ts'
import { isHeelNodig } from './lijnstanden.ts'

export interface Standschrift {
  readonly wachtrij: Wachtrij
  readonly vanNr: number | undefined
  readonly rijen: readonly Voorvalrij[]
  readonly oproep?: Nieuweoproep | undefined
  readonly sluit?: Oproepsluiting | undefined
}

export interface Oproepsluiting {
  readonly beller: string
  readonly afloop: Oproepafloop
  readonly op: Date
}

/** `false`: somebody wrote since, and nothing of this was. For a queue that is not there yet. */
export async function maakStand(tx: Tx, schrift: Standschrift): Promise<boolean> {
  const { id, nr } = schrift.wachtrij
  const gezet = sql`insert into lijn_wachtrij (pool, nr, stand, volgend) values (${id}, ${nr},
    ${JSON.stringify(schrift.wachtrij)}::json, ${volgendMoment(schrift.wachtrij) ?? null}) on conflict do nothing
    returning pool`
  return (await voer(tx, gezet, [schrift])).has(id)
}

/**
 * Of queues that are each there once. Those that somebody wrote since are not written, and what goes with them neither;
 * gives which were. Locked in one order, so that two nodes that write the same ones never wait for each other.
 */
export function schrijfStanden(tx: Tx, schriften: readonly Standschrift[]): Promise<ReadonlySet<string>> {
  const rijen = schriften.map(({ wachtrij, vanNr, rijen: { length } }) => ({
    ...{ wachtrij, vanNr: vanNr ?? 0, volgend: volgendMoment(wachtrij) ?? null },
    heel: isHeelNodig(wachtrij.nr, vanNr, length) ? JSON.stringify(wachtrij) : null,
  }))
  const [eerste] = rijen
  if (eerste !== undefined && rijen.length === 1) {
    const { wachtrij, vanNr, volgend, heel } = eerste
    const stand = heel === null ? sql`` : sql`stand = ${heel}::json,`
    const gezet = sql`update lijn_wachtrij set nr = ${wachtrij.nr}, ${stand} volgend = ${volgend}
      where pool = ${wachtrij.id} and nr = ${vanNr} returning pool`
    return voer(tx, gezet, schriften)
  }
  // What is not written whole stays as it lies, and is not even read.
  const gezet = sql`update lijn_wachtrij w set nr = n.nr, stand = coalesce(n.stand, w.stand), volgend = n.volgend
    from unnest(${rijen.map(({ wachtrij }) => wachtrij.id)}::text[], ${rijen.map(({ wachtrij }) => wachtrij.nr)}::bigint[],
      ${rijen.map(({ vanNr }) => vanNr)}::bigint[], ${rijen.map(({ heel }) => heel)}::json[],
      ${rijen.map(({ volgend }) => volgend)}::timestamptz[]) as n (pool, nr, van, stand, volgend)
    where w.pool = n.pool and w.nr = n.van and w.pool in (select pool from slot) returning w.pool`
  const pools = rijen.map(({ wachtrij }) => wachtrij.id)
  const slot = sql`slot as materialized (select pool from lijn_wachtrij where pool = any(${pools}::text[])
    order by pool for update), `
  return voer(tx, gezet, schriften, slot)
}

async function voer(
  tx: Tx,
  gezet: ReturnType<typeof sql>,
  schriften: readonly Standschrift[],
  slot = sql``,
): Promise<ReadonlySet<string>> {
  const delen = [
    sql`gezet as (${gezet})`,
    sql`erbij as (${voegVoorvallenToe(schriften.flatMap(({ rijen }) => rijen))}
      where pool in (select pool from gezet) order by nr)`,
  ]
  const oproepen = schriften.flatMap(({ wachtrij, oproep }) =>
    oproep === undefined ? [] : [oproeprij(oproep, wachtrij.id)],
  )
  if (oproepen.length > 0)
    delen.push(sql`gebeld as (insert into lijn_oproep (beller, pool, organisatie, medewerker, naam, onderwerp,
        ketenzaak, begonnen, geldig_tot, gesprek, verbonden_ms, verbonden_pool)
      select beller, pool, organisatie, medewerker, naam, onderwerp, ketenzaak, begonnen, geldig_tot, gesprek,
        verbonden_ms, verbonden_pool
      from jsonb_to_recordset(${JSON.stringify(oproepen)}::jsonb) as r (rij text, beller text, pool text,
        organisatie text, medewerker text, naam text, onderwerp text, ketenzaak uuid, begonnen timestamptz,
        geldig_tot timestamptz, gesprek text, verbonden_ms bigint, verbonden_pool text)
      where rij in (select pool from gezet))`)
  const sluit = schriften.flatMap(({ wachtrij, sluit: een }) =>
    een === undefined ? [] : [{ rij: wachtrij.id, ...een }],
  )
  if (sluit.length > 0)
    delen.push(sql`gesloten as (update lijn_oproep o set afloop = coalesce(o.afloop, r.afloop),
        voorbij = coalesce(o.voorbij, r.op)
      from jsonb_to_recordset(${JSON.stringify(sluit)}::jsonb) as r (rij text, beller text, afloop text, op timestamptz)
      where o.beller = r.beller and r.rij in (select pool from gezet))`)
  const { rows } = await sql<{ pool: string }>`with ${slot}${sql.join(delen)} select pool from gezet`.execute(
    tx,
  )
  return new Set(rows.map(({ pool }) => pool))
}

function oproeprij(een: Nieuweoproep, rij: string) {
  const { beller, pool, organisatie, medewerker, naam, onderwerp, ketenzaak, gesprek, verbondenMs } = een
  return {
    ...{ rij, beller, pool, organisatie, medewerker, naam, ketenzaak, gesprek },
    ...(verbondenMs !== undefined && { verbonden_ms: verbondenMs, verbonden_pool: pool }),
    onderwerp: lijnonderwerpId(onderwerp),
    begonnen: new Date(een.begonnenMs),
    geldig_tot: new Date(een.geldigTotMs),
  }
}

export type Voorvalrij = ReturnType<typeof voorvalrij>

/**
 * What somebody counts by stands in a column of its own: the team, and the random numbers of caller and shift, by which
 * what happened to one call is put together.
 */
export function voorvalrij(
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

/** What is to be counted and changes no queue. */
export function losVoorvalrij(voorval: Voorval): Voorvalrij {
  return voorvalrij(voorval, { pool: null, nr: null })
}

export async function schrijfVoorvallen(tx: Tx, rijen: readonly Voorvalrij[]): Promise<void> {
  if (rijen.length > 0) await sql`${voegVoorvallenToe(rijen)} order by nr`.execute(tx)
}

export function voegVoorvallenToe(rijen: readonly Voorvalrij[]) {
  return sql`insert into lijn_voorval (pool, nr, op, soort, team, beller, plek, inhoud)
    select pool, nr, op, soort, team, beller, plek, inhoud
    from jsonb_to_recordset(${JSON.stringify(rijen)}::jsonb) as r (pool text, nr bigint, op timestamptz,
      soort text, team text, beller text, plek text, inhoud jsonb)`
}
