import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { proefcorpus } from '../../corpus/proefcorpus.ts'
import { loadTeksten } from '../../platform/i18n/index.ts'
import { gebiedsnaam } from './gebied.ts'
import { maakSpraak } from './spraak.ts'

const spraak = maakSpraak(loadTeksten(join(import.meta.dirname, '../../../corpus/teksten')))

test('places with the same name are told apart by their kind, in each language; others keep their name', () => {
  const { gebieden } = proefcorpus().engine
  assert.equal(gebiedsnaam(spraak.nl, gebieden, 'PV20'), 'Groningen (provincie)')
  assert.equal(gebiedsnaam(spraak.nl, gebieden, 'GM0014'), 'Groningen (gemeente)')
  assert.equal(gebiedsnaam(spraak.en, gebieden, 'WS0665'), 'Limburg (water board)')
  assert.equal(gebiedsnaam(spraak.nl, gebieden, 'GM0363'), 'Amsterdam')
  for (const een of Object.values(spraak)) {
    const namen = [...gebieden.keys()].map((code) => gebiedsnaam(een, gebieden, code))
    assert.deepEqual(
      namen.filter((naam, i) => namen.indexOf(naam) !== i),
      [],
    )
  }
})
