import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '../kalender/index.ts'
import { HOOGSTENS_PER_STAP } from './elders.ts'
import { belt, kantooruren, organisatie, proefrij, proefteam } from './proeflijn.ts'

const eigen = proefteam()
const buur = proefteam({
  id: 'bijstand-b',
  organisatie: organisatie('gemeente-GM0002'),
  gebied: { soort: 'plaatsen', eigen: ['GM0002'], buren: ['GM0001'] },
})
/** General help of the region, at an organisation of which another team knows bijstand. */
const kenner = proefteam({
  ...{ id: 'bijstand-c', organisatie: organisatie('regio') },
  gebied: { soort: 'plaatsen', eigen: ['GM0009'], buren: [] },
})
const algemeen = proefteam({
  id: 'algemeen',
  organisatie: organisatie('regio'),
  kan: [],
  niveau: 'generalist',
})
const pools = new Map([
  ['bijstand-b', 'b'],
  ['bijstand-c', 'regio'],
  ['algemeen', 'regio'],
])
const elders = [buur, kenner, algemeen].map((team) => ({ team, pool: pools.get(team.id) ?? '' }))
const meld = (plek: string, ...teams: string[]) => ({ soort: 'meld-aan', plek, teams }) as const
const vanA = (stap: 1 | 2 = 1) =>
  ({ pool: 'a', aankomstMs: new Date('2026-12-01T08:59:00Z').getTime(), stap }) as const

test('which other pools may be asked: the neighbour first, then general help; none twice, none too many', () => {
  const rij = proefrij([eigen], {}, elders)
  rij.doe(belt('een'))
  assert.deepEqual(rij.stand.wachtenden[0]?.ruimer, [
    { pool: 'b', vanafStap: 1, teams: ['bijstand-b'] },
    { pool: 'regio', vanafStap: 2, teams: ['algemeen'] },
  ])
  assert.deepEqual(
    rij.stand.wachtenden[0]?.passend.map(({ team }) => team),
    ['bijstand-a'],
  )
  rij.doe(belt('hier', { alleenHier: true }))
  rij.doe(belt('publiek', { klasse: 'publiek', namens: 'zelf' }))
  assert.deepEqual(
    rij.stand.wachtenden.map(({ ruimer }) => ruimer?.length),
    [2, undefined, undefined],
  )
  const veel = Array.from({ length: 9 }, (_, i) => ({ team: { ...buur, id: `b${i}` }, pool: `p${i}` }))
  const ander = proefrij([eigen], {}, veel)
  ander.doe(belt('een'))
  assert.equal(ander.stand.wachtenden[0]?.ruimer?.length, HOOGSTENS_PER_STAP)
})

test('who is asked along has the place of when they called, within the cap of that pool, and no promise there', () => {
  const rij = proefrij([buur])
  rij.doe(meld('p1', 'bijstand-b'))
  const buurt = {
    vraag: {
      onderwerp: { soort: 'regeling', id: 'bijstand' },
      nodig: 'uitleggen',
      gebied: 'GM0002',
      taal: 'nl',
    },
  } as const
  rij.doe(belt('zelf', { klasse: 'publiek', namens: 'zelf', ...buurt }))
  rij.doe(belt('b1', buurt))
  rij.doe(belt('gast', { van: vanA() }))
  // Credit for two calls: the guest took the second, and whoever comes now waits with the public.
  rij.doe(belt('b2', buurt))
  assert.deepEqual(
    rij.stand.wachtenden.map(({ id, rang }) => [id, rang]),
    [
      ['gast', 1],
      ['b1', 1],
      ['b2', 3],
    ],
  )
  rij.later(10)
  const gast = rij.stand.wachtenden.find(({ id }) => id === 'gast')
  assert.deepEqual([gast?.stap, gast?.aanbod, gast?.van], [3, undefined, 'a'])
  assert.deepEqual(rij.doe(belt('gast', { van: vanA() })), { reden: 'bestaat-al' })
  // Shut: they stand still where they called.
  rij.nu = new Date('2026-12-01T17:00:00Z')
  rij.doe({ soort: 'klok' })
  assert.deepEqual(
    rij.van('weg').map(({ beller, waarom }) => [beller, waarom]),
    [['gast', 'elders']],
  )
  assert.equal(rij.van('toegezegd').length, 2)
  assert.deepEqual(rij.doe(belt('later', { van: vanA() })), { reden: 'kan-niet-nu' })
})

test('while it rings elsewhere nobody else is put through; what was, goes back to its place without a break', () => {
  const rij = proefrij([eigen], {}, elders)
  rij.doe(belt('een'))
  rij.doe(belt('twee'))
  rij.doe({ soort: 'zet-elders', beller: 'een', isElders: true })
  rij.doe(meld('p1', 'bijstand-a'))
  assert.equal(rij.stand.plekken[0]?.gesprek?.beller.id, 'twee')
  rij.doe({ soort: 'rond-af', plek: 'p1', daarna: 'vrij' })
  assert.equal(rij.stand.plekken[0]?.stand, 'vrij')
  rij.doe({ soort: 'zet-elders', beller: 'een', isElders: false })
  assert.equal(rij.stand.plekken[0]?.gesprek?.beller.id, 'een')
  const { tegoed } = rij.stand
  rij.doe({ soort: 'neem-terug', plek: 'p1', beller: 'een' })
  assert.deepEqual([rij.stand.plekken[0]?.stand, rij.stand.wachtenden[0]?.isElders], ['vrij', true])
  rij.doe({ soort: 'laat-los', beller: 'een' })
  assert.deepEqual(rij.stand.wachtenden, [])
  // What precedence cost is given back.
  assert.ok(rij.stand.tegoed.ms > tegoed.ms)
})

test('with the own team shut another pool is asked at once, and a time is promised only when all are shut', () => {
  const dicht = { ...eigen, rooster: { ...kantooruren, gesloten: [datum('2026-12-01')] } }
  const rij = proefrij([dicht], {}, elders)
  rij.doe(belt('een'))
  assert.deepEqual([rij.stand.wachtenden[0]?.stap, rij.van('toegezegd').length], [1, 0])
  rij.doe(belt('terug', { alleenHier: true }))
  assert.deepEqual(
    rij.van('toegezegd').map(({ beller }) => beller),
    ['terug'],
  )
  rij.nu = new Date('2026-12-01T17:00:00Z')
  rij.doe({ soort: 'klok' })
  assert.deepEqual(
    rij.van('toegezegd').map(({ beller }) => beller),
    ['terug', 'een'],
  )
})
