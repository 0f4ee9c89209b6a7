import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import * as d from './datum.ts'

/** The calendar of the platform, used here only as a second opinion. */
const viaDate = (dag: number) => new Date(dag * 86_400_000)
const naarDag = (jaar: number, maand: number, dag: number) => Date.UTC(jaar, maand - 1, dag) / 86_400_000
const op = (tekst: string): number => {
  const dag = d.leesDatum(tekst)
  assert.ok(dag !== undefined, tekst)
  return dag
}
const dagen = fc.integer({ min: -25567, max: 60000 })
const opties = { seed: 20260301, numRuns: 500 }

test('every day from 1900 to 2130 is the day that the platform calls it, and reads back', () => {
  for (let dag = -25567; dag <= 58440; dag++) {
    const x = viaDate(dag)
    const c = d.civielVan(dag)
    if (c.jaar !== x.getUTCFullYear() || c.maand !== x.getUTCMonth() + 1 || c.dag !== x.getUTCDate())
      assert.fail(d.toonDatum(dag))
    if (d.leesDatum(x.toISOString().slice(0, 10)) !== dag) assert.fail(x.toISOString())
  }
})

test('a day that does not exist is no date', () => {
  for (const t of [
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '',
    '２０２６-01-01',
    '2026-0a-01',
    '-026-01-01',
    '2026/01/01',
    '2026-01-1 ',
    '2026-01-+1',
    '2e+3-01-01',
  ]) {
    assert.equal(d.leesDatum(t), undefined, t)
  }
  assert.notEqual(d.leesDatum('2000-02-29'), undefined)
  assert.notEqual(d.leesDatum('2024-02-29'), undefined)
})

test('whoever was born on 29 February has a birthday on 1 March in other years', () => {
  const geboren = op('2008-02-29')
  assert.equal(d.toonDatum(d.verjaardag(geboren, 18)), '2026-03-01')
  assert.equal(d.toonDatum(d.verjaardag(geboren, 20)), '2028-02-29')
  assert.equal(d.leeftijd(geboren, op('2026-02-28')), 17)
  assert.equal(d.leeftijd(geboren, op('2026-03-01')), 18)
  assert.equal(d.leeftijd(geboren, op('2028-02-28')), 19)
  assert.equal(d.leeftijd(geboren, op('2028-02-29')), 20)
})

test('an age is reached on the birthday, not a day earlier', () => {
  fc.assert(
    fc.property(dagen, fc.integer({ min: 0, max: 110 }), (geboren, jaren) => {
      const dag = d.verjaardag(geboren, jaren)
      return d.leeftijd(geboren, dag) === jaren && d.leeftijd(geboren, dag - 1) === jaren - 1
    }),
    opties,
  )
})

test('an age is the number of birthdays that have passed, counted by the platform', () => {
  fc.assert(
    fc.property(dagen, fc.integer({ min: 0, max: 40000 }), (geboren, later) => {
      const g = viaDate(geboren)
      let jaren = 0
      // Date.UTC turns 29 February into 1 March by itself in a year without it.
      while (
        Date.UTC(g.getUTCFullYear() + jaren + 1, g.getUTCMonth(), g.getUTCDate()) <=
        (geboren + later) * 86_400_000
      )
        jaren++
      assert.equal(d.leeftijd(geboren, geboren + later), jaren)
    }),
    opties,
  )
})

test('months later keep to the end of the month, and never skip one', () => {
  assert.equal(d.toonDatum(d.plusMaanden(op('2026-01-31'), 1)), '2026-02-28')
  assert.equal(d.toonDatum(d.plusMaanden(op('2024-01-31'), 1)), '2024-02-29')
  assert.equal(d.toonDatum(d.plusMaanden(op('2026-03-31'), -1)), '2026-02-28')
  assert.equal(d.toonDatum(d.plusMaanden(op('2024-02-29'), 12)), '2025-02-28')
  assert.equal(d.toonDatum(d.plusMaanden(op('2026-12-15'), 1)), '2027-01-15')
  fc.assert(
    fc.property(dagen, fc.integer({ min: -600, max: 600 }), (dag, n) => {
      const x = viaDate(dag)
      const eerste = naarDag(x.getUTCFullYear(), x.getUTCMonth() + 1 + n, 1)
      const laatste = naarDag(x.getUTCFullYear(), x.getUTCMonth() + 2 + n, 0)
      assert.equal(d.plusMaanden(dag, n), Math.min(eerste + x.getUTCDate() - 1, laatste))
    }),
    opties,
  )
})

test('the number of whole months is the largest that fits', () => {
  fc.assert(
    fc.property(dagen, fc.integer({ min: 0, max: 20000 }), (a, later) => {
      const n = d.maandenTussen(a, a + later)
      const c = d.civielVan(a)
      // A month is full on the same day of a later month; where that day is missing, on the first of the next.
      const vol = (m: number) =>
        Math.min(naarDag(c.jaar, c.maand + m, c.dag), naarDag(c.jaar, c.maand + m + 1, 1))
      assert.ok(vol(n) <= a + later && vol(n + 1) > a + later)
    }),
    opties,
  )
})

test('the first of a month, quarter and year', () => {
  fc.assert(
    fc.property(dagen, (dag) => {
      const x = viaDate(dag)
      const [jaar, maand] = [x.getUTCFullYear(), x.getUTCMonth()]
      assert.equal(d.beginMaand(dag), naarDag(jaar, maand + 1, 1))
      assert.equal(d.beginKwartaal(dag), naarDag(jaar, maand - (maand % 3) + 1, 1))
      assert.equal(d.beginJaar(dag), naarDag(jaar, 1, 1))
    }),
    opties,
  )
})

test('every date function goes one way only, so that limits of a range come from its ends', () => {
  fc.assert(
    fc.property(
      dagen,
      fc.integer({ min: 0, max: 800 }),
      dagen,
      fc.integer({ min: 0, max: 1400 }),
      (a, meer, op, n) => {
        const b = a + meer
        assert.ok(d.verjaardag(a, n % 110) <= d.verjaardag(b, n % 110))
        assert.ok(d.plusMaanden(a, n) <= d.plusMaanden(b, n))
        assert.ok(d.leeftijd(a, op) >= d.leeftijd(b, op) && d.leeftijd(op, a) <= d.leeftijd(op, b))
        assert.ok(
          d.maandenTussen(a, op) >= d.maandenTussen(b, op) &&
            d.maandenTussen(op, a) <= d.maandenTussen(op, b),
        )
      },
    ),
    { ...opties, numRuns: 2000 },
  )
})
