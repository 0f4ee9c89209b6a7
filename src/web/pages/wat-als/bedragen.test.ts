import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadTeksten } from '../../../platform/i18n/index.ts'
import { maakSpraak } from '../../ui/spraak.ts'
import { verschiltekst } from './bedragen.ts'

const spraak = maakSpraak(loadTeksten(join(import.meta.dirname, '../../../../corpus/teksten')))
const zin = (van: number, tot: number) =>
  verschiltekst(spraak.nl, 'EUR', { van, tot }).replaceAll('\u00a0', ' ')

test('a difference is said exactly, between limits, from its lowest, or not at all', () => {
  assert.equal(zin(0, 0), 'geen verschil')
  assert.equal(zin(-16_700, -16_700), '€ 167 minder')
  assert.equal(zin(5_000, 16_700), '€ 50 tot € 167 meer')
  assert.equal(zin(-3_000, 16_700), 'tussen € 30 minder en € 167 meer')
  assert.equal(zin(5_000, 300_000), 'minstens € 50 meer')
  assert.equal(zin(-300_000, -5_000), 'minstens € 50 minder')
  assert.equal(zin(-200_000, 500_000), 'nog te vroeg om te zeggen')
})
