import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { stilLog } from '../platform/index.ts'
import { openDatabank } from './databank.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { Proefindex, type Stap } from './proefindex.ts'

const nummer = fc.nat(50)
const stap: fc.Arbitrary<Stap> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      doe: fc.constant('rol' as const),
      zaak: nummer,
      wie: nummer,
      heeft: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ doe: fc.constant('weg' as const), zaak: nummer }) },
  {
    weight: 4,
    arbitrary: fc.record({
      doe: fc.constant('bezorg' as const),
      welke: nummer,
      keer: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ doe: fc.constant('bezoek' as const), wie: nummer }) },
  { weight: 1, arbitrary: fc.record({ doe: fc.constant('weiger' as const), wie: nummer }) },
  { weight: 3, arbitrary: fc.constant({ doe: 'werk' as const }) },
  { weight: 1, arbitrary: fc.constant({ doe: 'vraag-opnieuw' as const }) },
  { weight: 1, arbitrary: fc.constant({ doe: 'wacht' as const }) },
  { weight: 8, arbitrary: fc.record({ doe: fc.constant('ga' as const), welke: nummer }) },
)
const verlies = fc.record({ doe: fc.constant('verlies' as const), welke: nummer })
const proefopzet = { mensen: 3, zaken: 4 }

async function speel(t: Parameters<typeof openProefdatabank>[0], een: fc.Arbitrary<Stap>, seed: number) {
  const { databank, url } = await openProefdatabank(t)
  const eigenaar = openDatabank({ url, log: stilLog, max: 1 })
  t.after(() => eigenaar.destroy())
  await fc.assert(
    fc.asyncProperty(fc.array(een, { minLength: 5, maxLength: 60 }), async (stappen) => {
      const wereld = new Proefindex(databank, proefopzet)
      for (const stap of stappen) await wereld.doe(stap)
      await wereld.kom()
      assert.deepEqual(wereld.fouten, [])
      const { index, waarheid } = await wereld.vergelijk()
      assert.deepEqual(index, waarheid)
      const alles = await Proefindex.uitdraai(eigenaar)
      for (const iets of wereld.verboden()) {
        const regels = alles.split('\n').filter((regel) => regel.includes(iets))
        // Who refused has said so; that is their own row, and says nothing else.
        assert.deepEqual(
          regels.filter((regel) => !/^\{"sinds": "[^"]+", "persoon": "[^"]+"\}$/.test(regel)),
          [],
        )
      }
      await wereld.weg()
    }),
    { numRuns: 20, seed },
  )
}

test('deliveries twice, in any order and while sources are read: the index is as the sources are', (t) =>
  speel(t, stap, 11))

test('deliveries that never came are made up for by asking', (t) =>
  speel(t, fc.oneof({ weight: 9, arbitrary: stap }, { weight: 2, arbitrary: verlies }), 12))
