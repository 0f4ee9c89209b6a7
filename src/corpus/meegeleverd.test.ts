import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { loadCorpus } from './laden.ts'
import { leesMap } from './map-lezen.ts'

const CORPUS = join(import.meta.dirname, '../../corpus')

/** Generous: measured at half a second for 175 files, on two cores that did more than this. */
const MAX_LAADTIJD_MS = 1_500

test('the shipped corpus has no fault, and loads quickly', (t) => {
  const geladen = loadCorpus({ mappen: [CORPUS] })
  const begin = performance.now()
  loadCorpus({ mappen: [CORPUS] })
  const duurMs = performance.now() - begin
  const fouten = geladen.ok ? geladen.waarschuwingen : geladen.fouten
  assert.deepEqual(
    fouten.map((f) => `${f.bestand}:${f.regel}:${f.kolom} ${f.melding} ${f.remedie}`),
    [],
  )
  t.diagnostic(`${Math.round(duurMs)} ms`)
  assert.ok(duurMs < MAX_LAADTIJD_MS, `${Math.round(duurMs)} ms`)
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
