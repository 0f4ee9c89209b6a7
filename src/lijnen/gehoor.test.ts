import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakGehoor } from './gehoor.ts'

test('how long everybody could be heard begins anew after a break, and at the first look', () => {
  let ms = 5_000
  const gehoordMs = maakGehoor(() => ms, 20_000)
  const na = (tot: number) => {
    ms = tot
    return gehoordMs()
  }
  assert.deepEqual([na(5_000), na(25_000), na(45_000)], [0, 20_000, 40_000])
  assert.deepEqual([na(65_001), na(66_001)], [0, 1_000])
})
