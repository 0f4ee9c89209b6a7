import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KLEINSTE } from '../ervaring/index.ts'
import type { Leersoort } from './lering.ts'
import { type Leerrij, leeruitkomsten } from './lering-uitkomst.ts'

const rij = (soort: Leersoort, dagen: number, aantal: number, naar = 'svb'): Leerrij => ({
  ...{ keten: 'met-pensioen', van: 'gemeente', naar, soort, dagen, aantal },
})

test('half of them and nine in ten; of too few nothing is said, of neither days nor how many', () => {
  const [keten] = leeruitkomsten([
    rij('wacht', 2, 10),
    rij('wacht', 9, 8),
    rij('wacht', 40, 2),
    rij('gemist', 0, 3),
    rij('wacht', 200, KLEINSTE - 1, 'duo'),
    rij('verteld', 1, 4),
    rij('verteld', 3, 8),
  ])
  const [svb, duo] = keten?.paren ?? []
  assert.deepEqual(svb?.wacht, { mediaan: 2, p90: 9 })
  assert.deepEqual([svb?.klaar, svb?.gemist], [{ soort: 'getal', n: 20 }, { soort: 'klein' }])
  assert.deepEqual([duo?.wacht, duo?.klaar], [undefined, { soort: 'klein' }])
  assert.doesNotMatch(JSON.stringify(duo), /200|"n":9/)
  assert.deepEqual(keten?.verteld, { mediaan: 3, p90: 3 })
})
