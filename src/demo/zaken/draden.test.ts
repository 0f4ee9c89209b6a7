import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBevolking } from '../bevolking/bevolking.ts'
import { maakDraden } from './draden.ts'
import { oefenorganisatie, zaakorganisaties } from './organisaties.ts'

test('nobody has a case that is not for people of their age', () => {
  const bevolking = createBevolking()
  let aantal = 0
  for (const organisatie of [...zaakorganisaties, oefenorganisatie])
    for (const { soort, persoon } of maakDraden(organisatie, bevolking)) {
      if (!['aow', 'aio'].includes(soort.id)) continue
      aantal++
      assert.ok(persoon.geboren < '1961', `${organisatie.id} ${soort.id} ${persoon.geboren}`)
    }
  assert.ok(aantal > 0)
})
