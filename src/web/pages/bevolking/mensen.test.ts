import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadTeksten } from '../../../platform/i18n/index.ts'
import { HUISHOUDENS, marges, TELLING } from '../../../proactief/index.ts'
import { talen } from '../../routes.ts'

const teksten = loadTeksten(join(import.meta.dirname, '..', '..', '..', '..', 'corpus', 'teksten'))

test('every margin of the made-up people has a name in each language, and no name is of a margin that is gone', () => {
  const namen = marges().map(({ naam }) => `bevolking.marge.${naam}`)
  for (const taal of talen) {
    const gezegd = [...teksten[taal].keys()].filter((sleutel) => sleutel.startsWith('bevolking.marge.'))
    assert.deepEqual(gezegd.toSorted(), namen.toSorted(), taal)
  }
})

test('private households and people in institutions together are the households of a calculation', () => {
  assert.equal(TELLING.huishoudens + TELLING.instelling, HUISHOUDENS)
  // 8.4 million households, as CBS counts them: without institutions.
  assert.equal(TELLING.huishoudens, 8_374_404)
})
