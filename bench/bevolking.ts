/** The whole country in one run, and the generated loop against one written by hand. */
import { maakOpdracht, type Opdracht, rekenDoor } from '../src/proactief/index.ts'
import { type Achterkant, DATUM, inJavascript, PLAATSEN, trek, vergelijk } from './achterkanten.ts'
import { metDuckdb, metPostgresql } from './achterkanten-sql.ts'
import { tegenDuckdb } from './bevolking-duckdb.ts'
import { handgeschreven } from './bevolking-hand.ts'
import { openCorpus } from './corpus.ts'
import { type Meting, rond } from './meet.ts'
import { metDuurzameDatabank } from './personen.ts'

const ZAAD = 20260301
/** Households at one place at a time. */
const RONDE = 2500
const DAG = Date.UTC(2026, 2, 1) / 86_400_000

export async function bevolking(): Promise<Meting[]> {
  const o = opdracht()
  return [...(await heelNederland()), ...handgeschreven(o), ...(await tegenDuckdb(o))]
}

function opdracht(huishoudens?: number): Opdracht {
  return maakOpdracht(openCorpus(), DAG, {
    datum: DATUM,
    zaad: ZAAD,
    ...(huishoudens ? { huishoudens } : {}),
  })
}

/** People made and every scheme worked out, from the checked law files to the last piece; reading those files is apart. */
async function heelNederland(): Promise<Meting[]> {
  const corpus = openCorpus()
  const begin = performance.now()
  const rekentijd = process.cpuUsage()
  const o = maakOpdracht(corpus, DAG, { datum: DATUM, zaad: ZAAD })
  const uit = await rekenDoor(o, { draden: 2, voortgang: toon })
  const seconden = (performance.now() - begin) / 1000
  const { user, system } = process.cpuUsage(rekentijd)
  const mensen = uit.uitkomsten.reduce((n, u) => n + u.mensen, 0)
  const huishoudens = uit.uitkomsten.reduce((n, u) => n + u.huishoudens, 0)
  process.stderr.write('\n')
  return [
    { naam: 'bevolking.heel-nederland', waarde: rond(seconden), eenheid: 's', grens: 20 },
    {
      naam: 'bevolking.heel-nederland-rekentijd',
      waarde: rond((user + system) / 1e6),
      eenheid: 's processortijd',
    },
    {
      naam: 'bevolking.heel-nederland-geheugen',
      waarde: rond(uit.geheugen / 2 ** 30),
      eenheid: 'GB',
      grens: 8,
    },
    { naam: 'bevolking.mensen', waarde: rond(mensen / 1e6), eenheid: 'miljoen' },
    { naam: 'bevolking.huishoudens', waarde: rond(huishoudens / 1e6), eenheid: 'miljoen' },
    { naam: 'bevolking.regelingen', waarde: o.functies.length, eenheid: 'regelingen' },
  ]
}

function toon(v: { gedaan: number; stukken: number; nogMs: number | undefined }): void {
  if (!process.stderr.isTTY) return
  const deel = Math.round((20 * v.gedaan) / v.stukken)
  const nog = v.nogMs === undefined ? '' : `nog ${Math.ceil(v.nogMs / 1000)} s`
  process.stderr.write(`\r[${'#'.repeat(deel)}${'.'.repeat(20 - deel)}] ${v.gedaan}/${v.stukken} ${nog}   `)
}

/** 100,000 random households: the generated JavaScript, and the SQL in DuckDB and PostgreSQL, give the cents of the evaluator. */
export async function bevolkingsproef(aantal: number): Promise<Meting[]> {
  const corpus = openCorpus()
  const proef = async (naam: string, achterkant: Achterkant): Promise<Meting[]> => {
    let [uitkomsten, bedragen, onbekend, verschillen] = [0, 0, 0, 0]
    for (let ronde = 0; ronde * PLAATSEN.length * RONDE < aantal; ronde++) {
      for (const [n, plaats] of PLAATSEN.entries()) {
        const huishoudens = trek(corpus, plaats, Math.min(RONDE, aantal), ronde * 100 + n)
        const uit = await vergelijk(corpus, plaats, huishoudens, achterkant)
        uitkomsten += uit.uitkomsten
        bedragen += uit.bedragen
        onbekend += uit.onbekend
        verschillen += uit.verschillen.length
        for (const v of uit.verschillen.slice(0, 1)) process.stderr.write(`${naam} ${JSON.stringify(v)}\n`)
      }
    }
    return [
      { naam: `bevolking.gelijk-${naam}-uitkomsten`, waarde: uitkomsten, eenheid: 'uitkomsten' },
      { naam: `bevolking.gelijk-${naam}-bedragen`, waarde: bedragen, eenheid: 'met een bedrag of recht' },
      { naam: `bevolking.gelijk-${naam}-onbekend`, waarde: onbekend, eenheid: 'onbekend' },
      { naam: `bevolking.gelijk-${naam}-verschillen`, waarde: verschillen, eenheid: 'verschillen', grens: 0 },
    ]
  }
  return [
    ...(await proef('javascript', inJavascript)),
    ...(await metDuckdb((a) => proef('duckdb', a))),
    ...(await metDuurzameDatabank((url) => metPostgresql(url, (a) => proef('postgresql', a)))),
  ]
}
