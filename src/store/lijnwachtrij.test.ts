import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { proeforganisatie } from '../audit/proefaudit.ts'
import { openWachtrijen, type Voorval } from '../lijnen/index.ts'
import { belt, DINSDAG_TIEN_UUR, proefteam, proefvraag } from '../lijnen/proeflijn.ts'
import { gidsOpslag } from './lijngids.ts'
import { lijnvoorvalOpruimer, lijnvoorvalOpslag, wachtrijOpslag } from './lijnwachtrij.ts'
import { openProefdatabank } from './proefdatabank.ts'
import { verzegel } from './proeflijnen.ts'

const svb = proeforganisatie('svb')
const team = proefteam({ organisatie: svb })

/** Two nodes on one database, each with connections of its own. */
async function tweeKnopen(t: Parameters<typeof openProefdatabank>[0]) {
  const { alsRol } = await openProefdatabank(t)
  const voorvallen = lijnvoorvalOpslag(alsRol('app'))
  const klok = { nu: DINSDAG_TIEN_UUR }
  const gezien: Voorval[] = []
  const knopen = [alsRol('app'), alsRol('app')].map((databank) =>
    openWachtrijen({
      store: wachtrijOpslag(databank),
      gids: gidsOpslag(databank),
      nu: () => klok.nu,
      verzegel,
      bij: (_pool, voorvallen) => gezien.push(...voorvallen),
    }),
  )
  const [een, twee] = knopen
  assert.ok(een && twee)
  await gidsOpslag(alsRol('app')).bewaar('beheer', { team, vanVersie: 0 })
  return { een, twee, klok, gezien, voorvallen, alsRol }
}

test('of calls that come in on two nodes at once each keeps its place, and none is put through twice', async (t) => {
  const { een, twee, gezien } = await tweeKnopen(t)
  const bellers = Array.from({ length: 12 }, (_, i) => `b-${i}`)
  const uit = await Promise.all(bellers.map((beller, i) => (i % 2 === 0 ? een : twee).doe(svb, belt(beller))))
  assert.deepEqual(new Set(uit.map(({ soort }) => soort)), new Set(['ok']))
  const stand = await een.lees(svb)
  assert.deepEqual(stand, await twee.lees(svb))
  assert.deepEqual(stand?.wachtenden.map(({ id }) => id).sort(), bellers.toSorted())
  // Each event stands in the number of the queue once: nothing was written over.
  assert.equal(stand?.nr, gezien.length)
  const plekken = ['p-1', 'p-2', 'p-3']
  await Promise.all(
    plekken.map((plek, i) =>
      (i % 2 === 0 ? twee : een).doe(svb, { soort: 'meld-aan', plek, teams: [team.id] }),
    ),
  )
  const verbonden = gezien.flatMap(({ inhoud }) => (inhoud.soort === 'verbonden' ? [inhoud.beller] : []))
  assert.equal(new Set(verbonden).size, 3)
  // Who came first is helped first, whichever node they came in by.
  assert.deepEqual(
    verbonden.toSorted(),
    stand?.wachtenden
      .slice(0, 3)
      .map(({ id }) => id)
      .sort(),
  )
})

test('a caller of a node that is gone keeps the place, is looked further for and promised a time by the other', async (t) => {
  const { een, twee, klok, gezien } = await tweeKnopen(t)
  await een.doe(svb, belt('b-1'))
  await twee.doe(svb, belt('b-2'))
  // From here on only the other one is there.
  klok.nu = new Date(DINSDAG_TIEN_UUR.getTime() + 6 * 60_000)
  const tik = () => twee.doe(svb, { soort: 'klok' })
  await tik()
  const stand = await twee.lees(svb)
  assert.deepEqual(
    stand?.wachtenden.map(({ id, stap }) => [id, stap]),
    [
      ['b-1', 3],
      ['b-2', 3],
    ],
  )
  assert.ok(stand?.wachtenden[0]?.aanbod)
  const { length } = gezien
  // Another tick at the same moment says nothing twice.
  await Promise.all([tik(), tik()])
  assert.equal(gezien.length, length)
  const gekozen = await twee.doe(svb, { soort: 'kies-terugbellen', beller: 'b-1' })
  assert.ok(gekozen.soort === 'ok')
  assert.equal(gekozen.stand.afgesproken[0]?.id, 'b-1')
  assert.deepEqual(await twee.doe(svb, { soort: 'verlaat', beller: 'weg' }), {
    soort: 'geweigerd',
    weigering: { reden: 'niet-gevonden', wat: 'beller' },
  })
})

