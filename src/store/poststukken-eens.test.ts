import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefbewijs } from '../audit/proefaudit.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { openProefontvangst, proeflezer, proefstuk as stuk, svb, uwv } from './proefontvangst.ts'

const weigering = { soort: 'geweigerd', reden: 'onevenredig-belastend' } as const

async function opzet(t: Parameters<typeof openProefdatabank>[0]) {
  const huis = openProefontvangst(await openProefdatabank(t))
  const ik = huis.persoon()
  const lezer = proeflezer(undefined, ik)
  const bewijs = proefbewijs(ik)
  const nieuw = async (kenmerk: string) =>
    (
      await huis.ontvangst.neemAan(
        // Of this kind a way is designated, and this is another: all three may be said of it.
        stuk({ afzender: { soort: 'persoon', persoon: ik }, weg: 'email', soort: 'zienswijze', kenmerk }),
      )
    ).stuk
  const gehoord = async (id: string) =>
    (await huis.ontvangst.open(ik, id, bewijs))?.gebeurd.map(({ soort }) => soort).slice(1)
  return { ...huis, lezer, bewijs, nieuw, gehoord }
}

test('a sender is refused or shown the way once, and hears nothing that contradicts it', async (t) => {
  const { ontvangst, lezer, bewijs, nieuw, gehoord, klok } = await opzet(t)
  const { id } = await nieuw('een')
  const weiger = (kenmerk: string) => ontvangst.meld(lezer, id, weigering, bewijs, kenmerk)
  assert.deepEqual((await Promise.all([weiger('a'), weiger('b')])).toSorted(), ['al-gemeld', 'ok'])
  const door = { soort: 'doorgezonden', naar: uwv, op: klok.nu } as const
  assert.equal(await ontvangst.meld(lezer, id, door, bewijs, 'c'), 'al-gemeld')
  assert.equal(await ontvangst.meld(lezer, id, { soort: 'verkeerde-weg' }, bewijs, 'd'), 'al-gemeld')
  assert.deepEqual(await gehoord(id), ['geweigerd'])
  const { id: ander } = await nieuw('twee')
  assert.equal(await ontvangst.meld(lezer, ander, { soort: 'verkeerde-weg' }, bewijs, 'a'), 'ok')
  assert.equal(await ontvangst.meld(lezer, ander, weigering, bewijs, 'b'), 'al-gemeld')
  assert.deepEqual(await gehoord(ander), ['verkeerde-weg'])
})

test('the same form sent twice is one act, also when it went elsewhere in between', async (t) => {
  const { ontvangst, lezer, bewijs, nieuw, gehoord, klok } = await opzet(t)
  const { id } = await nieuw('een')
  const stuurDoor = (naar: typeof uwv, kenmerk: string) =>
    ontvangst.meld(lezer, id, { soort: 'doorgezonden', naar, op: klok.nu }, bewijs, kenmerk)
  assert.deepEqual(await Promise.all([stuurDoor(svb, 'a'), stuurDoor(svb, 'a')]), ['ok', 'ok'])
  assert.deepEqual(await gehoord(id), ['doorgezonden'])
  klok.nu = new Date('2026-03-02T10:00:00Z')
  // Another form of the same page: it is passed on once more, and they hear so.
  assert.equal(await stuurDoor(svb, 'b'), 'ok')
  klok.nu = new Date('2026-03-03T10:00:00Z')
  assert.deepEqual(await Promise.all([stuurDoor(uwv, 'c'), stuurDoor(uwv, 'c')]), ['ok', 'ok'])
  assert.deepEqual(await gehoord(id), ['doorgezonden', 'doorgezonden', 'doorgezonden'])
})

test('a refusal that was a mistake is taken back by telling so, and after it everything may be said again', async (t) => {
  const { ontvangst, lezer, bewijs, nieuw, gehoord, klok } = await opzet(t)
  const { id } = await nieuw('een')
  const later = () => {
    klok.nu = new Date(klok.nu.getTime() + 60_000)
  }
  const toch = (kenmerk: string) => ontvangst.meld(lezer, id, { soort: 'toch-aangenomen' }, bewijs, kenmerk)
  assert.equal(await toch('a'), 'mag-niet', 'nothing was refused')
  later()
  assert.equal(await ontvangst.meld(lezer, id, weigering, bewijs, 'b'), 'ok')
  later()
  assert.deepEqual((await Promise.all([toch('c'), toch('d')])).toSorted().includes('ok'), true)
  assert.deepEqual(await gehoord(id), ['geweigerd', 'toch-aangenomen'])
  later()
  assert.equal(await ontvangst.meld(lezer, id, { soort: 'verkeerde-weg' }, bewijs, 'e'), 'ok')
  assert.deepEqual(await gehoord(id), ['geweigerd', 'toch-aangenomen', 'verkeerde-weg'])
})
