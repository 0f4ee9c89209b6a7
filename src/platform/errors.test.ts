import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { codeVan, foutcodes, meldingVan, PlatformError } from './errors.ts'

const catalogus = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')

test('docs/errors.md explains every code, and no code that does not exist', () => {
  const uitgelegd = [...catalogus.matchAll(/^## `([a-z-]+)` \((\d+)\)$/gm)]
  assert.deepEqual(
    uitgelegd.map(([, code, status]) => `${code} ${status}`),
    Object.entries(foutcodes).map(([code, { status }]) => `${code} ${status}`),
  )
})

test('an explanation says what to do', () => {
  for (const deel of catalogus.split(/^## /m).slice(1)) {
    assert.match(deel, /\*\*Wat u doet\*\*: \S/, deel.split('\n')[0])
  }
})

test('the public message never contains the detail', () => {
  const fout = new PlatformError('onverwacht', { detail: 'wachtwoord van de databank' })
  assert.equal(fout.message, 'wachtwoord van de databank')
  assert.doesNotMatch(fout.publiek, /wachtwoord/)
  assert.equal(fout.status, 500)
})

test('a message is found in everything that can be thrown', () => {
  assert.equal(meldingVan(new Error('a')), 'a')
  assert.equal(meldingVan('b'), 'b')
  // Node throws an empty AggregateError when both ::1 and 127.0.0.1 refuse.
  assert.equal(meldingVan(new AggregateError([new Error('c'), new Error('d')])), 'c; d')
  assert.equal(codeVan(Object.assign(new Error(), { code: 'ENOENT' })), 'ENOENT')
  assert.equal(codeVan(undefined), undefined)
})
