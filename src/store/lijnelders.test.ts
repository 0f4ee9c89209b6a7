import assert from 'node:assert/strict'
import { test } from 'node:test'
import { proeforganisatie } from '../audit/proefaudit.ts'
import type { Lijnwerker } from '../lijnen/index.ts'
import { DINSDAG_TIEN_UUR, proefteam, proefvraag } from '../lijnen/proeflijn.ts'
import { alsWerker, lijnopstelling } from './proeflijnen.ts'

const [a, b, regio, desk] = ['gemeente-GM0001', 'gemeente-GM0002', 'regio', 'gemeente-GM0003'].map(
  proeforganisatie,
)
assert.ok(a && b && regio && desk)
const eigen = proefteam({ organisatie: a })
const buur = proefteam({
  ...{ id: 'bijstand-b', organisatie: b },
  gebied: { soort: 'plaatsen', eigen: ['GM0002'], buren: ['GM0001'] },
})
const kenner = proefteam({
  ...{ id: 'bijstand-c', organisatie: regio },
  gebied: { soort: 'plaatsen', eigen: ['GM0009'], buren: [] },
})
const algemeen = proefteam({
  ...{ id: 'algemeen', organisatie: regio, kan: [], niveau: 'generalist' },
  gebied: { soort: 'plaatsen', eigen: ['GM0001', 'GM0002'], buren: [] },
})
const [ada, ben, gea]: readonly Lijnwerker[] = [
  { medewerker: 'ada', organisatie: a, naam: 'Ada' },
  { medewerker: 'ben', organisatie: b, naam: 'Ben' },
  { medewerker: 'gea', organisatie: regio, naam: 'Gea' },
]
const anna: Lijnwerker = { medewerker: 'anna', organisatie: desk, naam: 'Anna' }
assert.ok(ada && ben && gea)
const wereld = { teams: [eigen, buur, kenner, algemeen], vraag: proefvraag, nu: DINSDAG_TIEN_UUR }
const dienstVan = (wie: Lijnwerker, ...ids: string[]) => ({ wie, pool: wie.organisatie, teams: ids })

test('who waits for a region is asked along at the neighbour and then at general help, and says where', async (t) => {
  const { bel, later, stand, dienst, een, rust, rij } = await lijnopstelling(t, wereld)
  const beller = await bel(anna, { pool: a })
  const ookBij = async () => {
    const nu = await stand(anna, beller)
    return nu?.soort === 'wacht' ? nu.ookBij : nu?.soort
  }
  assert.deepEqual(await ookBij(), [])
  await later(60)
  assert.deepEqual(await ookBij(), ['bijstand-b'])
  await een.lijn.leeftBeller(anna, beller)
  await later(120)
  assert.deepEqual(await ookBij(), ['bijstand-b', 'algemeen'])
  await een.lijn.leeftBeller(anna, beller)
  await later(120)
  const wacht = await stand(anna, beller)
  assert.ok(wacht?.soort === 'wacht')
  // The time is promised where they called.
  assert.equal(wacht.beeld.beller.aanbod?.team, eigen.id)
  await dienst(dienstVan(gea, algemeen.id))
  assert.deepEqual(await stand(anna, beller), { soort: 'gaat-over', team: algemeen.id })
  // Nobody else of the three is put through to them meanwhile.
  await dienst(dienstVan(ben, buur.id))
  await dienst(dienstVan(ada, eigen.id))
  assert.deepEqual(
    [(await een.lijn.dienst(ben))?.plek.stand, (await een.lijn.dienst(ada))?.plek.stand],
    ['vrij', 'vrij'],
  )
  const [ring] = (await een.gesprekken.lijst(alsWerker(gea))).gaatOver
  await een.gesprekken.neemOp(alsWerker(gea), ring?.gesprek.id ?? '')
  await rust()
  assert.equal((await stand(anna, beller))?.soort, 'in-gesprek')
  assert.deepEqual(await Promise.all([a, b].map(async (pool) => (await rij(pool))?.wachtenden)), [[], []])
  const erin = await een.gesprekken.alsMedewerker(alsWerker(anna), ring?.gesprek.id ?? '')
  assert.ok(erin)
  await een.gesprekken.gaWeg(erin)
  await rust()
  assert.deepEqual(await stand(anna, beller), { soort: 'voorbij' })
  assert.equal((await een.lijn.dienst(gea))?.plek.stand, 'nawerk')
})

