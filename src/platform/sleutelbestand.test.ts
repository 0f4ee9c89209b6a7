import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { leesSleutelgeheimen, maakSleutelgeheim } from './sleutelbestand.ts'

test('secrets are made once, kept for us alone, and a new one comes in front', (t) => {
  const map = mkdtempSync(join(tmpdir(), 'voordeur-sleutel-'))
  t.after(() => rmSync(map, { recursive: true, force: true }))
  const bron = { geheim: undefined, vorige: [], map }
  const eerste = leesSleutelgeheimen(bron)
  assert.equal(eerste.length, 1)
  assert.deepEqual(leesSleutelgeheimen(bron), eerste)
  assert.equal(statSync(join(map, 'sleutelring')).mode & 0o777, 0o600)
  const [nieuw, oud] = maakSleutelgeheim(map)
  assert.equal(oud, eerste[0])
  assert.notEqual(nieuw, oud)
  assert.equal(statSync(join(map, 'sleutelring')).mode & 0o777, 0o600)
  assert.deepEqual(leesSleutelgeheimen(bron), [nieuw, oud])
})

test('with a secret in the configuration nothing is read from disk', () => {
  const bron = { geheim: 'a', vorige: ['b', 'c'], map: '/bestaat/niet' }
  assert.deepEqual(leesSleutelgeheimen(bron), ['a', 'b', 'c'])
})
