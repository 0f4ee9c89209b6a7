import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '../kalender/index.ts'
import { isOpen, isVerouderd, keurLijnteam } from './lijnteam.ts'
import { beoordeelTeams } from './passing.ts'
import { kantooruren, organisatie, proefteam, proefvraag } from './proeflijn.ts'

test('lane hours follow the clock of the place, holidays and summer time included', () => {
  for (const [moment, open] of [
    ['2026-12-01T07:59:59Z', false],
    ['2026-12-01T08:00:00Z', true],
    ['2026-12-01T15:59:59Z', true],
    ['2026-12-01T16:00:00Z', false],
    ['2026-12-05T10:00:00Z', false],
    ['2026-12-25T10:00:00Z', false],
    // In summer the clock is two hours ahead.
    ['2026-07-01T07:00:00Z', true],
    ['2026-07-01T15:00:00Z', false],
  ] as const)
    assert.equal(isOpen(kantooruren, new Date(moment)), open, moment)
  const opBonaire = { ...kantooruren, zone: 'America/Kralendijk' } as const
  assert.equal(isOpen(opBonaire, new Date('2026-12-01T12:59:00Z')), false)
  assert.equal(isOpen(opBonaire, new Date('2026-12-01T20:59:00Z')), true)
  assert.equal(
    isOpen({ ...kantooruren, gesloten: [datum('2026-12-01')] }, new Date('2026-12-01T10:00:00Z')),
    false,
  )
  assert.equal(isOpen({ soort: 'altijd', zone: 'Europe/Amsterdam' }, new Date('2026-12-25T03:00:00Z')), true)
})

test('an entry that nobody confirmed for a quarter is stale, on the day after', () => {
  const team = { bevestigdOp: datum('2026-09-01') }
  assert.equal(isVerouderd(team, datum('2026-12-02')), false)
  assert.equal(isVerouderd(team, datum('2026-12-03')), true)
})

test('an entry is checked as a whole, every fault at once', () => {
  assert.deepEqual(keurLijnteam(proefteam()), [])
  const fout = proefteam({
    naam: ' ',
    kan: [],
    gebied: { soort: 'plaatsen', eigen: [], buren: ['GM0002'] },
    talen: [],
    rooster: { ...kantooruren, openingstijden: [{ weekdag: 1, vanMinuut: 600, totMinuut: 600 }] },
    capaciteit: 0,
  })
  assert.deepEqual(keurLijnteam(fout), [
    'naam-leeg',
    'geen-onderwerp',
    'geen-plaats',
    'geen-taal',
    'uren-kloppen-niet',
    'capaciteit',
  ])
  assert.deepEqual(keurLijnteam(proefteam({ rooster: { ...kantooruren, openingstijden: [] } })), [
    'geen-uren',
  ])
})

const gids = [
  proefteam(),
  proefteam({ id: 'bijstand-a-en', talen: ['nl', 'en'] }),
  proefteam({ id: 'bijstand-b', gebied: { soort: 'plaatsen', eigen: ['GM0002'], buren: ['GM0001'] } }),
  proefteam({ id: 'algemeen-a', kan: [], niveau: 'generalist' }),
  proefteam({ id: 'algemeen-x', kan: [], niveau: 'generalist', organisatie: organisatie('gemeente-GM0009') }),
  proefteam({ id: 'aow', kan: [], gebied: { soort: 'heel-het-land', ook: ['bonaire'] } }),
]

test('scheme and region are musts, language and level are wishes, and each says why', () => {
  const { passend, nietPassend } = beoordeelTeams(gids, { ...proefvraag, taal: 'en', niveau: 'specialist' })
  assert.deepEqual(
    passend.map(({ team, vanafStap, score }) => [team, vanafStap, score]),
    [
      ['bijstand-a-en', 0, 3],
      ['bijstand-a', 0, 1],
      ['bijstand-b', 1, 1],
      ['algemeen-a', 2, 0],
    ],
  )
  assert.deepEqual(passend[1]?.redenen, [
    { soort: 'onderwerp', bevoegdheid: 'beslissen' },
    { soort: 'gebied', hoe: 'eigen' },
    { soort: 'zonder-taal', taal: 'en' },
    { soort: 'niveau', niveau: 'specialist' },
  ])
  assert.deepEqual(passend[3]?.redenen[0], { soort: 'generalist-van-organisatie' })
  // General help of an organisation that has nothing to do with it is no help.
  assert.deepEqual(nietPassend, [
    { team: 'algemeen-x', bezwaren: ['ander-onderwerp'] },
    { team: 'aow', bezwaren: ['ander-onderwerp'] },
  ])
})

test('who may only explain decides nothing, and a region that is unknown is nobody’s', () => {
  const uitlegger = proefteam({
    kan: proefteam().kan.map((rij) => ({ ...rij, bevoegdheid: 'uitleggen' as const })),
  })
  assert.equal(beoordeelTeams([uitlegger], proefvraag).passend.length, 1)
  assert.deepEqual(beoordeelTeams([uitlegger], { ...proefvraag, nodig: 'beslissen' }).nietPassend, [
    { team: 'bijstand-a', bezwaren: ['mag-niet-beslissen'] },
  ])
  const { gebied: _, ...zonderGebied } = proefvraag
  assert.deepEqual(beoordeelTeams([proefteam()], zonderGebied).nietPassend[0]?.bezwaren, ['gebied-onbekend'])
  const land = proefteam({ gebied: { soort: 'heel-het-land', ook: ['bonaire'] } })
  const hoe = (plaats: string | undefined) =>
    beoordeelTeams([land], { ...zonderGebied, ...(plaats && { gebied: plaats }) }).passend[0]?.redenen[1]
  assert.deepEqual(hoe(undefined), { soort: 'gebied', hoe: 'heel-het-land' })
  assert.deepEqual(hoe('GM0344'), { soort: 'gebied', hoe: 'heel-het-land' })
  assert.deepEqual(hoe('bonaire'), { soort: 'gebied', hoe: 'eigen' })
  // The islands have law of their own.
  assert.equal(hoe('saba'), undefined)
})