test('the neighbour does not answer: the place at home was kept, and it rings there; the other lets go', async (t) => {
  const { bel, later, stand, dienst, een, rust, rij } = await lijnopstelling(t, wereld)
  await dienst(dienstVan(ben, buur.id))
  const beller = await bel(anna, { pool: a })
  const daarna = await bel({ ...anna, medewerker: 'bob' }, { pool: a })
  await later(60)
  assert.deepEqual(await stand(anna, beller), { soort: 'gaat-over', team: buur.id })
  await een.lijn.leeftBeller(anna, beller)
  await later(45)
  assert.equal((await een.lijn.dienst(ben))?.plek.stand, 'pauze')
  const weer = await stand(anna, beller)
  assert.ok(weer?.soort === 'wacht')
  assert.deepEqual(
    (await rij(a))?.wachtenden.map(({ id, isElders }) => [id, isElders]),
    [
      [beller, undefined],
      [daarna, undefined],
    ],
  )
  await dienst(dienstVan(ada, eigen.id))
  assert.deepEqual(await stand(anna, beller), { soort: 'gaat-over', team: eigen.id })
  // At the neighbour somebody comes free: not for who rings elsewhere, but for the next.
  await een.lijn.zetStand(ben, 'vrij')
  await rust()
  assert.equal((await rij(b))?.plekken[0]?.gesprek?.beller.id, daarna)
  await een.lijn.verlaat(anna, beller)
  await rust()
  assert.equal((await een.lijn.dienst(ada))?.plek.stand, 'vrij')
  assert.equal((await rij(b))?.wachtenden.length, 0)
})

test('who hangs up or takes a time while it rings elsewhere is nowhere any more; two that come free at once give one call', async (t) => {
  const { bel, later, stand, een, twee, rust, rij } = await lijnopstelling(t, wereld)
  const beller = await bel(anna, { pool: a })
  await later(60)
  await een.lijn.leeftBeller(anna, beller)
  await Promise.all([
    een.lijn.meldAan(ada, { pool: a, teams: [eigen.id] }),
    twee.lijn.meldAan(ben, { pool: b, teams: [buur.id] }),
  ])
  await rust()
  await rust()
  const standen = [(await een.lijn.dienst(ada))?.plek.stand, (await een.lijn.dienst(ben))?.plek.stand]
  assert.deepEqual(standen.toSorted(), ['in-gesprek', 'vrij'])
  const gaatOver = await Promise.all(
    [ada, ben].map(async (wie) => (await een.gesprekken.lijst(alsWerker(wie))).gaatOver.length),
  )
  assert.equal(gaatOver[0] === 1 && gaatOver[1] === 1, false)
  await een.lijn.verlaat(anna, beller)
  await rust()
  for (const pool of [a, b]) {
    const nu = await rij(pool)
    assert.deepEqual([nu?.wachtenden, nu?.plekken[0]?.stand], [[], 'vrij'], pool)
  }
  assert.equal((await stand(anna, beller))?.soort, 'voorbij')
  await dienstVrij()
  const tweede = await bel(anna, { pool: a })
  await later(61)
  const gekozen = await een.lijn.kiesTerugbellen(anna, tweede)
  await rust()
  assert.equal(gekozen.status, 'ok')
  assert.deepEqual([(await rij(a))?.afgesproken.length, (await rij(b))?.wachtenden.length], [1, 0])

  async function dienstVrij() {
    await een.lijn.zetStand(ada as Lijnwerker, 'pauze')
    await een.lijn.zetStand(ben as Lijnwerker, 'pauze')
    await rust()
  }
})

test('what a node left halfway is mended by another one in its round', async (t) => {
  const { bel, later, stand, dienst, een, rust, rij } = await lijnopstelling(t, wereld)
  const beller = await bel(anna, { pool: a })
  await later(60)
  await een.lijn.leeftBeller(anna, beller)
  // Written in that queue, and then the node was gone before it rang.
  await een.wachtrijen.doe(b, { soort: 'zet-elders', beller, isElders: true })
  await dienst(dienstVan(ben, buur.id))
  assert.equal((await stand(anna, beller))?.soort, 'wacht')
  await later(1, 'rondom')
  assert.deepEqual(await stand(anna, beller), { soort: 'gaat-over', team: buur.id })
  await een.lijn.meldAf(ben)
  await rust()
  // A call that is over, and still stands in a queue.
  await een.oproepen.sluit(beller, 'verlaten', new Date())
  await later(1, 'rondom')
  assert.deepEqual(
    await Promise.all([a, b].map(async (pool) => (await rij(pool))?.wachtenden.length)),
    [0, 0],
  )
})
