import { type RawBuilder, sql } from 'kysely'
import {
  type Bevolkingsloop,
  type BevolkingsloopStore,
  type Bevolkingsuitkomst,
  type Loopbeurt,
  type LoopGeschreven,
  type Loopvraag,
  loopstanden,
  type Stukuitkomst,
} from '../proactief/index.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

const kolommen = sql`id, zaad, datum::text as datum, huishoudens, stand, is_stop_gevraagd, merk, gedaan, stukken,
  nog_ms, beurt, gevraagd, bijgewerkt`
/** Of the unique index that lets one run at a time wait or run. */
const BEZET = 'bevolkingsloop_een'

/** Runs over the made-up population. Nothing here is about anybody. */
export function bevolkingsloopOpslag(databank: Databank): BevolkingsloopStore {
  const { alsTaak } = ingangen(databank)
  const als = <T>(fn: (tx: Tx) => Promise<T>): Promise<T> => alsTaak('bevolking', fn)
  const nogMijn = ({ loop, beurt }: Loopbeurt): RawBuilder<unknown> =>
    sql`id = ${loop.id} and beurt = ${beurt} and stand = 'loopt'`
  return {
    vraag: (vraag, nu) => alsEnige(als((tx) => zetIn(tx, vraag, nu))),

    lijst: (hoogstens) =>
      als(async (tx) => {
        const { rows } = await sql<Rij>`select ${kolommen} from bevolkingsloop
          order by nummer desc limit ${hoogstens}`.execute(tx)
        return rows.map(loopVan)
      }),

    neem: (nu, stil) =>
      als(async (tx) => {
        const { rows } =
          await sql<Rij>`update bevolkingsloop set stand = 'loopt', beurt = beurt + 1, bijgewerkt = ${nu}
          where id = (select id from bevolkingsloop
            where stand = 'wacht' or (stand = 'loopt' and bijgewerkt < ${stil})
            order by nummer limit 1 for update skip locked)
          returning ${kolommen}`.execute(tx)
        return rows.map((rij): Loopbeurt => ({ loop: loopVan(rij), beurt: rij.beurt }))[0]
      }),

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

    gedaan: ({ loop }) =>
      als(async (tx) => {
        const { rows } = await sql<{ readonly uitkomst: Stukuitkomst }>`select uitkomst from bevolkingsstuk
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
        const { rows } = await sql<{ readonly merk: string }>`update bevolkingsloop
          set stand = 'klaar', gedaan = stukken, nog_ms = 0, bijgewerkt = ${nu}
          where ${nogMijn(beurt)} and merk is not null returning merk`.execute(tx)
        const merk = rows[0]?.merk
        if (merk === undefined) return 'kwijt'
        await sql`insert into bevolkingsuitkomst (merk, uitkomst, gemaakt)
          values (${merk}, ${JSON.stringify(uitkomst)}::jsonb, ${nu}) on conflict do nothing`.execute(tx)
        await sql`delete from bevolkingsstuk where loop = ${beurt.loop.id}`.execute(tx)
        return 'ok'
      }),

    zet: (beurt, stand, nu) =>
      als(async (tx) => {
        await sql`update bevolkingsloop set stand = ${stand}, is_stop_gevraagd = false, bijgewerkt = ${nu}
          where ${nogMijn(beurt)}`.execute(tx)
      }),

    stop: (id, nu) =>
      als(async (tx) => {
        // One that waits has nobody who could stop it.
        const { numAffectedRows } = await sql`update bevolkingsloop
          set is_stop_gevraagd = stand = 'loopt', stand = case stand when 'wacht' then 'gestopt' else stand end,
            bijgewerkt = case stand when 'wacht' then ${nu} else bijgewerkt end
          where id = ${id} and stand in ('wacht', 'loopt')`.execute(tx)
        return numAffectedRows === 1n
      }),

    hervat: async (id, nu) => {
      let is = false
      const uit = await alsEnige(
        als(async (tx) => {
          const { numAffectedRows } = await sql`update bevolkingsloop
            set stand = 'wacht', is_stop_gevraagd = false, bijgewerkt = ${nu}
            where id = ${id} and stand in ('gestopt', 'mislukt')`.execute(tx)
          is = numAffectedRows === 1n
        }),
      )
      return uit === 'bezet' || is ? uit : 'niet'
    },

    uitkomst: (merk) =>
      als(async (tx) => {
        const { rows } = await sql<{
          readonly uitkomst: Bevolkingsuitkomst
        }>`select uitkomst from bevolkingsuitkomst
          where merk = ${merk}`.execute(tx)
        return rows[0]?.uitkomst
      }),
  }
}

async function zetIn(tx: Tx, { id, zaad, datum, huishoudens }: Loopvraag, nu: Date): Promise<void> {
  await sql`insert into bevolkingsloop (id, zaad, datum, huishoudens, stand, gevraagd, bijgewerkt)
    values (${id}, ${zaad}, ${datum}::date, ${huishoudens ?? null}, 'wacht', ${nu}, ${nu})`.execute(tx)
}

async function alsEnige(doe: Promise<void>): Promise<'ok' | 'bezet'> {
  try {
    await doe
    return 'ok'
  } catch (fout) {
    if (fout instanceof Error && 'constraint' in fout && fout.constraint === BEZET) return 'bezet'
    throw fout
  }
}

async function geschreven(tx: Tx, schrijf: RawBuilder<unknown>): Promise<LoopGeschreven> {
  const { rows } = await schrijf.execute(tx)
  const [rij] = rows as readonly { readonly is_stop_gevraagd: boolean }[] // what `returning` says above
  if (rij === undefined) return 'kwijt'
  return rij.is_stop_gevraagd ? 'stop' : 'ok'
}

interface Rij {
  readonly id: string
  readonly zaad: number
  readonly datum: string
  readonly huishoudens: number | null
  readonly stand: string
  readonly is_stop_gevraagd: boolean
  readonly merk: string | null
  readonly gedaan: number
  readonly stukken: number
  readonly nog_ms: number | null
  readonly beurt: number
  readonly gevraagd: Date
  readonly bijgewerkt: Date
}

function loopVan(rij: Rij): Bevolkingsloop {
  const stand = loopstanden.find((een) => een === rij.stand)
  if (stand === undefined) throw new Error('een loop in een stand die wij niet kennen')
  const { id, zaad, datum, gedaan, stukken, gevraagd, bijgewerkt } = rij
  return {
    ...{ id, zaad, datum, stand, gedaan, stukken, gevraagd, bijgewerkt },
    huishoudens: rij.huishoudens ?? undefined,
    isStopGevraagd: rij.is_stop_gevraagd,
    merk: rij.merk ?? undefined,
    nogMs: rij.nog_ms ?? undefined,
  }
}
