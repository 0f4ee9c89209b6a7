import assert from 'node:assert/strict'
import { test } from 'node:test'
import { padBinnen } from './pad-binnen.ts'

const basis = new URL('https://bron.example/taken/v1/')

test('what is below the base is a path, however its port is written; anything else is nowhere', () => {
  for (const adres of ['https://bron.example/taken/v1/a/b?c=d', 'https://BRON.example:443/taken/v1/a/b?c=d'])
    assert.equal(padBinnen(basis, adres), 'a/b?c=d', adres)
  assert.equal(padBinnen(new URL('https://bron.example/taken/v1'), 'https://bron.example/taken/v1/a'), 'a')
  for (const adres of [
    'http://bron.example/taken/v1/a',
    'https://bron.example:8443/taken/v1/a',
    'https://bron.example/taken/v10/a',
    'https://bron.example/taken/v1/../../beheer',
    'https://bron.example/taken/v1/%2e%2e%2fbeheer',
    'https://bron.example/taken/v1/..%5cbeheer',
    'https://bron.example/taken/v1//kwaad.example/a',
    'https://ik@bron.example/taken/v1/a',
    'https://bron.example/taken/v1/a#b',
    `https://bron.example/taken/v1/${'a'.repeat(2_000)}`,
    'a/b',
  ])
    assert.equal(padBinnen(basis, adres), undefined, adres)
})
