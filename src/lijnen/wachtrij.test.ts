import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Opdracht } from './opdracht.ts'
import { belt, proefrij, proefteam, proefvraag } from './proeflijn.ts'
import { plaatsbeeld, vooruitzicht } from './vooruitzicht.ts'

const buur = proefteam({
  id: 'bijstand-b',
  gebied: { soort: 'plaatsen', eigen: ['GM0002'], buren: ['GM0001'] },
})
const algemeen = proefteam({ id: 'algemeen', kan: [], niveau: 'generalist' })
const publiek = { klasse: 'publiek', namens: 'zelf' } as const
const meld = (plek: string, ...teams: string[]) => ({ soort: 'meld-aan', plek, teams }) as const
const klaar = (plek: string) => ({ soort: 'rond-af', plek, daarna: 'vrij' }) as const

test('the resident at the desk goes before a colleague, a colleague before the public, and nobody is broken off', () => {
  const rij = proefrij([proefteam()])
  rij.doe(meld('p1', 'bijstand-a'))
  for (const beller of ['een', 'twee', 'drie']) rij.doe(belt(beller, publiek))
  // Credit for two calls: see `nieuweWachtrij`.
  rij.doe(belt('zelf', { namens: 'zelf' }))
  rij.doe(belt('balie'))
  assert.deepEqual(
    rij.van('verbonden').map(({ beller }) => beller),
    ['een'],
  )
  for (let keer = 0; keer < 4; keer++) rij.doe(klaar('p1'))
  assert.deepEqual(
    rij.van('verbonden').map(({ beller }) => beller),
    ['een', 'balie', 'zelf', 'twee', 'drie'],
  )
})

test('also above the cap a resident at the desk goes before who asks for themselves, and nobody else waits longer', () => {
  const rij = proefrij([proefteam()])
  const doe = (wat: Opdracht) => {
    rij.nu = new Date(rij.nu.getTime() + 1)
    assert.equal(rij.doe(wat), undefined)
  }
  const wie = () => rij.stand.wachtenden.map(({ id, rang }) => [id, rang])
  doe(meld('p1', 'bijstand-a'))
  doe(belt('bezig'))
  // The second takes what is left of the credit; the third waits with the public.
  doe(belt('zelf-1', { namens: 'zelf' }))
  for (const beller of ['pub-1', 'pub-2']) doe(belt(beller, publiek))
  doe(belt('zelf-2', { namens: 'zelf' }))
  doe(belt('pub-3', publiek))
  doe(belt('balie'))
  assert.deepEqual(wie(), [
    ['balie', 1],
    ['pub-1', 3],
    ['pub-2', 3],
    ['zelf-1', 3],
    ['pub-3', 3],
    ['zelf-2', 3],
  ])
  const { tegoed } = rij.stand
  doe(belt('balie-2'))
  assert.deepEqual(
    wie().map(([id]) => id),
    ['balie', 'pub-1', 'pub-2', 'balie-2', 'pub-3', 'zelf-1', 'zelf-2'],
  )
  // Nothing was taken for it, and what it cost is given back by who has it now.
  assert.ok(Math.abs(rij.stand.tegoed.ms - tegoed.ms) < 1)
  doe({ soort: 'verlaat', beller: 'balie' })
  assert.ok(Math.abs(rij.stand.tegoed.ms - tegoed.ms - 8 * 60_000) < 1)
  // Credit that is there again is for the resident who waits already, not for a colleague who comes now.
  doe(belt('zelf-3', { namens: 'zelf' }))
  assert.deepEqual(wie().slice(0, 4), [
    ['balie-2', 1],
    ['pub-1', 3],
    ['pub-2', 3],
    ['zelf-3', 3],
  ])
  // Who waits for another team is not in the way.
  const elders = proefteam({
    id: 'elders',
    kan: [{ onderwerp: { soort: 'regeling', id: 'aow' }, bevoegdheid: 'beslissen' }],
  })
  const twee = proefrij([proefteam(), elders])
  const aow = { ...proefvraag, onderwerp: { soort: 'regeling', id: 'aow' } } as const
  for (const beller of ['z1', 'z2']) twee.doe(belt(beller, { namens: 'zelf', vraag: aow }))
  twee.doe(belt('balie'))
  assert.deepEqual(
    twee.stand.wachtenden.map(({ id, rang }) => [id, rang]),
    [
      ['z1', 2],
      ['z2', 2],
      ['balie', 3],
    ],
  )
})

