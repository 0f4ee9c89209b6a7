import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DATUM, PLAATSEN, trek, vergelijk } from '../bench/achterkanten.ts'
import { openCorpus } from '../bench/corpus.ts'
import { huishoudenUit, parseHuishouden, uitHuishoudens } from '../src/engine/index.ts'

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
