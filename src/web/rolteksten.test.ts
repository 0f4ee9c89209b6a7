import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadTeksten } from '../platform/i18n/index.ts'
import { medewerkerrollen } from '../toegang/index.ts'
import { talen } from './routes.ts'

// The name is composed of the role, so that the test over all keys does not see it; without it no page of a desk opens.
test('each role at a desk has a name in each language', () => {
  const teksten = loadTeksten(join(import.meta.dirname, '..', '..', 'corpus', 'teksten'))
  for (const taal of talen)
    for (const rol of medewerkerrollen) assert.ok(teksten[taal].get(`balie.rol.${rol}`), `${taal} ${rol}`)
})
