import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  afbouw,
  eindVan,
  HOOGSTENS_METINGEN,
  inkomenslijn,
  type Maandwaarde,
  type Meting,
} from './inkomenslijn.ts'

const precies = (cents: number): Maandwaarde => ({ van: cents, tot: cents, jaar: cents * 12 })

/** Schemes as plain functions of the income. */
function meting(wetten: Readonly<Record<string, (inkomen: number) => number>>): Meting {
  return (inkomen, ids) => new Map(ids.map((id) => [id, precies(wetten[id]?.(inkomen) ?? 0)]))
}

/** Every whole euro tried: the last one at which the amount is still more than nothing. */
function laatsteEuro(wet: (inkomen: number) => number, tot: number): number {
  for (let x = tot; x >= 0; x -= 100) if (wet(x) > 0) return x
  return -1
}

test('the income at which a scheme stops is found to the euro', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1000, max: 75_000 }),
      fc.integer({ min: 5, max: 60 }),
      fc.integer({ min: 20, max: 500 }),
      (begin, procent, hoogste) => {
        const wet = (x: number): number =>
          Math.floor(Math.max(0, hoogste * 100 - (Math.max(0, x - begin * 100) * procent) / 1200) / 100) * 100
        const einde = 12_000_000
        const lijn = inkomenslijn({
          meet: meting({ a: wet }),
          regelingen: ['a'],
          van: 0,
          tot: einde,
          eigen: 2_612_300,
        })
        const verwacht = laatsteEuro(wet, einde)
        if (verwacht === einde) return
        assert.equal(lijn.randen.find((r) => r.soort === 'stopt')?.inkomen, verwacht)
        assert.ok(lijn.metingen <= HOOGSTENS_METINGEN)
      },
    ),
    { numRuns: 60, seed: 7 },
  )
})

test('a cliff amid a slope of another scheme stands at its exact income, as a vertical step of the line', () => {
  const wetten = {
    klif: (x: number) => (x <= 2_973_600 ? 14_000 : 0),
    helling: (x: number) => Math.max(0, 40_000 - Math.floor((x * 0.01) / 100) * 100),
    sprong: (x: number) => (x <= 5_111_100 ? 20_000 : 9000),
  }
  const lijn = inkomenslijn({
    meet: meting(wetten),
    regelingen: Object.keys(wetten),
    van: 0,
    tot: 8_000_000,
    eigen: 2_600_000,
  })
  assert.deepEqual(
    lijn.randen.map(({ regeling, inkomen, soort }) => [regeling, inkomen, soort]),
    [
      ['klif', 2_973_600, 'stopt'],
      ['helling', laatsteEuro(wetten.helling, 8_000_000), 'stopt'],
      ['sprong', 5_111_100, 'sprong'],
    ],
  )
  const op = (inkomen: number) => lijn.punten.find((p) => p.inkomen === inkomen)?.tot ?? 0
  assert.equal(op(2_973_600) - op(2_973_700), 14_000)
  assert.equal(op(2_600_000), wetten.klif(2_600_000) + wetten.helling(2_600_000) + 20_000)
  assert.ok(lijn.metingen <= HOOGSTENS_METINGEN, `${lijn.metingen}`)
})

test('a bend is drawn where it is, although it lies between two points of the grid', () => {
  const wet = (x: number): number => 50_000 - Math.max(0, x - 3_123_400) / 100
  const lijn = inkomenslijn({ meet: meting({ a: wet }), regelingen: ['a'], van: 0, tot: 8_000_000, eigen: 0 })
  for (const [i, p] of lijn.punten.entries()) {
    const q = lijn.punten[i + 1]
    if (!q) continue
    const midden = (p.inkomen + q.inkomen) / 2
    assert.ok(Math.abs((p.tot + q.tot) / 2 - wet(midden)) < 300, `${midden}`)
  }
})

test('of each hundred more, so much goes off; a cliff nearby is left out of it', () => {
  const wetten = {
    a: (x: number) => 50_000 - (x * 24) / 1200,
    b: (x: number) => (x <= 2_650_000 ? 10_000 : 0),
  }
  const meet = meting(wetten)
  const { randen } = inkomenslijn({ meet, regelingen: ['a', 'b'], van: 0, tot: 4_000_000, eigen: 2_600_000 })
  assert.deepEqual(afbouw(meet, ['a', 'b'], 2_600_000, randen), { van100: 24, tot: 2_650_000 })
  assert.equal(afbouw(meet, ['a', 'b'], 2_645_000, randen), undefined)
})

test('the picture ends where everything has stopped, and beyond the own income', () => {
  const meet = meting({ a: (x) => (x < 5_000_000 ? 100 : 0) })
  assert.equal(eindVan(meet, ['a'], 2_000_000), 6_000_000)
  assert.equal(eindVan(meet, ['a'], 20_000_000), 25_000_000)
  assert.equal(eindVan(meting({ a: () => 100 }), ['a'], 0), 12_000_000)
})
