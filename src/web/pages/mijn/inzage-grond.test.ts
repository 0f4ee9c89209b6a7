import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { proefcorpus } from '../../../corpus/proefcorpus.ts'
import { createVertaler, loadTeksten } from '../../../platform/i18n/index.ts'

test('the ground in the privacy law is said in the language of the page', () => {
  const teksten = loadTeksten(join(import.meta.dirname, '..', '..', '..', '..', 'corpus', 'teksten'))
  const grond = (taal: 'nl' | 'en' | 'pap', letter: string) =>
    createVertaler(taal, teksten[taal])('mijn.inzage.grond', { letter })
  assert.equal(grond('nl', 'c'), 'De wet: AVG, artikel 6 lid 1 onder c.')
  assert.equal(grond('en', 'c'), 'The law: GDPR, article 6(1)(c).')
  assert.doesNotMatch(grond('pap', 'c'), /artikel/)
  // The page takes the last letter: every processing names its ground so.
  for (const { id, grondslag } of proefcorpus().verwerkingen.values())
    assert.match(grondslag.avg, /^artikel 6 lid 1 onder [a-f]$/, id)
})
