import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBevolking } from '../bevolking/bevolking.ts'
import { maakDraden, rondeOp } from './draden.ts'
import { oefenorganisatie, zaakorganisaties } from './organisaties.ts'
import { maakPlan } from './plan.ts'

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

test('somebody of the stories has a case that nobody works on, past its last day in March 2026', async () => {
  const organisatie = zaakorganisaties.find(({ id }) => id === 'uwv')
  assert.ok(organisatie)
  const stil = maakDraden(organisatie, createBevolking()).filter((een) => een.isStil)
  assert.equal(stil.length, 1)
  const [draad] = stil
  assert.ok(draad)
  const nuMs = Date.UTC(2026, 2, 1)
  const plan = maakPlan('uwv', draad, rondeOp(draad, nuMs), {})
  assert.ok(plan.isStil && plan.heeftTermijn && plan.opschorting === undefined)
  assert.ok(nuMs - plan.beginMs > 57 * 86_400_000)
  assert.equal(plan.stappenMs.filter((ms) => ms <= nuMs).length, 2)
})
