import assert from 'node:assert/strict'
import { test } from 'node:test'
import { HOOGSTENS_VERSCHIL, zegbaar, zegbareGrenzen } from './zegbaar.ts'

test('limits are said up to the largest difference, and not a cent above it', () => {
  assert.equal(zegbaar({ van: 0, tot: HOOGSTENS_VERSCHIL }), 'tussen')
  assert.equal(zegbaar({ van: 0, tot: HOOGSTENS_VERSCHIL + 1 }), 'te-vroeg')
  assert.equal(zegbaar({ van: 0, tot: 7_169_000 }), 'te-vroeg')
})

test('of wide limits the lowest is said when there is one, and both when the highest is at most twice it', () => {
  assert.equal(zegbaar({ van: 14_051, tot: 605_600 }), 'vanaf')
  assert.equal(zegbaar({ van: 150_000, tot: 300_000 }), 'tussen')
  assert.equal(zegbaar({ van: 150_000, tot: 300_001 }), 'vanaf')
})

test('less money is told by the same rule as more money', () => {
  assert.equal(zegbaar({ van: -605_600, tot: -14_051 }), 'vanaf')
  assert.equal(zegbaar({ van: -605_600, tot: 0 }), 'te-vroeg')
  assert.equal(zegbaar({ van: -60_000, tot: 60_000 }), 'te-vroeg')
  assert.equal(zegbaar({ van: -30_000, tot: -3_000 }), 'tussen')
})

test('what is paid by the quarter, the year or once is compared per month', () => {
  const grenzen = (tot: number | null, per: 'kwartaal' | 'jaar' | 'eenmalig', van = 0) =>
    zegbareGrenzen({ van, tot, per, valuta: 'EUR', exact: true })
  assert.equal(grenzen(300_000, 'kwartaal'), 'tussen')
  assert.equal(grenzen(300_001, 'kwartaal'), 'te-vroeg')
  assert.equal(grenzen(1_200_000, 'jaar'), 'tussen')
  assert.equal(grenzen(11_100_000, 'eenmalig'), 'te-vroeg')
  assert.equal(grenzen(null, 'jaar'), 'te-vroeg')
  assert.equal(grenzen(null, 'jaar', 1), 'vanaf')
})
