import { type RawBuilder, sql } from 'kysely'
import { parseOrganisatieId } from '../domain/index.ts'
import {
  type Bevolkingsloop,
  type BevolkingsloopStore,
  type Loopbeurt,
  type LoopGeschreven,
  type Loopinvoer,
  type Loopplek,
  loopsoorten,
  loopstanden,
  type Stukresultaat,
} from '../proactief/index.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

const kolommen = sql`id, soort, eigenaar, invoer, stand, is_stop_gevraagd, merk, gedaan, stukken, nog_ms, beurt,
  gevraagd`
/** Of the unique index that lets one run at a time. */
const EEN = 'bevolkingsloop_een'

/** Runs over the made-up population. Nothing here is about anybody; what is of an organisation is for it alone. */
export function bevolkingsloopOpslag(databank: Databank): BevolkingsloopStore {
  const { alsTaak } = ingangen(databank)
  const als = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => alsTaak('bevolking', fn)
  return {
    ...vragen(als),
    ...werk(als),
  }
}

type Als = <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>

/** What people ask of it. */
function vragen(
  als: Als,
): Pick<BevolkingsloopStore, 'hervat' | 'lijst' | 'stop' | 'uitkomst' | 'vind' | 'vraag' | 'wis'> {
  const raakt = async (tx: Tx, doe: RawBuilder<unknown>): Promise<boolean> =>
    (await doe.execute(tx)).numAffectedRows === 1n
  return {
    vraag: (v, { wachtend, bewaard }, nu) =>
      als(async (tx) => {
        if (!(await heeftPlaats(tx, v, wachtend))) return 'vol'
        await sql`delete from bevolkingsloop where id in (select id from bevolkingsloop
          where ${van(v)} and stand not in ('wacht', 'loopt')
          order by nummer desc offset ${bewaard - 1 - wachtend})`.execute(tx)
        await sql`insert into bevolkingsloop (id, soort, eigenaar, invoer, tekst, stand, gevraagd, bijgewerkt)
          values (${v.id}, ${v.soort}, ${v.eigenaar ?? null}, ${JSON.stringify(v.invoer)}::jsonb, ${v.tekst ?? null},
            'wacht', ${nu}, ${nu})`.execute(tx)
        return 'ok'
      }),

    lijst: (plek, hoogstens) =>
      als(async (tx) => {
        const { rows } = await sql<Rij>`select ${kolommen}, null as tekst from bevolkingsloop
          where ${van(plek)} order by nummer desc limit ${hoogstens}`.execute(tx)
        return rows.map(loopVan)
      }),

    vind: (plek, id) =>
      als(async (tx) => {
        const { rows } = await sql<Rij>`select ${kolommen}, tekst from bevolkingsloop
          where ${van(plek)} and id = ${id}`.execute(tx)
        return rows.map(loopVan)[0]
      }),

    uitkomst: (plek, id) =>
      als(async (tx) => {
        const { rows } = await sql<{ readonly uitkomst: unknown }>`select uitkomst from bevolkingsloop
          where ${van(plek)} and id = ${id}`.execute(tx)
        return rows[0]?.uitkomst ?? undefined
      }),

    stop: (plek, id, nu) =>
      als((tx) =>
        // One that waits has nobody who could stop it.
        raakt(
          tx,
          sql`update bevolkingsloop set is_stop_gevraagd = stand = 'loopt',
              stand = case stand when 'wacht' then 'gestopt' else stand end,
              bijgewerkt = case stand when 'wacht' then ${nu} else bijgewerkt end
            where ${van(plek)} and id = ${id} and stand in ('wacht', 'loopt')`,
        ),
      ),

    hervat: (plek, id, wachtend, nu) =>
      als(async (tx) => {
        const vrij = await heeftPlaats(tx, plek, wachtend)
        const is = await raakt(
          tx,
          sql`update bevolkingsloop set stand = case when ${vrij}::boolean then 'wacht' else stand end,
              is_stop_gevraagd = false, bijgewerkt = ${nu}
            where ${van(plek)} and id = ${id} and stand in ('gestopt', 'mislukt')`,
        )
        return is ? (vrij ? 'ok' : 'vol') : 'niet'
      }),

    wis: (plek, id) =>
      als((tx) => raakt(tx, sql`delete from bevolkingsloop where ${van(plek)} and id = ${id}`)),
  }
}

