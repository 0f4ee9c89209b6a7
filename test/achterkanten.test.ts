import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { type Achterkant, DATUM, PLAATSEN, trek, vergelijk } from '../bench/achterkanten.ts'
import { metDuckdb, metPostgresql } from '../bench/achterkanten-sql.ts'
import { openCorpus } from '../bench/corpus.ts'
import {
  huishoudenUit,
  parseHuishouden,
  plannenOp,
  SPARK,
  schrijfSql,
  TRINO,
  uitHuishoudens,
} from '../src/engine/index.ts'
import { openProefdatabank } from '../src/store/proefdatabank.ts'

/** A hundredth of `npm run proef -- bevolking`, over all places together. */
const HUISHOUDENS = 1000

test('the generated JavaScript of every scheme gives the cents of the evaluator, and knows no more than it', async () => {
  const corpus = openCorpus()
  let [bedragen, onbekend] = [0, 0]
  for (const [n, plaats] of PLAATSEN.entries()) {
    const huishoudens = trek(corpus, plaats, HUISHOUDENS / PLAATSEN.length, 100 + n)
    const uit = await vergelijk(corpus, plaats, huishoudens)
    assert.deepEqual(uit.verschillen.slice(0, 3), [], plaats.gemeente)
    bedragen += uit.bedragen
    onbekend += uit.onbekend
  }
  assert.ok(bedragen > HUISHOUDENS, `${bedragen} outcomes with something in them`)
  assert.ok(onbekend > 0, 'and some that a missing figure leaves open')
})

test('households that went into columns come out as they were', () => {
  const corpus = openCorpus()
  const [plaats] = PLAATSEN
  assert.ok(plaats)
  const kolommen = uitHuishoudens(corpus, DATUM, trek(corpus, plaats, 50, 3))
  const terug = Array.from({ length: 50 }, (_, h) => {
    const gelezen = parseHuishouden(corpus, huishoudenUit(corpus, kolommen, h, { ...plaats }))
    assert.ok(gelezen.ok)
    return gelezen.huishouden
  })
  const nogEens = uitHuishoudens(corpus, DATUM, terug)
  assert.deepEqual(nogEens.mens, kolommen.mens)
  assert.deepEqual(nogEens.woning, kolommen.woning)
  assert.deepEqual(nogEens.opvangFeit, kolommen.opvangFeit)
  assert.deepEqual(nogEens.begin, kolommen.begin)
})

/** Places with figures that nobody set, and with law of their own. */
async function controleer(achterkant: Achterkant): Promise<void> {
  const corpus = openCorpus()
  let bedragen = 0
  const plaatsen = PLAATSEN.slice(0, 4)
  for (const [n, plaats] of plaatsen.entries()) {
    const huishoudens = trek(corpus, plaats, HUISHOUDENS / plaatsen.length, 200 + n)
    const uit = await vergelijk(corpus, plaats, huishoudens, achterkant)
    assert.deepEqual(uit.verschillen.slice(0, 3), [], plaats.gemeente)
    bedragen += uit.bedragen
  }
  assert.ok(bedragen > HUISHOUDENS)
}

test('the generated SQL of every scheme gives the cents of the evaluator in DuckDB', () =>
  metDuckdb(controleer))

test('the same query, in the dialect of PostgreSQL, gives them there', async (t) => {
  const { url } = await openProefdatabank(t)
  await metPostgresql(url, controleer)
})

test('the SQL that the decision about clusters shows is what is written for them', () => {
  const plan = plannenOp(openCorpus(), DATUM, 'GM0363', 'WS0155').plannen.find(({ id }) => id === 'aow')
  assert.ok(plan)
  const tekst = schrijfSql(plan.rekenplan, TRINO)
  const besluit = readFileSync(join(import.meta.dirname, '../docs/adr/0029-bevolking.md'), 'utf8')
  assert.ok(besluit.includes(tekst), tekst)
  // Only the division is written otherwise.
  assert.equal(schrijfSql(plan.rekenplan, SPARK).replace(' div ', ' / '), tekst)
})
