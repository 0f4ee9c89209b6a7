import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { deelHalf, deelOmhoog, deelOmlaag, korter, leesDecimaal, toonDecimaal } from './getal.ts'

const opties = { seed: 20260302, numRuns: 1000 }
const groot = fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n })
const deler = groot.filter((n) => n !== 0n)

test('a decimal keeps every digit that was written', () => {
  assert.deepEqual(leesDecimaal('13.730'), { w: 13730n, schaal: 3 })
  assert.deepEqual(leesDecimaal('-0.05'), { w: -5n, schaal: 2 })
  assert.deepEqual(leesDecimaal('0'), { w: 0n, schaal: 0 })
  assert.deepEqual(leesDecimaal('9007199254740993.000000001'), { w: 9007199254740993000000001n, schaal: 9 })
})

test('what is not plainly a number is refused, not guessed', () => {
  for (const t of [
    '012',
    '1e3',
    '1.',
    '.5',
    '1,5',
    '29.736,00',
    '+1',
    '--1',
    '- 1',
    '1 000',
    '',
    'Infinity',
    'NaN',
    '0x10',
    '1_000',
  ]) {
    assert.equal(leesDecimaal(t), undefined, t)
  }
})

test('reading and writing a decimal is stable', () => {
  fc.assert(
    fc.property(groot, fc.integer({ min: 0, max: 20 }), (w, schaal) => {
      const d = leesDecimaal(toonDecimaal(w, schaal))
      assert.ok(d)
      const k = korter({ w, schaal })
      assert.deepEqual(korter(d), k)
      assert.equal(w * 10n ** BigInt(d.schaal), d.w * 10n ** BigInt(schaal))
    }),
    opties,
  )
})

test('a safe integer is written the same as a big one', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 12 }), (w, schaal) => {
      assert.equal(toonDecimaal(w, schaal), toonDecimaal(BigInt(w), schaal))
    }),
    opties,
  )
  assert.equal(toonDecimaal(-5, 2), '-0.05')
  assert.equal(toonDecimaal(-500, 2), '-5')
  assert.equal(toonDecimaal(0, 2), '0')
  assert.equal(toonDecimaal(Number.MAX_SAFE_INTEGER, 2), '90071992547409.91')
})

test('down is the largest whole number not above, up the smallest not below', () => {
  fc.assert(
    fc.property(groot, deler, (a, b) => {
      // Compare as fractions: q ≤ a/b < q + 1, with the sign of b brought to the other side.
      const [x, y] = b < 0n ? [-a, -b] : [a, b]
      const q = deelOmlaag(a, b)
      assert.ok(q * y <= x && (q + 1n) * y > x)
      const p = deelOmhoog(a, b)
      assert.ok(p * y >= x && (p - 1n) * y < x)
    }),
    opties,
  )
})

test('half is the nearest, and a tie goes away from zero', () => {
  const tabel: [bigint, bigint, bigint][] = [
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [5n, -2n, -3n],
    [-5n, -2n, 3n],
    [1n, 2n, 1n],
    [-1n, 2n, -1n],
    [1n, 3n, 0n],
    [2n, 3n, 1n],
    [-1n, 3n, 0n],
    [-2n, 3n, -1n],
    [0n, 7n, 0n],
    [0n, -7n, 0n],
    [25652n, 100n, 257n],
    [25649n, 100n, 256n],
    [25650n, 100n, 257n],
  ]
  for (const [a, b, uit] of tabel) assert.equal(deelHalf(a, b), uit, `${a}/${b}`)
  fc.assert(
    fc.property(groot, deler, (a, b) => {
      const q = deelHalf(a, b)
      const abs = (n: bigint) => (n < 0n ? -n : n)
      const rest = abs(2n * (a - q * b))
      assert.ok(rest <= abs(b))
      if (rest === abs(b)) assert.ok(abs(q) * abs(b) > abs(a), 'a tie away from zero')
      assert.equal(deelHalf(-a, b), -q)
    }),
    opties,
  )
})