test('whoever ends a call late ends no other one, and a place that is taken is known by its caller', () => {
  const rij = proefrij([proefteam()])
  rij.doe(meld('p1', 'bijstand-a'))
  for (const beller of ['een', 'twee']) rij.doe(belt(beller))
  rij.doe({ ...klaar('p1'), beller: 'een' })
  for (const soort of ['rond-af', 'niet-opgenomen'] as const)
    assert.deepEqual(rij.doe({ soort, plek: 'p1', beller: 'een', daarna: 'vrij' }), { reden: 'kan-niet-nu' })
  assert.equal(rij.stand.plekken[0]?.gesprek?.beller.id, 'twee')
  assert.deepEqual(plaatsbeeld(rij.stand, 'twee', { nu: rij.nu, teams: new Map() }), undefined)
})

test('who waits sees how many come first and a band, and without anybody at work that nobody is there', () => {
  const rij = proefrij([proefteam()])
  const team = proefteam()
  const beeld = (id: string) =>
    plaatsbeeld(rij.stand, id, { nu: rij.nu, teams: new Map([[team.id, team]]) })?.band
  rij.doe(belt('een'))
  assert.deepEqual(beeld('een'), { soort: 'niemand' })
  rij.doe(meld('p1', 'bijstand-a'))
  rij.doe(belt('twee'))
  rij.doe(belt('drie'))
  assert.deepEqual(beeld('een'), undefined)
  const [tweede, derde] = [beeld('twee'), beeld('drie')]
  assert.ok(tweede?.soort === 'band' && derde?.soort === 'band')
  assert.deepEqual([tweede.voor, derde.voor], [0, 1])
  assert.ok(tweede.totMinuten < derde.totMinuten)
})

test('above its cap a lane call waits with the public, and the credit comes back with time', () => {
  const rij = proefrij([proefteam()])
  rij.doe(meld('p1', 'bijstand-a'))
  rij.doe(belt('een', publiek))
  rij.doe(belt('twee', publiek))
  for (const beller of ['a', 'b', 'c']) rij.doe(belt(beller))
  assert.deepEqual(
    rij.stand.wachtenden.map(({ id, rang }) => [id, rang]),
    [
      ['a', 1],
      ['b', 1],
      ['twee', 3],
      ['c', 3],
    ],
  )
  // Who hangs up gives back what it took.
  rij.doe({ soort: 'verlaat', beller: 'a' })
  rij.doe(belt('d'))
  assert.deepEqual(
    rij.stand.wachtenden.map(({ id }) => id),
    ['b', 'd', 'twee', 'c'],
  )
  // One person at work and 8 %: a call of eight minutes has come back after a hundred.
  const tegoed = () =>
    vooruitzicht(rij.stand, { vraag: proefvraag, namens: 'inwoner' }, omgeving(rij, [proefteam()]))
  rij.nu = new Date(rij.nu.getTime() + 99 * 60_000)
  assert.equal((tegoed() as { alsPubliek?: boolean }).alsPubliek, true)
  rij.nu = new Date(rij.nu.getTime() + 2 * 60_000)
  assert.equal((tegoed() as { alsPubliek?: boolean }).alsPubliek, false)
})

function omgeving({ nu }: { readonly nu: Date }, teams: readonly ReturnType<typeof proefteam>[]) {
  return { nu, teams: new Map(teams.map((team) => [team.id, team])) }
}

test('of who is free: who fits best, then who was busy least, then who is free the longest', () => {
  const engels = proefteam({ id: 'engels', talen: ['nl', 'en'] })
  const rij = proefrij([proefteam(), engels])
  for (const plek of ['p1', 'p2', 'p3']) rij.doe(meld(plek, 'bijstand-a'))
  rij.doe(meld('p4', 'engels'))
  rij.doe(belt('een', { vraag: { ...proefvraag, taal: 'en' } }))
  rij.doe(belt('twee'))
  rij.nu = new Date(rij.nu.getTime() + 600_000)
  rij.doe(klaar('p1'))
  // p1 was busy all the time; p2 and p3 not at all, and p2 had a break since.
  rij.doe({ soort: 'zet-stand', plek: 'p2', stand: 'pauze' })
  rij.doe({ soort: 'zet-stand', plek: 'p2', stand: 'vrij' })
  for (const beller of ['drie', 'vier', 'vijf']) rij.doe(belt(beller))
  assert.deepEqual(
    rij.van('verbonden').map(({ beller, plek }) => [beller, plek]),
    [
      ['een', 'p4'],
      ['twee', 'p1'],
      ['drie', 'p3'],
      ['vier', 'p2'],
      ['vijf', 'p1'],
    ],
  )
})

