import assert from 'node:assert/strict'
import { test } from 'node:test'
import { vasteBytes } from './proeftijd.ts'
import { leesSpoor, nieuwSpoor, traceparent, vervolgSpoor } from './spoor.ts'

test('a trace survives being written and read, and keeps its number one call further', () => {
  const spoor = nieuwSpoor(vasteBytes(7))
  assert.deepEqual(leesSpoor(traceparent(spoor)), spoor)
  const verder = vervolgSpoor(spoor, vasteBytes(8))
  assert.equal(verder.traceId, spoor.traceId)
  assert.notEqual(verder.spanId, spoor.spanId)
})

test('what the standard forbids is not read', () => {
  const [trace, span] = ['0af7651916cd43dd8448eb211c80319c', 'b7ad6b7169203331']
  assert.ok(leesSpoor(`00-${trace}-${span}-00`))
  assert.ok(leesSpoor(`01-${trace}-${span}-00-later`), 'een latere versie mag meer velden hebben')
  for (const kop of [
    undefined,
    '',
    `ff-${trace}-${span}-00`,
    `00-${trace}-${span}-00-meer`,
    `00-${'0'.repeat(32)}-${span}-00`,
    `00-${trace}-${'0'.repeat(16)}-00`,
    `00-${trace.toUpperCase()}-${span}-00`,
  ])
    assert.equal(leesSpoor(kop), undefined, String(kop))
})

test('chance that gives only zeros still gives a number', () => {
  const spoor = nieuwSpoor((aantal) => new Uint8Array(aantal))
  assert.deepEqual(leesSpoor(traceparent(spoor)), spoor)
})
