import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseCents, parseOrganisatieId } from './index.ts'

test('cents are whole and countable', () => {
  assert.equal(parseCents(134743), 134743)
  assert.equal(parseCents(-5), -5)
  assert.ok(Object.is(parseCents(-0), 0))
  for (const waarde of [0.5, Number.NaN, Infinity, 2 ** 53, '100', null])
    assert.equal(parseCents(waarde), undefined)
})

test('an organisation has a name in small letters, with a code of a place behind it', () => {
  assert.equal(parseOrganisatieId('dienst-toeslagen'), 'dienst-toeslagen')
  assert.equal(parseOrganisatieId('gemeente-GM0599'), 'gemeente-GM0599')
  for (const waarde of ['', 'Dienst', 'a--b', '-a', 'a/b', 7, 'x'.repeat(81)]) {
    assert.equal(parseOrganisatieId(waarde), undefined)
  }
})
