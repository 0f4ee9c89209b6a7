import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  type Eenheid,
  gedeeld,
  gelijk,
  isProcent,
  leesEenheid,
  maal,
  metValuta,
  toonEenheid,
} from './eenheid.ts'

const lees = (t: string): Eenheid => {
  const e = leesEenheid(t)
  assert.ok(e, t)
  return e
}
const SYMBOLEN = [
  'EUR',
  'USD',
  'geld',
  'jaar',
  'kwartaal',
  'maand',
  '2-weken',
  'week',
  'dag',
  'uur',
  'm2',
  'kW',
]
const eenheid = fc.dictionary(
  fc.constantFrom(...SYMBOLEN),
  fc.integer({ min: -3, max: 3 }).filter((n) => n !== 0),
  { maxKeys: 4 },
)
const opties = { seed: 20260303, numRuns: 300 }

test('a unit reads as powers of its symbols', () => {
  assert.deepEqual({ ...lees('EUR/maand') }, { EUR: 1, maand: -1 })
  assert.deepEqual({ ...lees('jaar^2/maand/EUR') }, { jaar: 2, maand: -1, EUR: -1 })
  assert.deepEqual({ ...lees('uur*EUR/uur') }, { EUR: 1 })
  assert.deepEqual({ ...lees('EUR/2-weken') }, { EUR: 1, '2-weken': -1 })
  for (const t of ['getal', 'procent']) assert.deepEqual({ ...lees(t) }, {})
  assert.deepEqual({ ...lees('procent/jaar') }, { jaar: -1 })
})

test('an unknown word is no unit', () => {
  for (const t of [
    'euro',
    'EUR/',
    '/EUR',
    'EUR//maand',
    'EUR per maand',
    'eur',
    '',
    'EUR^',
    'EUR^x',
    'maanden',
    'EUR/maand/',
    '€',
    'constructor',
    '__proto__',
  ]) {
    assert.equal(leesEenheid(t), undefined, t)
  }
})

test('percent is a pure number in hundredths, also inside a unit', () => {
  assert.ok(isProcent('procent') && isProcent('procent/jaar') && isProcent('procent*EUR'))
  assert.ok(!isProcent('getal') && !isProcent('procenten') && !isProcent('EUR/procent'))
})

test('multiplying and dividing by the same unit gives the unit back', () => {
  fc.assert(
    fc.property(eenheid, eenheid, (a, b) => {
      assert.ok(gelijk(gedeeld(maal(a, b), b), maal(a, {})))
      assert.ok(gelijk(maal(a, b), maal(b, a)))
      assert.deepEqual({ ...gedeeld(a, a) }, {})
    }),
    opties,
  )
})

test('a unit that is written reads back as itself', () => {
  fc.assert(
    fc.property(eenheid, (e) => {
      const tekst = toonEenheid(e)
      // A unit with nothing above the line is written 1/jaar, which a file writes as getal/jaar.
      assert.ok(gelijk(lees(tekst.replace(/^1\//, 'getal/')), e), tekst)
    }),
    opties,
  )
})

test('money is the currency of the place', () => {
  assert.ok(gelijk(metValuta(lees('geld/maand'), 'USD'), lees('USD/maand')))
  assert.ok(gelijk(metValuta(lees('geld/EUR'), 'EUR'), {}))
  assert.ok(!gelijk(metValuta(lees('geld'), 'USD'), lees('EUR')))
})
