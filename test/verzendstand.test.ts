import assert from 'node:assert/strict'
import { test } from 'node:test'
import { verzendstand } from '../src/app-kanalen.ts'

test('work for a human that is past its day is seen from outside, whoever has to do it', () => {
  const nu = new Date('2026-03-01T10:00:00Z')
  const goed = { wachtend: 0, oudste: undefined, alarmen: 0, hersteltaken: 3, teLaat: 0 }
  assert.equal(verzendstand(goed, [], nu).stand, 'goed')
  assert.deepEqual(verzendstand({ ...goed, teLaat: 1 }, ['email'], nu), {
    ...{ stand: 'beperkt', wegen: ['email'], wachtend: 0, oudsteSeconden: 0 },
    ...{ alarmen: 0, hersteltaken: 3, teLaat: 1 },
  })
})
