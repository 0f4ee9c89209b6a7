import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadCorpus } from './laden.ts'
import { leesMap } from './map-lezen.ts'

const CORPUS = join(import.meta.dirname, '../../corpus')

test('the shipped corpus has no fault', () => {
  const geladen = loadCorpus({ mappen: [CORPUS] })
  const fouten = geladen.ok ? geladen.waarschuwingen : geladen.fouten
  assert.deepEqual(
    fouten.map((f) => `${f.bestand}:${f.regel}:${f.kolom} ${f.melding} ${f.remedie}`),
    [],
  )
})

test('every scheme that computes has examples beside one of its files', () => {
  const geladen = loadCorpus({ mappen: [CORPUS] })
  assert.ok(geladen.ok)
  const metVoorbeelden = new Set(
    leesMap(CORPUS)
      .filter(({ bestand }) => bestand.endsWith('.voorbeelden.yaml'))
      .map(({ bestand }) => bestand.split('/').at(-2)),
  )
  const zonder = [...geladen.corpus.engine.ids].filter((id) => !metVoorbeelden.has(id))
  assert.deepEqual(zonder, [])
})
