import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefbewijs } from '../../src/audit/proefaudit.ts'
import { feiten, opzet } from './proefdeelnemer.ts'

const dagMs = 86_400_000

test('what somebody corrects holds over a register until that reports a change of it, and they see both', async (t) => {
  const { ik, verdien, meld, gestuurd, volgen, werkAf, klok } = await opzet(t)
  const zeg = async (jaarbedrag: number) => {
    const aanvrager = { ...(feiten.huishouden.aanvrager as object), toetsingsinkomen: jaarbedrag }
    const huishouden = { ...feiten.huishouden, aanvrager }
    await volgen.wijzig(ik, { ...feiten, huishouden }, proefbewijs(ik))
    await werkAf()
  }
  const beeld = async () => (await volgen.bekijk(ik, proefbewijs(ik))).volgt
  const geldt = async () => {
    const aanvrager = (await beeld())?.laatst.aanvrager
    return aanvrager instanceof Object && 'toetsingsinkomen' in aanvrager
      ? aanvrager.toetsingsinkomen
      : undefined
  }
  await zeg(5_000_000)
  assert.equal(await geldt(), 5_000_000)
  assert.deepEqual((await beeld())?.anders, [
    {
      ...{ feit: 'aanvrager.toetsingsinkomen', bron: 'inkomen', op: '2026-03-01' },
      gezegd: { aanvrager: { toetsingsinkomen: 5_000_000 } },
      register: { aanvrager: { toetsingsinkomen: 6_000_000 } },
    },
  ])
  // Another choice of registers, with the same answers, and something else that happens, change nothing of that.
  await zeg(5_000_000)
  verdien(2_000_000)
  await meld(ik, 'a', 'geboorte')
  // What changed before they said so, they knew.
  await meld(ik, 'b', 'inkomen-gewijzigd', { op: '2026-02-01' })
  assert.equal(await geldt(), 5_000_000)
  assert.deepEqual(await gestuurd(ik), [])

  klok.nu = new Date(klok.nu.getTime() + dagMs)
  await meld(ik, 'c', 'inkomen-gewijzigd')
  assert.deepEqual([await geldt(), (await beeld())?.anders], [2_000_000, []])
  assert.deepEqual(await gestuurd(ik), ['kans huurtoeslag, kans zorgtoeslag'])
  // That was a mistake: their word again.
  await meld(ik, 'weg-c', 'ingetrokken', { intrekt: 'c' })
  assert.equal(await geldt(), 5_000_000)
})
