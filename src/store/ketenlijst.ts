import { type RawBuilder, sql } from 'kysely'
import {
  type KetenlijstStore,
  LIJST_GETELD,
  type Lijstplek,
  type Lijstvraag,
} from '../loket/ketenlijst-store.ts'
import { ingangen } from './context.ts'
import type { Databank } from './databank.ts'

/** Named limit: ids that begin with the same sixty bits are a handful in the life of an installation. */
const maxTussen = 20

/** What an organisation takes part in: row-level security of a professional says which rows there are. */
export function ketenlijstOpslag(databank: Databank): KetenlijstStore {
  const { alsMedewerker, alsTaak } = ingangen(databank)
  return {
    lijst: (lezer, vraag) =>
      alsMedewerker(
        lezer,
        async (tx) => {
          const { vanaf, aantal, na } = vraag
          const { samen, isAf } = orden[vraag.orde]
          const over = na === undefined ? 0 : vanaf
          const gelezen = Math.max(LIJST_GETELD - over, vanaf - over + aantal) + 1
          const { rows } = await sql<Lijstplek>`
            select id, geopend, nummer from (${mijn(vraag, lezer.organisatie, gelezen)}) m
            order by ${langs(samen, isAf)} limit ${gelezen}`.execute(tx)
          const op = rows.slice(vanaf - over, vanaf - over + aantal)
          const laatste = op.at(-1)
          return {
            aantal: over + rows.length,
            zaken: op.map(({ id }) => id),
            ...(laatste && { laatste }),
          }
        },
        { wijze: 'lezen' },
      ),

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

/** Of each order: along which columns of the two tables, of what comes of them together, and which way. */
const tijd = { zaak: ['z.geopend', 'z.id'], deelname: ['d.geopend', 'd.ketenzaak'], samen: ['geopend', 'id'] }
const nummer = { zaak: ['z.nummer'], deelname: ['z.nummer'], samen: ['nummer'] }
const orden = {
  oudste: { ...tijd, isAf: false },
  nieuwste: { ...tijd, isAf: true },
  nummer: { ...nummer, isAf: false },
  'nummer-af': { ...nummer, isAf: true },
} as const

function langs(kolommen: readonly string[], isAf: boolean): RawBuilder<unknown> {
  return sql.join(kolommen.map((een) => sql`${sql.ref(een)} ${sql.raw(isAf ? 'desc' : 'asc')}`))
}

/** After the last one of the page before. */
function verder({ na, orde }: Lijstvraag, kolommen: readonly string[]): RawBuilder<unknown>[] {
  if (na === undefined) return []
  const plek = kolommen.length === 1 ? [sql`${na.nummer}`] : [sql`${na.geopend}`, sql`${na.id}::uuid`]
  const hoe = sql.raw(orden[orde].isAf ? '<' : '>')
  return [sql`(${sql.join(kolommen.map((een) => sql.ref(een)))}) ${hoe} (${sql.join(plek)})`]
}

/**
 * Cases that they own, and cases that they take part in: of each as many as are read, from the side that is asked for.
 * The organisation itself stands in it too: the rows would be the same, and the index is found.
 */
function mijn(vraag: Lijstvraag, organisatie: string, hoogstens: number): RawBuilder<unknown> {
  const { zaak, deelname, isAf } = orden[vraag.orde]
  const eigen = [
    sql`z.organisatie = ${organisatie}`,
    ...eisenVan(vraag),
    ...geopend(vraag, sql`z.geopend`),
    ...verder(vraag, zaak),
  ]
  const anderen = [
    sql`d.organisatie = ${organisatie} and z.organisatie <> ${organisatie}`,
    ...eisenVan(vraag),
    ...geopend(vraag, sql`d.geopend`),
    ...verder(vraag, deelname),
  ]
  const kolommen = sql`z.id, z.geopend, z.nummer`
  return sql`(select ${kolommen} from loket_zaak z where ${sql.join(eigen, sql` and `)}
      order by ${langs(zaak, isAf)} limit ${hoogstens})
    union all (select ${kolommen} from loket_deelnemer d join loket_zaak z on z.id = d.ketenzaak
      where ${sql.join(anderen, sql` and `)} order by ${langs(deelname, isAf)} limit ${hoogstens})`
}

function geopend(
  { geopendVan, geopendTot }: Pick<Lijstvraag, 'geopendVan' | 'geopendTot'>,
  kolom: RawBuilder<unknown>,
): RawBuilder<unknown>[] {
  return [
    ...(geopendVan === undefined ? [] : [sql`${kolom} >= ${geopendVan}`]),
    ...(geopendTot === undefined ? [] : [sql`${kolom} < ${geopendTot}`]),
  ]
}

function eisenVan({ nummer, organisaties, isOpen, gesloten }: Lijstvraag): RawBuilder<unknown>[] {
  return [
    ...(nummer === undefined ? [] : [sql`z.nummer = ${nummer}`]),
    ...(organisaties === undefined ? [] : [sql`z.organisatie = any (${[...organisaties]}::text[])`]),
    ...(isOpen === undefined ? [] : [sql`z.stand = ${isOpen ? 'open' : 'gesloten'}`]),
    ...(gesloten?.van === undefined ? [] : [sql`z.gesloten >= ${gesloten.van}`]),
    ...(gesloten?.tot === undefined ? [] : [sql`z.gesloten < ${gesloten.tot}`]),
  ]
}
