import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakToeval } from './toeval.ts'

test('bytes are of the length that was asked, never given twice, and theirs who got them', () => {
  const toeval = maakToeval()
  const gegeven = Array.from({ length: 3_000 }, (_, i) => toeval([12, 16, 32, 9_000][i % 4] ?? 0))
  const tekst = gegeven.map((een) => een.toString('hex'))
  assert.deepEqual(
    gegeven.slice(0, 4).map(({ length }) => length),
    [12, 16, 32, 9_000],
  )
  assert.equal(new Set(tekst).size, tekst.length)
  // Two that came from one supply: what is written in one is not in the other.
  const [a, b] = [toeval(16), toeval(16)]
  const was = b.toString('hex')
  a.fill(0)
  assert.equal(b.toString('hex'), was)
  assert.ok(gegeven.every((een) => een.some((byte) => byte !== 0)))
})
