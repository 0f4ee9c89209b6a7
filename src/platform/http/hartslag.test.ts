import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakHartslag } from './hartslag.ts'

test('everybody is looked at once a round, a few at a time, and who left no more', (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] })
  const gezien = new Map<number, number>()
  const hartslag = maakHartslag<number>(30_000, (wie) => void gezien.set(wie, (gezien.get(wie) ?? 0) + 1))
  for (let wie = 0; wie < 250; wie++) hartslag.zetBij(wie)
  for (let beurt = 1; beurt <= 100; beurt++) {
    const { size } = gezien
    t.mock.timers.tick(300)
    assert.ok(gezien.size - size <= 3)
  }
  assert.equal(gezien.size, 250)
  assert.ok([...gezien.values()].every((keer) => keer === 1))
  hartslag.haalWeg(7)
  t.mock.timers.tick(30_000)
  assert.deepEqual([gezien.get(7), gezien.get(8)], [1, 2])
  hartslag.stop()
  t.mock.timers.tick(30_000)
  assert.equal(gezien.get(8), 2)
})
