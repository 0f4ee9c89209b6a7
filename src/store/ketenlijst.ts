import { type RawBuilder, sql } from 'kysely'
import type { KetenlijstStore, Lijstvraag } from '../loket/ketenlijst-store.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

/** Named limit: ids that begin with the same sixty bits are a handful in the life of an installation. */
const maxTussen = 20

/** What an organisation takes part in: row-level security of a professional says which rows there are. */
export function ketenlijstOpslag(databank: Databank): KetenlijstStore {
  const { alsMedewerker, alsTaak } = ingangen(databank)
  return {
    lijst: (lezer, vraag) =>
      alsMedewerker(lezer, async (tx) => {
        const eisen = sql.join(eisenVan(vraag, lezer.organisatie), sql` and `)
        const { rows } = await sql<{ id: string }>`select z.id from loket_zaak z where ${eisen}
          order by ${orde[vraag.orde]} offset ${vraag.vanaf} limit ${vraag.aantal}`.execute(tx)
        const geteld = await sql<{
          n: number
        }>`select count(*)::int as n from loket_zaak z where ${eisen}`.execute(tx)
        return { aantal: geteld.rows[0]?.n ?? 0, zaken: rows.map(({ id }) => id) }
      }),

    tussen: (lezer, van, tot) =>
      alsMedewerker(lezer, async (tx) => {
        const { rows } = await sql<{ id: string }>`select id from loket_zaak
          where id between ${van} and ${tot} order by id limit ${maxTussen}`.execute(tx)
        return rows.map(({ id }) => id)
      }),

    async vanOpdracht(lezer, opdracht) {
      const mogelijk = await alsTaak(
        'loket-koppelingen',
        async (tx) => {
          const { rows } = await sql<{ ketenzaak: string }>`select ketenzaak from loket_opdracht
            where id = ${opdracht} limit ${maxTussen}`.execute(tx)
          return rows.map(({ ketenzaak }) => ketenzaak)
        },
        'lezen',
      )
      if (mogelijk.length === 0) return []
      return alsMedewerker(lezer, async (tx) => {
        const { rows } = await sql<{ id: string }>`select id from loket_zaak
          where id = any (${mogelijk}::uuid[])`.execute(tx)
        return rows.map(({ id }) => id)
      })
    },
  }
}

const orde = {
  oudste: sql`z.geopend, z.id`,
  nieuwste: sql`z.geopend desc, z.id desc`,
  nummer: sql`z.nummer`,
  'nummer-af': sql`z.nummer desc`,
} as const

const dag = (kolom: 'geopend' | 'gesloten') =>
  sql`(${sql.ref(`z.${kolom}`)} at time zone 'Europe/Amsterdam')::date`

/** The organisation itself stands in it too: the rows would be the same, and the index is found. */
function eisenVan(vraag: Lijstvraag, organisatie: string): RawBuilder<unknown>[] {
  const { nummer, organisaties, geopendVan, geopendTot, isOpen, gesloten } = vraag
  const eisen = [
    sql`(z.organisatie = ${organisatie} or z.id in
      (select d.ketenzaak from loket_deelnemer d where d.organisatie = ${organisatie}))`,
  ]
  if (nummer !== undefined) eisen.push(sql`z.nummer = ${nummer}`)
  if (organisaties !== undefined) eisen.push(sql`z.organisatie = any (${[...organisaties]}::text[])`)
  if (geopendVan !== undefined) eisen.push(sql`${dag('geopend')} >= ${geopendVan}`)
  if (geopendTot !== undefined) eisen.push(sql`${dag('geopend')} < ${geopendTot}`)
  if (isOpen !== undefined) eisen.push(sql`z.stand = ${isOpen ? 'open' : 'gesloten'}`)
  if (gesloten?.van !== undefined) eisen.push(sql`${dag('gesloten')} >= ${gesloten.van}`)
  if (gesloten?.tot !== undefined) eisen.push(sql`${dag('gesloten')} < ${gesloten.tot}`)
  return eisen
}