/** What whoever works it out asks of it. */
function werk(
  als: Als,
): Pick<BevolkingsloopStore, 'begin' | 'bewaar' | 'eerder' | 'gedaan' | 'neem' | 'rondAf' | 'zet'> {
  return {
    neem: (soorten, nu, stil) =>
      als(async (tx) => {
        // Of a node that died: it waits again, unless somebody asked to stop it.
        await sql`update bevolkingsloop set stand = case when is_stop_gevraagd then 'gestopt' else 'wacht' end,
            is_stop_gevraagd = false
          where stand = 'loopt' and bijgewerkt < ${stil}`.execute(tx)
        const { rows } =
          await sql<Rij>`update bevolkingsloop set stand = 'loopt', beurt = beurt + 1, bijgewerkt = ${nu}
          where id = (select id from bevolkingsloop
            where stand = 'wacht' and soort = any(${[...soorten]}::text[])
              and not exists (select 1 from bevolkingsloop where stand = 'loopt')
            order by nummer limit 1 for update skip locked)
          returning ${kolommen}, tekst`.execute(tx)
        return rows.map((rij): Loopbeurt => ({ loop: loopVan(rij), beurt: rij.beurt }))[0]
      }).catch(geenTwee),

    begin: (beurt, merk, stukken, nu) =>
      als(async (tx) => {
        await sql`delete from bevolkingsstuk s using bevolkingsloop l
          where s.loop = l.id and l.id = ${beurt.loop.id} and l.beurt = ${beurt.beurt}
            and l.merk is distinct from ${merk}`.execute(tx)
        return geschreven(
          tx,
          sql`update bevolkingsloop set merk = ${merk}, stukken = ${stukken}, bijgewerkt = ${nu}
            where ${nogMijn(beurt)} returning is_stop_gevraagd`,
        )
      }),

    eerder: ({ loop }, merk) =>
      als(async (tx) => {
        const { rows } = await sql<{ readonly uitkomst: unknown }>`select uitkomst from bevolkingsloop
          where ${van(loop)} and merk = ${merk} and stand = 'klaar' order by nummer desc limit 1`.execute(tx)
        return rows[0]?.uitkomst
      }),

    gedaan: ({ loop }) =>
      als(async (tx) => {
        const { rows } = await sql<{ readonly uitkomst: Stukresultaat }>`select uitkomst from bevolkingsstuk
          where loop = ${loop.id} order by nr`.execute(tx)
        return rows.map(({ uitkomst }) => uitkomst)
      }),

    bewaar: (beurt, uit, { gedaan, stukken, nogMs }, nu) =>
      als(async (tx) => {
        const uitslag = await geschreven(
          tx,
          sql`update bevolkingsloop set gedaan = ${gedaan}, stukken = ${stukken},
              nog_ms = ${nogMs === undefined ? null : Math.round(nogMs)}, bijgewerkt = ${nu}
            where ${nogMijn(beurt)} returning is_stop_gevraagd`,
        )
        if (uitslag !== 'kwijt')
          await sql`insert into bevolkingsstuk (loop, nr, uitkomst)
            values (${beurt.loop.id}, ${uit.nr}, ${JSON.stringify(uit)}::jsonb) on conflict do nothing`.execute(
            tx,
          )
        return uitslag
      }),

    rondAf: (beurt, uitkomst, nu) =>
      als(async (tx) => {
        const uit = await geschreven(
          tx,
          sql`update bevolkingsloop set stand = 'klaar', is_stop_gevraagd = false, gedaan = stukken, nog_ms = 0,
              bijgewerkt = ${nu}, uitkomst = ${JSON.stringify(uitkomst)}::jsonb
            where ${nogMijn(beurt)} returning is_stop_gevraagd`,
        )
        if (uit !== 'kwijt') await sql`delete from bevolkingsstuk where loop = ${beurt.loop.id}`.execute(tx)
        return uit
      }),

    zet: (beurt, stand, nu) =>
      als(async (tx) => {
        await sql`update bevolkingsloop set stand = ${stand}, is_stop_gevraagd = false, bijgewerkt = ${nu}
          where ${nogMijn(beurt)}`.execute(tx)
      }),
  }
}

function van({ soort, eigenaar }: Loopplek): RawBuilder<unknown> {
  return sql`soort = ${soort} and eigenaar is not distinct from ${eigenaar ?? null}`
}

function nogMijn({ loop, beurt }: Loopbeurt): RawBuilder<unknown> {
  return sql`id = ${loop.id} and beurt = ${beurt} and stand = 'loopt'`
}

/** Who asks for the same place at once is counted one after the other. */
async function heeftPlaats(tx: Tx, plek: Loopplek, wachtend: number): Promise<boolean> {
  const slot = `bevolkingsloop ${plek.soort} ${plek.eigenaar ?? ''}`
  await sql`select pg_advisory_xact_lock(hashtextextended(${slot}, 0))`.execute(tx)
  const { rows } = await sql<{ readonly n: number }>`select count(*)::int as n from bevolkingsloop
    where ${van(plek)} and stand in ('wacht', 'loopt')`.execute(tx)
  return (rows[0]?.n ?? 0) < wachtend
}

/** Another node took one at this very moment: then there is none for this one. */
function geenTwee(fout: unknown): undefined {
  if (fout instanceof Error && 'constraint' in fout && fout.constraint === EEN) return undefined
  throw fout
}

async function geschreven(tx: Tx, schrijf: RawBuilder<unknown>): Promise<LoopGeschreven> {
  const { rows } = await schrijf.execute(tx)
  const [rij] = rows as readonly { readonly is_stop_gevraagd: boolean }[] // what `returning` says above
  if (rij === undefined) return 'kwijt'
  return rij.is_stop_gevraagd ? 'stop' : 'ok'
}

interface Rij {
  readonly id: string
  readonly soort: string
  readonly eigenaar: string | null
  readonly invoer: Loopinvoer
  readonly tekst: string | null
  readonly stand: string
  readonly is_stop_gevraagd: boolean
  readonly merk: string | null
  readonly gedaan: number
  readonly stukken: number
  readonly nog_ms: number | null
  readonly beurt: number
  readonly gevraagd: Date
}

function loopVan(rij: Rij): Bevolkingsloop {
  const soort = loopsoorten.find((een) => een === rij.soort)
  const stand = loopstanden.find((een) => een === rij.stand)
  const eigenaar = rij.eigenaar === null ? undefined : parseOrganisatieId(rij.eigenaar)
  if (soort === undefined || stand === undefined || (rij.eigenaar !== null && eigenaar === undefined))
    throw new Error('in de databank staat iets anders dan een loop over de bevolking')
  const { id, invoer, gedaan, stukken, gevraagd } = rij
  return {
    ...{ id, soort, eigenaar, invoer, stand, gedaan, stukken, gevraagd },
    tekst: rij.tekst ?? undefined,
    isStopGevraagd: rij.is_stop_gevraagd,
    merk: rij.merk ?? undefined,
    nogMs: rij.nog_ms ?? undefined,
  }
}
