/** The generated loop against DuckDB, the one vectorised engine that comes with the house: same households, same rules, in turns. */
import { DUCKDB, plannenOp, schrijfSql, tekstVan, volplanUit } from '../src/engine/index.ts'
import { maakBevolking, type Opdracht } from '../src/proactief/index.ts'
import { DATUM } from './achterkanten.ts'
import { metDuckdbTabellen } from './achterkanten-sql.ts'
import { openCorpus } from './corpus.ts'
import { type Meting, mediaan, rond } from './meet.ts'

const GEMEENTE = 'GM0202'
const REGELINGEN = ['zorgtoeslag', 'huurtoeslag', 'aow']
const RONDES = 7
/** So often a loop runs in a round: it is done before a clock can tell. */
const KEREN = 20

/** DuckDB works out each query over tables it holds already and adds up: reading rows out of it is not counted. */
export async function tegenDuckdb(o: Opdracht): Promise<Meting[]> {
  const corpus = openCorpus()
  const stuk = o.stukken.find((s) => s.gemeente === GEMEENTE)
  if (!stuk) return []
  const k = maakBevolking(o.woorden, o.zaad, o.dag).maak(stuk)
  const { plannen } = plannenOp(corpus, DATUM, stuk.gemeente, stuk.waterschap)
  const gekozen = plannen.filter((p) => REGELINGEN.includes(p.id))
  const uit = new Float64Array(k.aantal)
  const lussen = gekozen.map((p) => volplanUit(tekstVan(p)))
  const vragen = gekozen.map(
    (p) =>
      `create or replace temp table uit as select sum(waarde), count(*) from (${schrijfSql(p.rekenplan, DUCKDB)})`,
  )
  return metDuckdbTabellen(corpus, k, async (voer) => {
    const nu = () => performance.now()
    const perHuishouden = (ms: number, keren: number) => (ms * 1e6) / keren / k.aantal
    const rondes: { readonly lus: number; readonly duckdb: number }[] = []
    for (let i = 0; i <= RONDES; i++) {
      const begin = nu()
      for (let n = 0; n < KEREN; n++) for (const l of lussen) l.bereken(k, uit)
      const midden = nu()
      for (const v of vragen) await voer(v)
      rondes.push({ lus: perHuishouden(midden - begin, KEREN), duckdb: perHuishouden(nu() - midden, 1) })
    }
    // The first round warms both up.
    const warm = rondes.slice(1)
    return [
      {
        naam: 'bevolking.drie-regelingen-duckdb',
        waarde: rond(mediaan(warm.map((r) => r.duckdb))),
        eenheid: 'ns per huishouden, 1 draad',
      },
      {
        naam: 'bevolking.verhouding-duckdb',
        waarde: rond(mediaan(warm.map((r) => r.lus / r.duckdb))),
        eenheid: 'keer',
        grens: 1,
      },
    ]
  })
}
