import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '../../../kalender/index.ts'
import { laatsteDag } from './werk.ts'

test('the work list names the last day on which somebody can answer, and of a step its own last day', () => {
  const termijn = datum('2026-03-06')
  for (const soort of ['aanbod', 'opschaling', 'doorzending', 'erbij', 'terug'] as const)
    assert.equal(laatsteDag({ soort, termijn }), '2026-03-05', soort)
  for (const soort of ['stap', 'regie', 'stap-geweigerd'] as const)
    assert.equal(laatsteDag({ soort, termijn }), '2026-03-06', soort)
  assert.equal(laatsteDag({ soort: 'erbij' }), undefined)
})
