import assert from 'node:assert/strict'
import { test } from 'node:test'
import { geefOordeel } from './zelf-geven.ts'

const op = new Date(0)

test('who is under curatele in the register gives nothing, nor does anybody while the register is silent', () => {
  const gegevens = (isOnderCuratele: boolean) =>
    ({ status: 'ok', gegevens: { isOnderCuratele }, op }) as const
  assert.equal(geefOordeel(gegevens(false)), 'mag')
  assert.equal(geefOordeel(gegevens(true)), 'niet-zelf-te-geven')
  assert.equal(geefOordeel({ status: 'fout', soort: 'te-laat', sinds: op }), 'bron-stil')
  assert.equal(geefOordeel({ status: 'geen-bsn' }), 'mag')
  assert.equal(geefOordeel({ status: 'onbekend', op }), 'mag')
})
