/** Who applied already: where they let us look, they are not told of what runs; of nobody else a case is asked. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersoonId } from '../../src/domain/index.ts'
import { opzet } from './proefdeelnemer.ts'

type Proef = Awaited<ReturnType<typeof opzet>>

/** What organisations say of cases, or that they are silent. */
function zetLopend({ onderdelen }: Proef, zeg: () => readonly string[]): PersoonId[] {
  const gevraagd: PersoonId[] = []
  Object.assign(onderdelen, {
    lopend: async (persoon: PersoonId) => {
      gevraagd.push(persoon)
      return new Set(zeg())
    },
  })
  return gevraagd
}

test('of what runs already nothing is told, and when that ended it is', async (t) => {
  const proef = await opzet(t, { kijktZaken: true })
  const { ik, verdien, mijn, meld, gestuurd, klok } = proef
  let loopt = ['huurtoeslag']
  const gevraagd = zetLopend(proef, () => loopt)
  // Nothing to tell: nobody is asked.
  await meld(ik, 'niets', 'inkomen-gewijzigd')
  assert.deepEqual(gevraagd, [])
  verdien(2_000_000)
  await meld(ik, 'a', 'inkomen-gewijzigd')
  assert.deepEqual(gevraagd, [ik])
  assert.deepEqual(await gestuurd(ik), ['kans zorgtoeslag'])
  assert.ok((await mijn()).includes('huurtoeslag kans open'))
  // That it becomes less is news also to who has it.
  klok.nu = new Date(klok.nu.getTime() + 2 * 86_400_000)
  verdien(2_600_000)
  loopt = ['huurtoeslag', 'zorgtoeslag']
  await meld(ik, 'b', 'inkomen-gewijzigd')
  assert.match((await gestuurd(ik)).at(-1) ?? '', /zorgtoeslag/)
  assert.doesNotMatch((await gestuurd(ik)).join(), /kans huurtoeslag/)
  // The case was closed, and the right is still there.
  klok.nu = new Date(klok.nu.getTime() + 2 * 86_400_000)
  loopt = []
  await meld(ik, 'c', 'inkomen-gewijzigd')
  assert.match((await gestuurd(ik)).at(-1) ?? '', /kans huurtoeslag/)
})

test('of who did not say yes no case is asked; who is silent keeps nobody from being told', async (t) => {
  const nee = await opzet(t)
  const gevraagd = zetLopend(nee, () => ['huurtoeslag'])
  nee.verdien(2_000_000)
  await nee.meld(nee.ik, 'a', 'inkomen-gewijzigd')
  assert.deepEqual([gevraagd, await nee.gestuurd(nee.ik)], [[], ['kans huurtoeslag, kans zorgtoeslag']])

  const stil = await opzet(t, { kijktZaken: true })
  zetLopend(stil, () => {
    throw new Error('zwijgt')
  })
  stil.verdien(2_000_000)
  await stil.meld(stil.ik, 'a', 'inkomen-gewijzigd')
  assert.deepEqual(await stil.gestuurd(stil.ik), ['kans huurtoeslag, kans zorgtoeslag'])
  assert.equal(stil.fouten.length, 1)
})
