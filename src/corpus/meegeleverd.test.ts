import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { ontleedFormule, toonFormule } from '../engine/index.ts'
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

test('every formula of the shipped corpus is printed and read again as the same formula', () => {
  const geladen = loadCorpus({ mappen: [CORPUS] })
  assert.ok(geladen.ok)
  const formules = new Set(
    geladen.corpus.engine.wetten.flatMap((w) => [...w.regels.values()].map((r) => r.formule)),
  )
  for (const formule of formules) {
    const eerst = ontleedFormule(formule)
    assert.ok(eerst.ok, formule)
    const getoond = toonFormule(eerst.ast)
    const weer = ontleedFormule(getoond)
    assert.ok(weer.ok, getoond)
    assert.equal(toonFormule(weer.ast), getoond)
    assert.deepEqual(vorm(weer.ast), vorm(eerst.ast), formule)
  }
  assert.ok(formules.size > 250, String(formules.size))
})

/** A formula without the places where its parts stood. */
function vorm(x: unknown): unknown {
  if (Array.isArray(x)) return x.map(vorm)
  if (typeof x !== 'object' || x === null) return x
  return Object.fromEntries(Object.entries(x).flatMap(([k, w]) => (k === 'van' ? [] : [[k, vorm(w)]])))
}