test('looking further: a neighbour after a minute, a generalist after three, a time after five', () => {
  for (const [plekTeam, minuten, stap] of [
    ['bijstand-b', 1, 1],
    ['algemeen', 3, 2],
  ] as const) {
    const rij = proefrij([proefteam(), buur, algemeen])
    rij.doe(meld('p1', plekTeam))
    rij.doe(belt('een'))
    rij.later(minuten - 0.01)
    assert.equal(rij.van('verbonden').length, 0)
    rij.later(0.01)
    assert.deepEqual(
      rij.van('verbonden').map(({ team, gewachtMs }) => [team, gewachtMs]),
      [[plekTeam, minuten * 60_000]],
    )
    assert.equal(rij.van('verruimd').at(-1)?.stap, stap)
  }
  const rij = proefrij([proefteam(), buur, algemeen])
  rij.doe(belt('een'))
  rij.later(5)
  // At 10:05, not sooner than in a quarter of an hour; slots of twenty minutes from nine o'clock on.
  assert.equal(
    new Date(rij.van('aangeboden')[0]?.aanbod.beginMs ?? 0).toISOString(),
    '2026-12-01T09:20:00.000Z',
  )
  // The public is not moved about.
  rij.doe(belt('twee', { ...publiek, vraag: { ...proefvraag, gebied: 'GM0003' } }))
  assert.equal(rij.van('geen-lijn').length, 1)
})

test('a promise is kept: whoever comes free at that time calls, before everybody else', () => {
  const rij = proefrij([proefteam()])
  rij.doe(meld('p1', 'bijstand-a'))
  rij.doe(belt('bezig'))
  rij.doe(belt('later'))
  rij.doe({ soort: 'kies-terugbellen', beller: 'later' })
  const [toezegging] = rij.van('toegezegd')
  assert.equal(toezegging?.waarom, 'gevraagd')
  rij.later(10)
  rij.doe(belt('eerder'))
  rij.later(10)
  assert.deepEqual(
    rij.stand.wachtenden.map(({ id }) => id),
    ['later', 'eerder'],
  )
  rij.doe(klaar('p1'))
  assert.equal(rij.van('verbonden').at(-1)?.beller, 'later')
  assert.equal(rij.van('toezegging-gemist').length, 0)
})

test('a promise that is missed brings a new time, and the first place until it is kept', () => {
  const rij = proefrij([proefteam()])
  rij.doe(meld('p1', 'bijstand-a'))
  rij.doe(belt('bezig'))
  rij.doe(belt('later'))
  rij.doe({ soort: 'kies-terugbellen', beller: 'later' })
  rij.later(20)
  rij.later(15)
  const [gemist] = rij.van('toezegging-gemist')
  assert.equal(gemist?.blijft, true)
  assert.equal(new Date(gemist?.nieuw.beginMs ?? 0).toISOString(), '2026-12-01T10:00:00.000Z')
  assert.equal(gemist?.nieuw.keer, 2)
  rij.doe(klaar('p1'))
  assert.equal(rij.van('verbonden').at(-1)?.beller, 'later')
})

test('a promise that was missed comes before one that is due later, whatever its new time is', () => {
  const rij = proefrij([proefteam()])
  rij.doe(meld('p1', 'bijstand-a'))
  rij.doe(belt('bezig'))
  for (const beller of ['eerst', 'dan']) {
    rij.doe(belt(beller))
    rij.doe({ soort: 'kies-terugbellen', beller })
  }
  rij.later(20)
  rij.later(21)
  assert.equal(rij.van('toezegging-gemist')[0]?.beller, 'eerst')
  assert.deepEqual(
    rij.stand.wachtenden.map(({ id }) => id),
    ['eerst', 'dan'],
  )
})

