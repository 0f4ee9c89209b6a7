import assert from 'node:assert/strict'
import { test } from 'node:test'
import { begin, stroom } from './bevolking/toeval.ts'
import { benodigd, effectVan, macht, onder, verschilInterval, wilson } from './campagnemaat.ts'

const bijna = (kreeg: number, verwacht: number, ruimte = 5e-5) =>
  assert.ok(Math.abs(kreeg - verwacht) <= ruimte, `${kreeg}, expected ${verwacht}`)

test('intervals are those of the worked examples in the literature', () => {
  // Newcombe, Statistics in Medicine 17 (1998): 81 of 263 has the Wilson interval 0,2553 to 0,3662.
  const een = wilson(81, 263)
  bijna(een.van, 0.2553)
  bijna(een.tot, 0.3662)
  // The same, pages 873-890: 56 of 70 against 48 of 80 has 0,0524 to 0,3339 by method 10.
  const twee = verschilInterval({ x: 56, n: 70 }, { x: 48, n: 80 })
  bijna(twee.van, 0.0524)
  bijna(twee.tot, 0.3339)
  // Nothing of 10 against nothing of 20: (0, z²/(n + z²)).
  const nul = verschilInterval({ x: 0, n: 10 }, { x: 0, n: 20 })
  bijna(nul.tot, 3.8415 / 13.8415, 1e-4)
  bijna(nul.van, -3.8415 / 23.8415, 1e-4)
})

test('how many are needed: 10 to 15 in a hundred asks 686 in each group at 80%, worked by hand', () => {
  // ((1,96 √(2 × 0,125 × 0,875) + 0,8416 √(0,15 × 0,85 + 0,10 × 0,90)) / 0,05)² = (1,3098 / 0,05)² = 686
  assert.deepEqual(benodigd({ p0: 0.1, p1: 0.15 }, '0.8'), { campagne: 686, controle: 686 })
  assert.deepEqual(benodigd({ p0: 0.1, p1: 0.15 }, '0.9'), { campagne: 918, controle: 918 })
  const twee = benodigd({ p0: 0.1, p1: 0.15, verhouding: 2 }, '0.8')
  assert.ok(twee && twee.campagne < 686 && twee.controle > 686)
  for (const fout of [
    { p0: 0.2, p1: 0.1 },
    { p0: 0.1, p1: 0.1 },
    { p0: 0.9, p1: 1.1 },
  ])
    assert.equal(benodigd(fout, '0.8'), undefined)
})

test('power is what the number needed was worked out for', () => {
  bijna(macht(686, 686, 0.1, 0.15), 0.8, 0.001)
  bijna(macht(918, 918, 0.1, 0.15), 0.9, 0.001)
  bijna(onder(1.959963984540054), 0.975, 1e-6)
  bijna(onder(0), 0.5, 1e-6)
  bijna(onder(-1), 0.158655, 1e-6)
  assert.equal(macht(0, 100, 0.1, 0.2), 0)
})

test('an effect has its interval and what it means in households; small cells say nothing', () => {
  const uit = effectVan({ x: 120, n: 1000 }, { x: 80, n: 1000 }, 10)
  assert.ok(typeof uit === 'object')
  bijna(uit.verschil, 0.04, 1e-9)
  bijna(uit.extra, 40, 1e-9)
  assert.ok(uit.isZeker && uit.interval.van > 0.013 && uit.interval.tot < 0.067)
  const niet = effectVan({ x: 100, n: 1000 }, { x: 95, n: 1000 }, 10)
  assert.ok(typeof niet === 'object' && !niet.isZeker)
  assert.equal(effectVan({ x: 9, n: 1000 }, { x: 80, n: 1000 }, 10), 'klein')
  assert.equal(effectVan({ x: 995, n: 1000 }, { x: 80, n: 1000 }, 10), 'klein', 'who did not is as small')
  assert.equal(effectVan({ x: 0, n: 0 }, { x: 80, n: 1000 }, 10), 'leeg')
})

test('of a thousand campaigns without effect, about 5 in a hundred seem to have one', () => {
  const toeval = stroom(begin(5, 1, 'proef'))
  const trek = (n: number, p: number) => Array.from({ length: n }, () => toeval()).filter((u) => u < p).length
  let mis = 0
  for (let i = 0; i < 1000; i++) {
    const [x1, x0] = [trek(300, 0.2), trek(300, 0.2)]
    const { van, tot } = verschilInterval({ x: x1, n: 300 }, { x: x0, n: 300 })
    if (van > 0 || tot < 0) mis++
  }
  assert.ok(mis > 30 && mis < 70, `${mis}`)
})
