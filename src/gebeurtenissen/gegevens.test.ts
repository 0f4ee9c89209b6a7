import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '../kalender/index.ts'
import {
  type Gegevens,
  type GegevensPerGebeurtenis,
  leesGegevens,
  metGegevens,
  schrijfGegevens,
} from './gegevens.ts'

const kind: Gegevens = { datum: datum('2026-03-14'), antwoorden: { getrouwd: 'nee' } }

test('what is written is read back, with and without a date', () => {
  const gegevens = new Map<string, Gegevens>([
    ['kind-krijgen', kind],
    ['verhuizen', { antwoorden: {} }],
  ])
  const heen = JSON.parse(JSON.stringify(schrijfGegevens(gegevens)))
  assert.deepEqual(leesGegevens(heen), gegevens)
  assert.deepEqual(leesGegevens(undefined), new Map())
})

test('anything else is refused, and not half read', () => {
  for (const fout of [
    {},
    [1],
    [['a', 'morgen', {}]],
    [['a', '2026-02-30', {}]],
    [['a', null, { b: 1 }]],
    'x',
  ]) {
    assert.equal(leesGegevens(fout), undefined, JSON.stringify(fout))
  }
  assert.equal(leesGegevens([['x'.repeat(100), null, {}]]), undefined)
})

test('the seventh event takes the place of the oldest; the same one only renews itself', () => {
  let gegevens: GegevensPerGebeurtenis = new Map()
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'a', 'g']) gegevens = metGegevens(gegevens, id, kind)
  assert.deepEqual([...gegevens.keys()], ['c', 'd', 'e', 'f', 'a', 'g'])
})