test('outside lane hours, and when they end, a time within them is promised; over a holiday too', () => {
  const rij = proefrij([proefteam()])
  rij.nu = new Date('2026-12-24T15:50:00Z')
  rij.doe(belt('wacht'))
  assert.deepEqual([rij.stand.wachtenden.length, rij.stand.afgesproken.length], [1, 0])
  rij.later(10)
  rij.doe(belt('te-laat'))
  assert.deepEqual(
    rij
      .van('toegezegd')
      .map(({ waarom, toezegging }) => [waarom, new Date(toezegging.beginMs).toISOString()]),
    // Christmas is on Friday and Saturday: Monday at nine, and then at twenty past nine.
    [
      ['gesloten', '2026-12-28T08:00:00.000Z'],
      ['gesloten', '2026-12-28T08:20:00.000Z'],
    ],
  )
})

test('who does not answer has a break, and the caller their old place', () => {
  const rij = proefrij([proefteam()])
  for (const plek of ['p1', 'p2']) rij.doe(meld(plek, 'bijstand-a'))
  rij.doe(belt('een'))
  rij.doe(belt('twee', publiek))
  rij.doe(belt('drie', publiek))
  rij.doe({ soort: 'niet-opgenomen', plek: 'p1' })
  assert.deepEqual(
    rij.stand.wachtenden.map(({ id }) => id),
    ['een', 'drie'],
  )
  assert.equal(rij.stand.plekken[0]?.stand, 'pauze')
  rij.doe(klaar('p2'))
  assert.equal(rij.van('verbonden').at(-1)?.beller, 'een')
})

test('what cannot be is refused with its reason', () => {
  const rij = proefrij([proefteam()])
  assert.deepEqual(rij.doe(meld('p1', 'onbekend')), { reden: 'niet-gevonden', wat: 'team' })
  rij.doe(meld('p1', 'bijstand-a'))
  assert.deepEqual(rij.doe(meld('p1', 'bijstand-a')), { reden: 'bestaat-al' })
  rij.doe(belt('een'))
  assert.deepEqual(rij.doe(belt('een')), { reden: 'bestaat-al' })
  assert.deepEqual(rij.doe({ soort: 'zet-stand', plek: 'p1', stand: 'vrij' }), { reden: 'kan-niet-nu' })
  assert.deepEqual(rij.doe({ soort: 'verlaat', beller: 'een' }), { reden: 'niet-gevonden', wat: 'beller' })
  rij.doe(belt('pub', publiek))
  assert.deepEqual(rij.doe({ soort: 'kies-terugbellen', beller: 'pub' }), { reden: 'kan-niet-nu' })
  rij.doe(belt('lijn'))
  assert.deepEqual(
    rij.doe({ soort: 'kies-terugbellen', beller: 'lijn', nietVoor: new Date('2028-01-01T00:00:00Z') }),
    undefined,
  )
})

test('what is said before dialling: at once, a band in whole minutes, shut with a time, nobody, or no lane', () => {
  const teams = [proefteam()]
  const rij = proefrij(teams)
  const zegt = (namens: 'inwoner' | 'zelf' = 'inwoner') =>
    vooruitzicht(rij.stand, { vraag: proefvraag, namens }, omgeving(rij, teams))
  assert.equal(zegt().soort, 'niemand')
  for (let n = 0; n < 4; n++) rij.doe(meld(`p${n}`, 'bijstand-a'))
  assert.deepEqual(zegt(), { soort: 'meteen', team: 'bijstand-a' })
  for (let n = 0; n < 9; n++) rij.doe(belt(`pub${n}`, publiek))
  // Before the public: behind nobody, one of four free within 2 · 3.0 minutes in nineteen of twenty cases.
  assert.deepEqual(zegt(), { soort: 'band', voor: 0, vanMinuten: 0, totMinuten: 6, alsPubliek: false })
  rij.doe(belt('a', { namens: 'zelf' }))
  assert.equal((zegt() as { voor?: number }).voor, 0)
  const zelf = zegt('zelf')
  assert.ok(zelf.soort === 'band' && zelf.voor === 1 && zelf.totMinuten > 6)
  rij.nu = new Date('2026-12-01T17:00:00Z')
  const dicht = zegt()
  assert.ok(dicht.soort === 'gesloten')
  assert.equal(new Date(dicht.toezegging?.beginMs ?? 0).toISOString(), '2026-12-02T08:00:00.000Z')
  const elders = { vraag: { ...proefvraag, gebied: 'GM0003' }, namens: 'zelf' } as const
  assert.deepEqual(vooruitzicht(rij.stand, elders, omgeving(rij, teams)), { soort: 'geen-lijn' })
})
