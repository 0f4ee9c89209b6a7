import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Voor } from '../toegang/index.ts'
import { dag, mens } from './proefzaken.ts'
import { isTeZien, zichtVoor } from './zicht.ts'

const organisatie = 'gemeente-GM0599' as Parameters<typeof isTeZien>[1]['organisatie']
const kind = (twaalfOp?: string): Voor => ({
  soort: 'kind',
  persoon: mens(1),
  meerderjarigOp: dag('2032-06-01'),
  gezagOp: new Date(0),
  ...(twaalfOp !== undefined && { twaalfOp: dag(twaalfOp) }),
})

test('of a child under twelve a parent sees every case, from the birthday on none that could be about care or help', () => {
  const twaalf = kind('2026-06-02')
  assert.equal(zichtVoor(twaalf, dag('2026-06-01')), undefined)
  const zicht = zichtVoor(twaalf, dag('2026-06-02'))
  // Where the birthday is not known they may be twelve.
  assert.deepEqual(zichtVoor(kind(), dag('2026-06-01')), zicht)
  const ziet = (onderwerp?: Parameters<typeof isTeZien>[1]['onderwerp']) =>
    isTeZien(zicht, { organisatie, ...(onderwerp && { onderwerp }) })
  assert.deepEqual(
    ['burgerzaken', 'onderwijs'].map((een) => ziet(een as 'onderwijs')),
    [true, true],
  )
  for (const nooit of ['zorg', 'kinderen', 'bezwaar', 'parkeren', 'wonen', 'werk', 'buurt'] as const)
    assert.equal(ziet(nooit), false, nooit)
  assert.equal(ziet(), false, 'a kind of case that nobody described')
})
