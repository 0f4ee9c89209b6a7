/** What has to be so of every queue of direct lines, whoever was killed meanwhile. */
import { isDeepStrictEqual } from 'node:util'
import pg from 'pg'
import { evolve, nieuweWachtrij, speelAf, type Voorval, type Wachtrij } from '../src/lijnen/index.ts'

/** What somebody was told: that this happened in the queue of that pool, and was its so manieth event. */
export interface Aanvaard {
  readonly pool: string
  readonly nr: number
  readonly voorval: Voorval
}

export interface Bevonden {
  /** Accepted, and not there, or something else in its place. */
  readonly verloren: number
  /** Numbers that are missing, or there twice. */
  readonly gaten: number
  /** Queues that do not follow from their events. */
  readonly rijen: number
  /** Callers who left their place without an event that says why. */
  readonly plaatsen: number
  readonly regels: number
  readonly voorvallen: number
  readonly pools: number
  readonly bellers: number
  /** What happened, and how often. */
  readonly soorten: ReadonlyMap<string, number>
}

export async function controleerLijnen(
  databaseUrl: string,
  aanvaard: readonly Aanvaard[],
): Promise<Bevonden> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(`set search_path to voordeur, public; set row_security to off`)
    const { rows: rijen } = await client.query<{ pool: string; nr: string; stand: Wachtrij }>(
      'select pool, nr, stand from lijn_wachtrij order by pool',
    )
    const { rows: alle } = await client.query<{
      pool: string
      nr: string
      op: Date
      inhoud: Voorval['inhoud']
    }>('select pool, nr, op, inhoud from lijn_voorval where pool is not null order by pool, nr')
    const perPool = Map.groupBy(alle, ({ pool }) => pool)
    const opPlaats = new Map(alle.map((een) => [`${een.pool} ${een.nr}`, een]))
    const uit = { gaten: 0, rijen: 0, plaatsen: 0, regels: 0, bellers: 0 }
    const soorten = new Map<string, number>()
    for (const { inhoud } of alle) soorten.set(inhoud.soort, (soorten.get(inhoud.soort) ?? 0) + 1)
    for (const { pool, nr: laatste, stand } of rijen) {
      const voorvallen = perPool.get(pool) ?? []
      uit.gaten += voorvallen.filter(({ nr }, i) => Number(nr) !== i + 1).length
      const gevonden = speelNaar(
        pool,
        voorvallen.map(({ op, inhoud }) => ({ opMs: op.getTime(), inhoud })),
      )
      // Written whole now and then; what it has to be by now follows from that and what happened since.
      const tot = voorvallen.flatMap(({ nr, op, inhoud }) =>
        Number(nr) > stand.nr ? [{ opMs: op.getTime(), inhoud }] : [],
      )
      const nu = speelAf(stand, tot)
      if (!isDeepStrictEqual(kaal(gevonden.stand), kaal(nu)) || nu.nr !== Number(laatste)) uit.rijen++
      uit.plaatsen += gevonden.plaatsen
      uit.regels += gevonden.regels
      uit.bellers += gevonden.bellers
    }
    const verloren = aanvaard.filter(({ pool, nr, voorval }) => {
      const gevonden = opPlaats.get(`${pool} ${nr}`)
      return gevonden === undefined || !isDeepStrictEqual(gevonden.inhoud, kaal(voorval.inhoud))
    }).length
    return { ...uit, verloren, soorten, voorvallen: alle.length, pools: rijen.length }
  } finally {
    await client.end()
  }
}

/** Event after event from an empty queue on, with the rules looked at after each. */
function speelNaar(pool: string, voorvallen: readonly Voorval[]) {
  let stand = nieuweWachtrij(pool, new Date(voorvallen[0]?.opMs ?? 0))
  const bellers = new Set<string>()
  let [plaatsen, regels] = [0, 0]
  for (const voorval of voorvallen) {
    const voor = aanwezig(stand)
    stand = evolve(stand, voorval)
    const na = new Set(aanwezig(stand))
    const { inhoud } = voorval
    if (inhoud.soort === 'aangekomen') {
      bellers.add(inhoud.beller.id)
      if (!na.has(inhoud.beller.id)) plaatsen++
    }
    // Who hangs up is gone, and so is who spoke at a place that was set to something else; nobody otherwise.
    const weg = voor.filter((id) => !na.has(id))
    const magWeg =
      inhoud.soort === 'weg' || inhoud.soort === 'stand-gezet' || inhoud.soort === 'afgemeld' ? 1 : 0
    if (weg.length > magWeg) plaatsen += weg.length
    regels += schendingen(stand).length
  }
  return { stand, plaatsen, regels, bellers: bellers.size }
}

function aanwezig({ wachtenden, afgesproken, plekken }: Wachtrij): string[] {
  const inGesprek = plekken.flatMap(({ gesprek }) => (gesprek ? [gesprek.beller.id] : []))
  return [...wachtenden.map(({ id }) => id), ...afgesproken.map(({ id }) => id), ...inGesprek]
}

type Beller = Wachtrij['wachtenden'][number]

/** What is not as it has to be in a queue, in words. */
export function schendingen(stand: Wachtrij): readonly string[] {
  const fouten: string[] = []
  const ids = aanwezig(stand)
  if (new Set(ids).size !== ids.length) fouten.push('iemand staat op twee plaatsen')
  for (const [i, beller] of stand.wachtenden.entries()) {
    const vorige = stand.wachtenden[i - 1]
    if (vorige === undefined) continue
    // Whoever gave way has the place of somebody else.
    const plaats = ({ plaatsMs, aankomstMs }: Beller) => plaatsMs ?? aankomstMs
    const isLater = vorige.rang === beller.rang && beller.rang !== 0 && plaats(vorige) > plaats(beller)
    if (vorige.rang > beller.rang || isLater) fouten.push('de rij staat niet op volgorde')
  }
  for (const { toezegging } of stand.afgesproken)
    if (toezegging === undefined) fouten.push('iemand wordt teruggebeld zonder tijd')
  for (const { stand: wat, gesprek } of stand.plekken) {
    if (wat === 'in-gesprek' && gesprek === undefined) fouten.push('een gesprek zonder beller')
    // While they write it down it is still theirs.
    if (['vrij', 'pauze', 'bezet'].includes(wat) && gesprek !== undefined)
      fouten.push('een beller in een gesprek dat voorbij is')
  }
  return fouten
}

/** As it comes out of a store. */
function kaal<T>(waarde: T): T {
  return JSON.parse(JSON.stringify(waarde)) as T
}
