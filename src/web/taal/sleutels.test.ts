import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadTeksten } from '../../platform/i18n/index.ts'

const src = join(import.meta.dirname, '..', '..')

test('every text that a page names is in the catalogue', () => {
  const { nl } = loadTeksten(join(src, '..', 'corpus', 'teksten'))
  const genoemd = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((pad) => pad.endsWith('.ts') && !pad.endsWith('.test.ts'))
    .flatMap((pad) => {
      const tekst = readFileSync(join(src, pad), 'utf8')
      return [...tekst.matchAll(/\bt\(\s*'([a-z_]+(?:\.[\w-]+)+)'/g)].map(([, sleutel = '']) => ({
        pad,
        sleutel,
      }))
    })
  assert.ok(genoemd.length > 500)
  assert.deepEqual(
    genoemd.filter(({ sleutel }) => !nl.has(sleutel)),
    [],
  )
})
