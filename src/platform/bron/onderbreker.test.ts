import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Onderbreker } from './onderbreker.ts'
import { Schot } from './schot.ts'

const instelling = { venster: 6, minimum: 3, aandeel: 0.5, rustMs: 1_000 }

test('whatever happens: open lets nothing through, half open one at a time, and a good source always comes back', () => {
  const stap = fc.oneof(
    fc.record({ soort: fc.constant('vraag' as const) }),
    fc.record({ soort: fc.constant('meld' as const), isGoed: fc.boolean() }),
    fc.record({ soort: fc.constant('laat' as const) }),
    fc.record({ soort: fc.constant('tijd' as const), ms: fc.integer({ min: 1, max: 4_000 }) }),
  )
  fc.assert(
    fc.property(fc.array(stap, { maxLength: 60 }), (stappen) => {
      let nu = 0
      const onderbreker = new Onderbreker(instelling, () => nu)
      let binnen = 0
      for (const een of stappen) {
        const { keten } = onderbreker
        if (een.soort === 'tijd') nu += een.ms
        if (een.soort === 'vraag' && onderbreker.vraagDoorgang()) {
          assert.notEqual(keten, 'open')
          binnen++
        }
        if (een.soort === 'meld' && binnen > 0) {
          binnen--
          onderbreker.meld(een.isGoed)
          if (een.isGoed && keten !== 'dicht') assert.equal(onderbreker.keten, 'dicht')
        }
        if (een.soort === 'laat' && binnen > 0) {
          binnen--
          onderbreker.laatGaan()
        }
      }
      // All that was asked ends badly; then the source is well again.
      for (; binnen > 0; binnen--) onderbreker.meld(false)
      nu += instelling.rustMs * 8
      assert.ok(onderbreker.vraagDoorgang())
      onderbreker.meld(true)
      assert.equal(onderbreker.vraagDoorgang(), true)
    }),
    { seed: 5, numRuns: 2_000 },
  )
})

test('half open lets one through until it has reported', () => {
  let nu = 0
  const onderbreker = new Onderbreker(instelling, () => nu)
  for (let i = 0; i < 3; i++) {
    assert.ok(onderbreker.vraagDoorgang())
    onderbreker.meld(false)
  }
  assert.equal(onderbreker.keten, 'open')
  nu = 1_000
  assert.deepEqual([onderbreker.vraagDoorgang(), onderbreker.vraagDoorgang()], [true, false])
  onderbreker.laatGaan()
  assert.deepEqual([onderbreker.vraagDoorgang(), onderbreker.vraagDoorgang()], [true, false])
})

test('each failed try doubles the rest, up to eight times', () => {
  let nu = 0
  const onderbreker = new Onderbreker(instelling, () => nu)
  for (let i = 0; i < 3; i++) onderbreker.meld(false)
  const rusten: number[] = []
  for (let i = 0; i < 6; i++) {
    const begin = nu
    while (!onderbreker.vraagDoorgang()) nu += 100
    rusten.push(nu - begin)
    onderbreker.meld(false)
  }
  assert.deepEqual(rusten, [1_000, 2_000, 4_000, 8_000, 8_000, 8_000])
})

test('never more inside than there is room, first come first served, and nobody is forgotten', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('komt', 'gaat', 'geeft-op'), { maxLength: 60 }),
      fc.integer({ min: 1, max: 3 }),
      fc.integer({ min: 0, max: 4 }),
      async (stappen, maxTegelijk, maxWachtend) => {
        const schot = new Schot(maxTegelijk, maxWachtend)
        const uitslagen: string[] = []
        const opgeven: (() => void)[] = []
        let gekomen = 0
        let binnen = 0
        for (const stap of stappen) {
          if (stap === 'komt') {
            gekomen++
            schot
              .betreed((geefOp) => opgeven.push(geefOp))
              .then((uitslag) => {
                uitslagen.push(uitslag)
                if (uitslag === 'binnen') binnen++
              })
          }
          if (stap === 'gaat' && binnen > 0) {
            binnen--
            schot.vrij()
          }
          if (stap === 'geeft-op') opgeven.shift()?.()
          await Promise.resolve()
          await Promise.resolve()
          assert.ok(schot.lopend <= maxTegelijk && schot.wachtend <= maxWachtend)
          assert.equal(schot.lopend, binnen)
        }
        assert.equal(uitslagen.length + schot.wachtend, gekomen)
      },
    ),
    { seed: 6, numRuns: 500 },
  )
})
