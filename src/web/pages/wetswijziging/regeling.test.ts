import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leesCijfer } from './regeling.ts'

test('an amount with a point for the thousands is not made a thousand times smaller', () => {
  const gelezen = (een: string, eenheid: string) => leesCijfer(een, eenheid)
  assert.equal(gelezen('2.400', 'EUR/jaar'), '2400')
  assert.equal(gelezen('146,011', 'EUR'), '146011')
  assert.equal(gelezen('1.146.011,50', 'EUR'), '1146011.50')
  assert.equal(gelezen(' 932,93', 'EUR/maand'), '932.93')
  assert.equal(gelezen('932.93', 'EUR/maand'), '932.93')
  assert.equal(gelezen('13,730', 'procent'), '13.730')
  assert.equal(gelezen('13.730', 'procent'), '13.730')
  assert.equal(gelezen('0,125', 'EUR/m3'), '0.125')
  assert.equal(gelezen('veel', 'EUR'), 'veel')
})