test('what happened is kept with the queue, to count, in its order and once; after a year it is gone, once the queue follows from what came later', async (t) => {
  const { een, twee, klok, gezien, voorvallen, alsRol } = await tweeKnopen(t)
  await Promise.all([een.doe(svb, belt('b-1')), twee.doe(svb, belt('b-2'))])
  await twee.doe(svb, { soort: 'meld-aan', plek: 'p-1', teams: [team.id] })
  const [van, tot] = [klok.nu, new Date(klok.nu.getTime() + 1)]
  const gelezen = await voorvallen.lees(van, tot, svb)
  assert.deepEqual(
    gelezen.map(({ inhoud }) => inhoud.soort),
    ['aangekomen', 'aangekomen', 'aangemeld', 'verbonden'],
  )
  assert.equal(gelezen.length, gezien.length)
  assert.deepEqual([gelezen[0]?.team, gelezen[3]?.team], [team.id, team.id])
  const gemist = {
    opMs: klok.nu.getTime(),
    inhoud: { soort: 'geen-lijn', klasse: 'lijn', vraag: proefvraag },
  } as const
  await wachtrijOpslag(alsRol('app')).noteer(gemist)
  assert.deepEqual((await voorvallen.lees(van, tot)).at(-1), gemist)
  assert.equal((await voorvallen.lees(van, tot, svb)).length, 4)
  // Where there is too much at once it is the last of it, still oldest first.
  const laatste = await lijnvoorvalOpslag(alsRol('app'), 2).lees(van, tot, svb)
  assert.deepEqual(
    laatste.map(({ inhoud }) => inhoud.soort),
    ['aangemeld', 'verbonden'],
  )
  // A search that is sent again, as by reloading its answer, is one; also on two nodes at once.
  const opnieuw = { ...gemist, inhoud: { ...gemist.inhoud, beller: 'formulier-1' } }
  await Promise.all([0, 1, 2, 3].map(() => wachtrijOpslag(alsRol('app')).noteer(opnieuw)))
  await wachtrijOpslag(alsRol('app')).noteer(opnieuw)
  assert.deepEqual((await voorvallen.lees(van, tot)).slice(5), [opnieuw])
  const { ruimOp } = lijnvoorvalOpruimer(alsRol('bewaring'))
  assert.deepEqual([await ruimOp(van), await ruimOp(tot)], [0, 2])
  for (let nr = 3; nr < 25; nr++) await twee.doe(svb, belt(`b-${nr}`))
  const rij = await een.lees(svb)
  // Everything but what came since the value was written whole; whoever knows nothing of it reads the same.
  assert.equal(await ruimOp(tot), 15)
  assert.deepEqual(await wachtrijOpslag(alsRol('app')).lees(svb), rij)
  assert.ok((await voorvallen.lees(van, tot, svb)).length < 16)
})

test('whatever happened to a caller since: the same call sent again does nothing', async (t) => {
  const { een, twee, gezien } = await tweeKnopen(t)
  const stap = fc.record({
    soort: fc.constantFrom('bel' as const, 'bel' as const, 'verlaat' as const, 'kies-terugbellen' as const),
    beller: fc.constantFrom('0', '1', '2'),
    isEen: fc.boolean(),
    heeftLijn: fc.boolean(),
  })
  // Asked for and not found is counted once as well.
  const zonderLijn = { ...proefvraag, gebied: 'GM0999' }
  let ronde = 0
  let opnieuw = 0
  await fc.assert(
    fc.asyncProperty(fc.array(stap, { minLength: 6, maxLength: 12 }), async (reeks) => {
      ronde++
      const geweest = new Set<string>()
      for (const { soort, beller: wie, isEen, heeftLijn } of reeks) {
        const beller = `r-${ronde}-${wie}`
        const knoop = isEen ? een : twee
        if (soort !== 'bel') {
          await knoop.doe(svb, { soort, beller })
          continue
        }
        const voor = [(await knoop.lees(svb))?.nr, gezien.length]
        const uit = await knoop.doe(svb, belt(beller, heeftLijn ? {} : { vraag: zonderLijn }))
        if (!geweest.has(beller)) assert.equal(uit.soort, 'ok')
        else {
          opnieuw++
          assert.equal(uit.soort, 'geweigerd')
          assert.deepEqual([(await knoop.lees(svb))?.nr, gezien.length], voor)
        }
        geweest.add(beller)
      }
    }),
    { numRuns: 15, seed: 8 },
  )
  assert.ok(opnieuw > 10)
})
