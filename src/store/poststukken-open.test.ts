import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proefbewijs, proeforganisatie } from '../audit/proefaudit.ts'
import { leesBladwijzer, leesNummer, schrijfBladwijzer, teVersturen } from '../ontvangst/index.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { proeflezer as lezer, openProefontvangst, proefstuk as stuk, uwv } from './proefontvangst.ts'

const zonder = proefbewijs([])

test('however much comes in, what waits longest stands on top and every item is on a page', async (t) => {
  const { ontvangst } = openProefontvangst(await openProefdatabank(t))
  const ontvangen = new Date('2026-02-01T09:00:00Z')
  const { stuk: eerste } = await ontvangst.neemAan(stuk({ soort: 'bezwaar', ontvangen }))
  // Two hundred at the same moment: the id keeps them apart.
  await Promise.all(Array.from({ length: 200 }, (_, i) => ontvangst.neemAan(stuk({ kenmerk: `k${i}` }))))
  for (const haal of [
    (na?: string) => ontvangst.werklijst(lezer(), { na: leesBladwijzer(na ?? null) }),
    (na?: string) => ontvangst.bij(lezer(), zonder, { na: leesBladwijzer(na ?? null) }),
    (na?: string) => ontvangst.bij(lezer(), zonder, { stand: 'alles', na: leesBladwijzer(na ?? null) }),
  ]) {
    const gezien: string[] = []
    let na: string | undefined
    do {
      const { regels, volgende } = await haal(na)
      gezien.push(...regels.map(({ id }) => id))
      na = volgende && schrijfBladwijzer(volgende)
    } while (na !== undefined && gezien.length < 500)
    assert.deepEqual([gezien.length, new Set(gezien).size], [201, 201])
    assert.ok(gezien[0] === eerste.id || gezien.at(-1) === eerste.id)
  }
  assert.equal((await ontvangst.werklijst(lezer())).regels[0]?.id, eerste.id)
})

