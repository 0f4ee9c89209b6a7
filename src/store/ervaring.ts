import { type RawBuilder, sql } from 'kysely'
import type { Opruimer } from '../audit/index.ts'
import { type Datum, parseDatum, parseOrganisatieId } from '../domain/index.ts'
import {
  type ErvaringStore,
  isGelukt,
  isKanaal,
  isReden,
  isTaal,
  type Keuze,
  type Kijker,
  type Plek,
  soorten,
  type Weektelling,
  type Zin,
} from '../ervaring/index.ts'
import { ingangen, type Tx } from './context.ts'
import type { Databank } from './databank.ts'

/** How steps of journeys go. Nothing about anybody: no table here has a place for it. */
export function ervaringOpslag(databank: Databank): ErvaringStore {
  const { alsTaak, alsMedewerker } = ingangen(databank)
  const als = <T>(kijker: Kijker, fn: (tx: Tx) => Promise<T>): Promise<T> => {
    if (kijker.soort === 'installatie') return alsTaak('ervaring', fn)
    const { medewerker, organisatie } = kijker
    return alsMedewerker({ medewerker, organisatie }, fn)
  }
  return {
    schrijf: (tellingen, zinnen) =>
      alsTaak('ervaring', async (tx) => {
        // In the order that they come in: the same for all nodes, so that they never wait for each other in a circle.
        for (const { dag, stap, kanaal, taal, organisatie = '', soort, aantal } of tellingen)
          await sql`insert into ervaring_telling as t (dag, stap, kanaal, taal, organisatie, soort, aantal)
            values (${dag}::date, ${stap}, ${kanaal}, ${taal}, ${organisatie}, ${soort}, ${aantal})
            on conflict (dag, stap, kanaal, taal, organisatie, soort)
            do update set aantal = t.aantal + excluded.aantal`.execute(tx)
        for (const een of zinnen)
          await sql`insert into ervaring_zin as z (dag, stap, kanaal, taal, organisatie, antwoord, reden, tekst, aantal)
            values (${een.dag}::date, ${een.stap}, ${een.kanaal}, ${een.taal}, ${een.organisatie ?? ''},
              ${een.antwoord}, ${een.reden ?? ''}, ${een.tekst}, ${een.aantal})
            on conflict (dag, stap, kanaal, taal, organisatie, antwoord, reden, tekst)
            do update set aantal = z.aantal + excluded.aantal`.execute(tx)
      }),

    verbruik: (merk, dag) =>
      alsTaak('ervaring', async (tx) => {
        const { numAffectedRows } = await sql`insert into ervaring_stempel (merk, dag)
          values (${merk}, ${dag}::date) on conflict do nothing`.execute(tx)
        return numAffectedRows === 1n
      }),

    weken: (kijker, keuze) =>
      als(kijker, async (tx) => {
        const { rows } = await sql<Weekrij>`
          select date_trunc('week', dag)::date::text as week, stap, kanaal, soort, sum(aantal)::int as aantal
          from ervaring_telling where ${binnen(keuze)}
          group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(tx)
        return rows.flatMap(telling)
      }),

    organisaties: (kijker, { van, tot }) =>
      als(kijker, async (tx) => {
        const { rows } = await sql<{ organisatie: string }>`select distinct organisatie from ervaring_telling
          where ${binnen({ van, tot })} and organisatie <> '' order by organisatie`.execute(tx)
        return rows.flatMap(({ organisatie }) => parseOrganisatieId(organisatie) ?? [])
      }),

    zinnen: (kijker, keuze, hoogstens) =>
      als(kijker, async (tx) => {
        const { rows } =
          await sql<Zinrij>`select dag::text as dag, stap, kanaal, taal, organisatie, antwoord, reden,
            tekst, aantal
          from ervaring_zin where ${binnen(keuze)} order by dag desc, stap, tekst limit ${hoogstens}`.execute(
            tx,
          )
        return rows.flatMap(zin)
      }),
  }
}

function binnen({ van, tot, kanaal, taal, organisatie }: Keuze): RawBuilder<unknown> {
  const eisen = [
    sql`dag >= ${van}::date and dag < ${tot}::date`,
    ...(kanaal === undefined ? [] : [sql`kanaal = ${kanaal}`]),
    ...(taal === undefined ? [] : [sql`taal = ${taal}`]),
    ...(organisatie === undefined
      ? []
      : [sql`organisatie = ${organisatie === 'eigen-huis' ? '' : organisatie}`]),
  ]
  return sql.join(eisen, sql` and `)
}

interface Weekrij {
  readonly week: string
  readonly stap: string
  readonly kanaal: string
  readonly soort: string
  readonly aantal: number
}

/** What an older version of ours wrote, and this one does not know, says nothing here. */
function telling({ week, stap, kanaal, soort, aantal }: Weekrij): Weektelling[] {
  const bekend = soorten.find((een) => een === soort)
  if (bekend === undefined || !isKanaal(kanaal)) return []
  return [{ week: dagVan(week), stap, kanaal, soort: bekend, aantal }]
}

interface Zinrij {
  readonly dag: string
  readonly stap: string
  readonly kanaal: string
  readonly taal: string
  readonly organisatie: string
  readonly antwoord: string
  readonly reden: string
  readonly tekst: string
  readonly aantal: number
}

function zin({ dag, stap, kanaal, taal, organisatie, antwoord, reden, tekst, aantal }: Zinrij): Zin[] {
  if (!isKanaal(kanaal) || !isTaal(taal) || !isGelukt(antwoord)) return []
  const van = parseOrganisatieId(organisatie)
  const plek: Plek = { dag: dagVan(dag), stap, kanaal, taal, ...(van !== undefined && { organisatie: van }) }
  return [{ ...plek, antwoord, ...(isReden(reden) && { reden }), tekst, aantal }]
}

function dagVan(tekst: string): Datum {
  const dag = parseDatum(tekst)
  if (dag === undefined) throw new Error('in de databank staat iets anders dan een dag')
  return dag
}

/** Counters, sentences and used forms each have a period of their own. What belongs to a day goes when that day is over it. */
export function ervaringOpruimers(bewaring: Databank): readonly Opruimer[] {
  const { alsTaak } = ingangen(bewaring)
  const ruim = (tabel: 'ervaring_telling' | 'ervaring_zin' | 'ervaring_stempel') => (grens: Date) =>
    alsTaak('bewaring', async (tx) => {
      const { numAffectedRows } = await sql`delete from ${sql.table(tabel)}
        where dag < ${grens.toISOString().slice(0, 10)}::date`.execute(tx)
      return Number(numAffectedRows ?? 0n)
    })
  return [
    { verwerking: 'ervaring-tellen', ruimOp: ruim('ervaring_telling') },
    { verwerking: 'ervaring-zinnen', ruimOp: ruim('ervaring_zin') },
    { verwerking: 'begrenzing', ruimOp: ruim('ervaring_stempel') },
  ]
}
