import { sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import { parseOrganisatieId } from '../domain/index.ts'
import {
  type Dienst,
  type DienstStore,
  type Lijnwerker,
  leesLijnonderwerp,
  type Oproep,
  type OproepStore,
  oproepaflopen,
  type PoolsOpTijd,
} from '../lijnen/index.ts'
import { voegBewijsToe } from './bewijs.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'
import { losVoorvalrij, voegVoorvallenToe } from './lijnschrift.ts'
import { samen } from './samen.ts'

/** Who is at work on the lines: whose shift it is. A row goes when they sign off. */
export function dienstOpslag(databank: Databank): DienstStore {
  const { alsTaak } = ingangen(databank)
  const lees = async (tx: Tx, waar: ReturnType<typeof sql>) => {
    const { rows } = await sql<Dienstrij>`select plek, pool, organisatie, medewerker, naam, teams, begonnen,
      geldig_tot from lijn_dienst where ${waar}`.execute(tx)
    return rows.map(dienstUit)
  }
  // Asked at every step of every call, and by every page that is open.
  const bijPlek = samen((plekken: readonly string[]) =>
    alsTaak(
      'lijnen',
      async (tx) => {
        const per = new Map(
          (await lees(tx, sql`plek = any(${plekken}::text[])`)).map((een) => [een.plek, een]),
        )
        return plekken.map((plek) => per.get(plek))
      },
      'lezen',
    ),
  )
  const vind = samen((wie: readonly Lijnwerker[]) =>
    alsTaak(
      'lijnen',
      async (tx) => {
        const [organisaties, medewerkers] = [
          wie.map((een) => een.organisatie),
          wie.map((een) => een.medewerker),
        ]
        const diensten = await lees(
          tx,
          sql`(organisatie, medewerker) in (select * from unnest(${organisaties}::text[], ${medewerkers}::text[]))`,
        )
        return wie.map(({ organisatie, medewerker }) =>
          diensten.find((een) => een.organisatie === organisatie && een.medewerker === medewerker),
        )
      },
      'lezen',
    ),
  )
  // Of everybody whose page is open, each half minute.
  const verleng = samen((wie: readonly (readonly [string, Date])[]) =>
    alsTaak(
      'lijnen',
      async (tx) => {
        await sql`update lijn_dienst d set geldig_tot = n.tot
          from unnest(${wie.map(([plek]) => plek)}::text[], ${wie.map(([, tot]) => tot)}::timestamptz[]) as n (plek, tot)
          where d.plek = n.plek`.execute(tx)
        return wie.map(() => undefined)
      },
      'ineens',
    ),
  )
  return {
    begin: ({ plek, pool, organisatie, medewerker, naam, teams, begonnenMs, geldigTotMs }, bewijs) =>
      alsTaak('lijnen', async (tx) => {
        const { numAffectedRows } = await sql`insert into lijn_dienst
          (plek, pool, organisatie, medewerker, naam, teams, begonnen, geldig_tot)
          values (${plek}, ${pool}, ${organisatie}, ${medewerker}, ${naam ?? null}, ${teams},
            ${new Date(begonnenMs)}, ${new Date(geldigTotMs)}) on conflict do nothing`.execute(tx)
        if (numAffectedRows !== 1n) return 'bestaat-al'
        await voegBewijsToe(tx, [bewijs])
        return 'ok'
      }),
    vind,
    bijPlek,
    verleng: (plek, tot) => verleng([plek, tot]),
    eindig: (plek, bewijs) =>
      alsTaak('lijnen', async (tx) => {
        const { numAffectedRows } = await sql`delete from lijn_dienst where plek = ${plek}`.execute(tx)
        if (numAffectedRows === 1n) await voegBewijsToe(tx, [bewijs])
      }),
    verlopen: (pool, nu) =>
      alsTaak('lijnen', (tx) => lees(tx, sql`pool = ${pool} and geldig_tot <= ${nu}`), 'lezen'),
  }
}

/** Who called a line: whose number of the queue it is. */
export function oproepOpslag(databank: Databank): OproepStore {
  const { alsTaak } = ingangen(databank)
  const lees = (waar: ReturnType<typeof sql>) =>
    alsTaak(
      'lijnen',
      async (tx) => {
        const { rows } = await sql<Oproeprij>`select * from lijn_oproep where ${waar}
          order by begonnen desc limit ${HOOGSTENS}`.execute(tx)
        return rows.map(oproepUit)
      },
      'lezen',
    )
  const schrijf = (wat: ReturnType<typeof sql>) =>
    alsTaak(
      'lijnen',
      async (tx) => {
        const { rows } = await sql<Oproeprij>`update lijn_oproep set ${wat} returning *`.execute(tx)
        return rows.map(oproepUit)[0]
      },
      'ineens',
    )
  const zet = async (beller: string, wat: ReturnType<typeof sql>) => {
    await schrijf(sql`${wat} where beller = ${beller}`)
  }
  const nemenOp = samen((opnames: readonly Opname[]) =>
    alsTaak(
      'lijnen',
      async (tx) => {
        await zetOpgenomen(tx, opnames)
        return opnames.map(() => undefined)
      },
      'ineens',
    ),
  )
  // An exchange says it of all its calls at once.
  const verleng = samen((wie: readonly (readonly [string, Date])[]) =>
    alsTaak(
      'lijnen',
      async (tx) => {
        await sql`update lijn_oproep o set geldig_tot = n.tot
          from unnest(${wie.map(([beller]) => beller)}::text[], ${wie.map(([, tot]) => tot)}::timestamptz[])
            as n (beller, tot) where o.beller = n.beller`.execute(tx)
        return wie.map(() => undefined)
      },
      'ineens',
    ),
  )
  return {
    vind: samen(async (bellers: readonly string[]) => {
      const per = new Map((await lees(sql`beller = any(${bellers}::text[])`)).map((een) => [een.beller, een]))
      return bellers.map((beller) => per.get(beller))
    }),
    bijGesprek: samen(async (gesprekken: readonly string[]) => {
      const rijen = await lees(sql`gesprek = any(${gesprekken}::text[])`)
      return gesprekken.map((gesprek) => rijen.find((een) => een.gesprek === gesprek))
    }),
    van: ({ organisatie, medewerker }) =>
      lees(sql`organisatie = ${organisatie} and medewerker = ${medewerker} and voorbij is null`),
    openIn: (pool) => lees(sql`pool = ${pool} and voorbij is null`),
    // Written once for that moment: who comes second finds the call of the first.
    verbind: async (beller, { pool, gesprek, verbondenMs }) =>
      (await schrijf(sql`gesprek = case when ${isDat(pool, verbondenMs)} then gesprek else ${gesprek} end,
          opgenomen_ms = case when ${isDat(pool, verbondenMs)} then opgenomen_ms end,
          verbonden_ms = ${verbondenMs}, verbonden_pool = ${pool}
        where beller = ${beller} and voorbij is null
          and (verbonden_ms is null or coalesce(verbonden_pool, pool) = ${pool})`)) ??
      (await lees(sql`beller = ${beller} and voorbij is null`))[0],
    zoektOok: async (beller, pool) =>
      (await schrijf(sql`ook = case when ${pool} = any(ook) then ook else ook || ${pool}::text end
        where beller = ${beller} and voorbij is null`)) !== undefined,
    maakLos: async (beller, verbondenMs) => {
      await schrijf(sql`gesprek = null, verbonden_ms = null, verbonden_pool = null, opgenomen_ms = null
        where beller = ${beller} and verbonden_ms = ${verbondenMs}`)
    },
    neemtOp: async (beller, plek, { opMs, bewijzen }) => {
      const wat = { beller, plek, opMs }
      if (bewijzen.length === 0) return nemenOp(wat)
      await alsTaak('lijnen', async (tx) => {
        if ((await zetOpgenomen(tx, [wat])) > 0) await voegBewijsToe(tx, bewijzen)
      })
    },
    verleng: (beller, tot) => verleng([beller, tot]),
    sluit: (beller, afloop, op) =>
      zet(beller, sql`afloop = coalesce(afloop, ${afloop}), voorbij = coalesce(voorbij, ${op})`),
  }
}

interface Opname {
  readonly beller: string
  readonly plek: string
  readonly opMs: number
}

/** Of each caller once; gives of how many it was not known yet. */
async function zetOpgenomen(tx: Tx, opnames: readonly Opname[]): Promise<number> {
  const een = [...new Map(opnames.map((opname) => [opname.beller, opname])).values()]
  const rijen = een.map(({ beller, plek, opMs }) =>
    losVoorvalrij({ opMs, inhoud: { soort: 'opgenomen', beller, plek } }),
  )
  const { rows } = await sql`with gezet as (update lijn_oproep o set opgenomen_ms = n.op
      from unnest(${een.map(({ beller }) => beller)}::text[], ${een.map(({ opMs }) => opMs)}::bigint[]) as n (beller, op)
      where o.beller = n.beller and o.opgenomen_ms is null returning o.beller),
    erbij as (${voegVoorvallenToe(rijen)} where beller in (select beller from gezet))
    select 1 from gezet`.execute(tx)
  return rows.length
}

/** Put through in that pool at that moment, already. */
function isDat(pool: string, verbondenMs: number) {
  return sql`(verbonden_ms is not distinct from ${verbondenMs} and coalesce(verbonden_pool, pool) = ${pool})`
}

/** Named limit: more than wait in one queue. */
const HOOGSTENS = 6000

export function poolsOpTijd(databank: Databank): PoolsOpTijd {
  const { alsTaak } = ingangen(databank)
  return (nu, gaatOverSinds) =>
    alsTaak(
      'lijnen',
      async (tx) => {
        const { rows } = await sql<{ pool: string }>`select pool from lijn_wachtrij where volgend <= ${nu}
          union select pool from lijn_dienst where geldig_tot <= ${nu}
          union select pool from lijn_oproep where voorbij is null and geldig_tot <= ${nu}
          union select coalesce(verbonden_pool, pool) from lijn_oproep where voorbij is null and opgenomen_ms is null
            and verbonden_ms <= ${gaatOverSinds.getTime()}`.execute(tx)
        return rows.map(({ pool }) => pool)
      },
      'lezen',
    )
}

/** As a column each, or together as JSON. */
export interface Dienstrij {
  readonly plek: string
  readonly pool: string
  readonly organisatie: string
  readonly medewerker: string
  readonly naam: string | null
  readonly teams: readonly string[]
  readonly begonnen: Date | string
  readonly geldig_tot: Date | string
}

export function dienstUit({
  plek,
  pool,
  medewerker,
  naam,
  teams,
  begonnen,
  geldig_tot,
  ...rij
}: Dienstrij): Dienst {
  return {
    ...{ plek, pool, medewerker, teams, organisatie: organisatieVan(rij) },
    ...(naam !== null && { naam }),
    ...{ begonnenMs: new Date(begonnen).getTime(), geldigTotMs: new Date(geldig_tot).getTime() },
  }
}

export interface Oproeprij extends Omit<Dienstrij, 'plek' | 'teams'> {
  readonly beller: string
  readonly onderwerp: string
  readonly ketenzaak: string | null
  readonly gesprek: string | null
  readonly verbonden_ms: number | string | null
  readonly verbonden_pool: string | null
  readonly ook: readonly string[]
  readonly opgenomen_ms: number | string | null
  readonly afloop: string | null
}

export function oproepUit({
  beller,
  pool,
  medewerker,
  naam,
  begonnen,
  geldig_tot,
  ...rij
}: Oproeprij): Oproep {
  const onderwerp = leesLijnonderwerp(rij.onderwerp)
  if (onderwerp === undefined) throw new Error('in de databank staat een oproep die niet klopt')
  const afloop = oproepaflopen.find((een) => een === rij.afloop)
  return {
    ...{ beller, pool, medewerker, onderwerp, organisatie: organisatieVan(rij) },
    ...(naam !== null && { naam }),
    ...(rij.ketenzaak !== null && { ketenzaak: rij.ketenzaak }),
    ...(rij.gesprek !== null && { gesprek: rij.gesprek }),
    ...(rij.verbonden_ms !== null && { verbondenMs: Number(rij.verbonden_ms) }),
    ...(rij.verbonden_pool !== null && { verbondenPool: rij.verbonden_pool }),
    ook: rij.ook,
    ...(rij.opgenomen_ms !== null && { opgenomenMs: Number(rij.opgenomen_ms) }),
    ...{ begonnenMs: new Date(begonnen).getTime(), geldigTotMs: new Date(geldig_tot).getTime() },
    ...(afloop !== undefined && { afloop }),
  }
}

function organisatieVan(rij: { readonly organisatie: string }) {
  const organisatie = parseOrganisatieId(rij.organisatie)
  if (organisatie === undefined) throw new Error('in de databank staat een organisatie die niet klopt')
  return organisatie
}

/** Who was on duty and did not sign off, and who called: a month, and then nobody knows who it was. */
export function lijndienstOpruimer(bewaring: Databank): Opruimer {
  return {
    verwerking: 'lijn-bemannen',
    ruimOp: (grens) =>
      ingangen(bewaring).alsTaak('bewaring', async (tx) => {
        const diensten = await sql`delete from lijn_dienst where geldig_tot < ${grens}`.execute(tx)
        const oproepen = await sql`delete from lijn_oproep where begonnen < ${grens}`.execute(tx)
        return Number((diensten.numAffectedRows ?? 0n) + (oproepen.numAffectedRows ?? 0n))
      }),
  }
}
