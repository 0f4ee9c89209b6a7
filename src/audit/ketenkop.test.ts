import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { maakPersoonId } from '../domain/index.ts'
import { isKop, ondertekenKop } from './ketenkop.ts'
import { openSleutelring } from './sleutelring.ts'

const ring = openSleutelring(() => ['x'.repeat(40)])
const onderwerp = `persoon:${maakPersoonId(new Date(0), randomBytes)}` as const

test('the signed end of a chain holds for that person, that line and that key alone', () => {
  const kop = ondertekenKop(ring, onderwerp, { volgnummer: 7, hash: Buffer.alloc(32, 1) })
  assert.ok(isKop(ring, onderwerp, kop))
  const ander = `persoon:${maakPersoonId(new Date(0), randomBytes)}` as const
  assert.ok(!isKop(ring, ander, kop))
  assert.ok(!isKop(ring, onderwerp, { ...kop, volgnummer: 8 }))
  assert.ok(!isKop(ring, onderwerp, { ...kop, hash: Buffer.alloc(32, 2) }))
  assert.ok(
    !isKop(
      openSleutelring(() => ['y'.repeat(40)]),
      onderwerp,
      kop,
    ),
  )
})
