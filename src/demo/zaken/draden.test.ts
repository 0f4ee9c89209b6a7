import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createBevolking } from '../bevolking/bevolking.ts'
import { maakDraden, rondeOp } from './draden.ts'
import { oefenorganisatie, zaakorganisaties } from './organisaties.ts'
import { maakPlan } from './plan.ts'
import { kinderzaken, vasteZaken } from './vaste-zaken.ts'

test('every case of a child that a parent can look for is there, and moves no other thread', () => {
  const bevolking = createBevolking()
  for (const { ouder, organisatie, soort } of kinderzaken) {
    const waar = zaakorganisaties.find(({ id }) => id === organisatie)
    const wie = bevolking.bekenden.find(({ id }) => id === ouder)?.persoon
    assert.ok(waar && wie)
    const draden = maakDraden(waar, bevolking)
    const gevonden = draden.filter((een) => een.soort.id === soort && wie.kinderen.includes(een.persoon.nr))
    assert.equal(gevonden.length, 1, `${ouder} ${soort}`)
    assert.equal(
      draden.findIndex(({ isVlug }) => isVlug),
      vasteZaken.filter((een) => een[1] === organisatie).length,
    )
  }
})

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
