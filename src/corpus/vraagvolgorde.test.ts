import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadCorpus } from './laden.ts'
import { MEEGELEVERD } from './meegeleverd.ts'
import { leesVraagvolgorde } from './vraagvolgorde.ts'

const document = (inhoud: unknown) => ({
  bestand: 'vragen/eerst.yaml',
  inhoud,
  sha256: '',
  plaats: () => ({ regel: 1, kolom: 1 }),
})

test('every question that comes first exists, and stands there once', () => {
  const geladen = loadCorpus({ mappen: [MEEGELEVERD] })
  assert.ok(geladen.ok)
  const { engine, vraagvolgorde } = geladen.corpus
  const namen = vraagvolgorde.flat()
  assert.ok(namen.length > 0)
  assert.equal(new Set(namen).size, namen.length)
  const bekend = new Set(engine.feiten.flatMap(({ id, bij }) => bij.map((wie) => `${wie}.${id}`)))
  assert.deepEqual(
    namen.filter((naam) => !bekend.has(naam) && !['partner', 'kinderen', 'medebewoners'].includes(naam)),
    [],
  )
})

test('a name that is no question is told, with what to write', () => {
  const { fouten } = leesVraagvolgorde(document({ eerst: [['geboortedatum'], ['partner']] }))
  assert.deepEqual(
    fouten.map(({ code, melding }) => [code, melding]),
    [['vraag-naam', 'geboortedatum is geen naam van een vraag.']],
  )
  assert.equal(leesVraagvolgorde(document({ eerst: 'partner' })).fouten.length, 1)
  assert.equal(leesVraagvolgorde(document({ eerste: [] })).fouten.length, 2)
})