test('what is done leaves the list of work and is found by its number, and can be taken up again', async (t) => {
  const { ontvangst, klok, persoon } = openProefontvangst(await openProefdatabank(t))
  const afzender = { soort: 'onbekend', adres: 'Kade 1, Dorp' } as const
  const { stuk: een } = await ontvangst.neemAan(stuk({ afzender, weg: 'brief' }))
  const zet = (isGereed: boolean, wie = lezer()) => ontvangst.zetGereed(wie, een.id, isGereed, zonder)
  const werk = async () => (await ontvangst.werklijst(lezer())).regels.map(({ id }) => id)
  assert.equal(await zet(true, lezer(uwv)), 'niet-gevonden')
  // Somebody still has to be told that it came.
  assert.equal(await zet(true), 'nog-te-melden')
  const kennis = een.gebeurd[0]?.kennisgeving.id ?? assert.fail()
  klok.nu = new Date('2026-03-01T11:00:00Z')
  assert.equal(await ontvangst.merkBezorgd(lezer(), kennis, zonder), true)
  assert.deepEqual(await werk(), [een.id])
  assert.deepEqual(await Promise.all([zet(true), zet(true)]), ['ok', 'ok'])
  assert.deepEqual(await werk(), [])
  assert.deepEqual((await ontvangst.bij(lezer(), zonder)).regels, [])
  assert.deepEqual((await ontvangst.openBij(lezer(), een.id, zonder))?.gereed, klok.nu)
  const nummer = leesNummer(een.nummer.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')) ?? ''
  assert.equal(nummer, een.nummer)
  assert.deepEqual(
    (await ontvangst.werklijst(lezer(), { nummer })).regels.map(({ id, gereed }) => [id, gereed]),
    [[een.id, klok.nu]],
  )
  assert.deepEqual((await ontvangst.bij(lezer(), zonder, { nummer })).regels.length, 1)
  assert.deepEqual((await ontvangst.werklijst(lezer(uwv), { nummer })).regels, [])
  assert.equal(await zet(false), 'ok')
  assert.deepEqual(await werk(), [een.id])
  assert.equal(leesNummer('nummer'), undefined)

  // Elsewhere it is not done, whatever it was here.
  const ik = persoon()
  const { stuk: hunne } = await ontvangst.neemAan(
    stuk({ afzender: { soort: 'persoon', persoon: ik }, kenmerk: 'door', ontvangen: klok.nu }),
  )
  assert.equal(await ontvangst.zetGereed(lezer(undefined, ik), hunne.id, true, proefbewijs(ik)), 'ok')
  const door = { soort: 'doorgezonden', naar: uwv, op: klok.nu } as const
  assert.equal(await ontvangst.meld(lezer(undefined, ik), hunne.id, door, proefbewijs(ik)), 'ok')
  assert.deepEqual(
    (await ontvangst.werklijst(lezer(uwv))).regels.map(({ id, gereed }) => [id, gereed]),
    [[hunne.id, undefined]],
  )
  const soorten = (await ontvangst.verkeer(ik, proefbewijs(ik))).map(({ soort }) => soort)
  assert.ok(soorten.includes('afgehandeld'))
})

test('whom an item is from hears only its own body; where it went tells its number to who sent it on, and nobody else', async (t) => {
  const { ontvangst, klok, persoon } = openProefontvangst(await openProefdatabank(t))
  const ik = persoon()
  const { stuk: een } = await ontvangst.neemAan(stuk({ afzender: { soort: 'persoon', persoon: ik } }))
  const { stuk: vreemd } = await ontvangst.neemAan(stuk({ kenmerk: 'twee' }))
  assert.equal(await ontvangst.afzenderVan(lezer(), een.id, zonder), ik)
  assert.equal(await ontvangst.afzenderVan(lezer(), vreemd.id, zonder), 'onbekend')
  for (const id of [een.id, 'geen id'])
    assert.equal(await ontvangst.afzenderVan(lezer(uwv), id, zonder), undefined)
  await assert.rejects(ontvangst.afzenderVan(lezer(), een.id, proefbewijs(ik)))

  assert.deepEqual(await ontvangst.doorgezonden(lezer(), een.nummer), [])
  klok.nu = new Date('2026-03-01T11:00:00Z')
  const van = lezer(undefined, ik)
  const door = { soort: 'doorgezonden', naar: uwv, op: klok.nu } as const
  assert.equal(await ontvangst.meld(van, een.id, door, proefbewijs(ik)), 'ok')
  assert.deepEqual(await ontvangst.doorgezonden(lezer(), een.nummer), [{ naar: 'uwv', op: klok.nu }])
  assert.deepEqual(await ontvangst.doorgezonden(lezer(uwv), een.nummer), [])
  // It is theirs now: who sent it on sees nothing of the item, and of whom it is.
  assert.equal(await ontvangst.afzenderVan(lezer(), een.id, zonder), undefined)
  assert.equal(await ontvangst.openBij(van, een.id, proefbewijs(ik)), undefined)
  assert.equal(await ontvangst.afzenderVan(lezer(uwv), een.id, zonder), ik)
})

test('what is forwarded to a body that reads nothing here stays work of who forwards it, until the print is sent', async (t) => {
  const { ontvangst, klok, persoon } = openProefontvangst(await openProefdatabank(t))
  const ik = persoon()
  const { stuk: bezwaar } = await ontvangst.neemAan(
    stuk({ soort: 'bezwaar', afzender: { soort: 'persoon', persoon: ik } }),
  )
  const van = lezer(undefined, ik)
  const bewijs = proefbewijs(ik)
  assert.equal(await ontvangst.zetGereed(van, bezwaar.id, true, bewijs), 'ok')
  klok.nu = new Date('2026-03-01T11:00:00Z')
  const elders = proeforganisatie('belastingdienst')
  const door = { soort: 'doorgezonden', naar: elders, op: klok.nu } as const
  // Twice pressed is once.
  for (let i = 0; i < 2; i++) assert.equal(await ontvangst.meld(van, bezwaar.id, door, bewijs, 'vorm'), 'ok')
  const open = await ontvangst.openBij(van, bezwaar.id, bewijs)
  assert.deepEqual([open && teVersturen(open), open?.gebeurd.length, open?.gereed], [elders, 2, undefined])
  const werk = async () => (await ontvangst.werklijst(lezer())).regels.map(({ id }) => id)
  assert.deepEqual(await werk(), [bezwaar.id])
  assert.deepEqual((await ontvangst.verstuurd(ik, bewijs))[0]?.gebeurd.at(-1)?.soort, 'doorgezonden')
  assert.equal(await ontvangst.zetGereed(van, bezwaar.id, true, bewijs), 'ok')
  assert.deepEqual(await werk(), [])
  const [laatste] = await ontvangst.verkeer(ik, bewijs)
  assert.match(laatste?.codes ?? '', /verstuurdNaar.{1,3}belastingdienst/)
  // Who has a desk gets it here.
  klok.nu = new Date('2026-03-01T12:00:00Z')
  assert.equal(await ontvangst.meld(van, bezwaar.id, { ...door, naar: uwv }, bewijs), 'ok')
  assert.equal(await ontvangst.openBij(van, bezwaar.id, bewijs), undefined)
  const daar = await ontvangst.openBij(lezer(uwv, ik), bezwaar.id, bewijs)
  assert.deepEqual([daar?.bij, daar && teVersturen(daar)], [uwv, undefined])
})
