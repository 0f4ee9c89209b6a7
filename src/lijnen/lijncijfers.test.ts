import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Bewaardvoorval } from './gids-store.ts'
import { telLijnen } from './lijncijfers.ts'
import {
  belt,
  DINSDAG_TIEN_UUR,
  metOpgenomen,
  organisatie,
  proefrij,
  proefteam,
  proefvraag,
} from './proeflijn.ts'

const van = organisatie('gemeente-GM0001')
const team = proefteam()

function tel(gebeurd: readonly Bewaardvoorval[], wie: Parameters<typeof telLijnen>[1]['organisatie'] = van) {
  const gids = [{ team, pool: van, versie: 1 }]
  return telLijnen(gebeurd, {
    gids,
    organisatie: wie,
    totMs: DINSDAG_TIEN_UUR.getTime() + 3_600_000,
    isAfgekapt: false,
  })
}

/** As the store gives them. */
function bewaard(
  rij: ReturnType<typeof proefrij>,
  opgenomen: Parameters<typeof metOpgenomen>[1] = {},
): readonly Bewaardvoorval[] {
  return metOpgenomen(rij.voorvallen, opgenomen).map((een) => ({
    ...een,
    pool: van,
    ...(een.inhoud.soort === 'aangekomen' && { team: een.inhoud.beller.passend[0]?.team ?? '' }),
  }))
}

function druk(aantal: number, plekken: number) {
  const rij = proefrij([team])
  for (let n = 0; n < plekken; n++) rij.doe({ soort: 'meld-aan', plek: `p${n}`, teams: [team.id] })
  for (let n = 0; n < aantal; n++) {
    rij.doe(belt(`b${n}`))
    rij.nu = new Date(rij.nu.getTime() + 60_000)
    for (const { id, stand } of rij.stand.plekken)
      if (stand === 'in-gesprek') rij.doe({ soort: 'rond-af', plek: id, daarna: 'vrij' })
  }
  return rij
}

test('waits, who hung up, and how busy people were; of fewer than ten nothing is said', () => {
  const { teams, pools } = tel(bewaard(druk(20, 12)))
  assert.deepEqual(teams, [
    {
      ...{
        team: team.id,
        naam: 'Bijstand',
        gebeld: { soort: 'getal', n: 20 },
        mediaanSeconden: 0,
        p90Seconden: 0,
        binnen20: 100,
      },
      opgehangen: { soort: 'getal', n: 0 },
      verruimd: { soort: 'getal', n: 0 },
      nagekomen: { soort: 'getal', n: 0 },
      gemist: { soort: 'getal', n: 0 },
    },
  ])
  // One of twelve is in a call during twenty minutes of the hour.
  assert.deepEqual(pools, [{ pool: van, bezetting: 3 }])
  const klein = tel(bewaard(druk(9, 12)))
  assert.deepEqual(klein.teams[0]?.gebeld, { soort: 'klein' })
  assert.equal(klein.teams[0]?.mediaanSeconden, undefined)
  assert.equal(klein.teams[0]?.binnen20, undefined)
  // However many calls: of two people nobody reads how busy they are.
  assert.deepEqual(tel(bewaard(druk(40, 2))).pools, [{ pool: van }])
})

test('a wait lasts until somebody answers; who rang and was gone before that hung up, and is counted once', () => {
  const traag = tel(bewaard(druk(20, 12), { naMs: 25_000 })).teams[0]
  assert.deepEqual([traag?.mediaanSeconden, traag?.binnen20], [25, 0])
  const rij = proefrij([team])
  for (let n = 0; n < 24; n++) rij.doe({ soort: 'meld-aan', plek: `p${n}`, teams: [team.id] })
  for (let n = 0; n < 24; n++) rij.doe(belt(`b${n}`))
  rij.nu = new Date(rij.nu.getTime() + 30_000)
  // Half of them hang up while it rings, and half after nobody answered and they waited again.
  for (const [n, { id, gesprek }] of rij.stand.plekken.entries()) {
    if (n % 2 === 0) rij.doe({ soort: 'rond-af', plek: id, daarna: 'pauze' })
    else {
      rij.doe({ soort: 'niet-opgenomen', plek: id })
      rij.doe({ soort: 'verlaat', beller: gesprek?.beller.id ?? '' })
    }
  }
  const niemand = tel(bewaard(rij, { neemtOp: () => false })).teams[0]
  assert.deepEqual(niemand?.opgehangen, { soort: 'getal', n: 25 })
  assert.deepEqual([niemand?.mediaanSeconden, niemand?.binnen20], [undefined, 0])
})

test('a promise is kept when somebody calls, not when the queue chooses who should', () => {
  const rij = proefrij([proefteam({ capaciteit: 200 })])
  for (let n = 0; n < 24; n++) rij.doe(belt(`b${n}`))
  for (let n = 0; n < 24; n++) rij.doe({ soort: 'kies-terugbellen', beller: `b${n}` })
  for (let n = 0; n < 24; n++) rij.doe({ soort: 'meld-aan', plek: `p${n}`, teams: [team.id] })
  rij.later(21)
  rij.later(20)
  const belt12 = (beller: string) => Number(beller.slice(1)) < 12
  const { nagekomen } = tel(bewaard(rij, { neemtOp: belt12 })).teams[0] ?? {}
  assert.deepEqual([rij.van('verbonden').length, nagekomen], [24, { soort: 'getal', n: 10 }])
})

test('of the hours in which one person is alone nobody reads how busy they are, however many shifts there were', () => {
  const rij = proefrij([team])
  const aan = (plek: string) => rij.doe({ soort: 'meld-aan', plek, teams: [team.id] })
  const af = (plek: string) => rij.doe({ soort: 'meld-af', plek })
  for (const plek of ['x', 'y', 'z']) aan(plek)
  rij.nu = new Date(rij.nu.getTime() + 60_000)
  for (const plek of ['x', 'y', 'z']) af(plek)
  for (let n = 0; n < 9; n++) {
    aan(`p${n}`)
    rij.doe(belt(`b${n}`))
    rij.nu = new Date(rij.nu.getTime() + 5 * 60_000)
    af(`p${n}`)
  }
  assert.deepEqual(tel(bewaard(rij)).pools, [{ pool: van, bezetting: 0 }])
})

test('promises kept and missed, and who was looked further for', () => {
  const rij = proefrij([team])
  for (let n = 0; n < 12; n++) rij.doe(belt(`b${n}`))
  rij.later(6)
  for (let n = 0; n < 12; n++) rij.doe({ soort: 'kies-terugbellen', beller: `b${n}` })
  const beloofd = rij.stand.afgesproken.map(({ toezegging }) => toezegging?.beginMs ?? 0)
  rij.nu = new Date(Math.max(...beloofd))
  for (let n = 0; n < 12; n++) rij.doe({ soort: 'meld-aan', plek: `p${n}`, teams: [team.id] })
  const { teams } = tel(bewaard(rij))
  const uit = teams[0]
  assert.deepEqual(uit?.verruimd, { soort: 'getal', n: 10 })
  const gemist = rij.van('toezegging-gemist').length
  const verbonden = rij.van('verbonden').length
  assert.ok(verbonden > 0)
  assert.equal(uit?.mediaanSeconden, undefined, 'who is called back did not wait in the queue')
  assert.equal(uit?.gemist.soort, gemist > 0 && gemist < 10 ? 'klein' : 'getal')
})

test('where a lane is missing: by subject, place and language, and what occurs seldom is one number', () => {
  const zonder = (n: number, taal: string): readonly Bewaardvoorval[] =>
    Array.from({ length: n }, () => ({
      opMs: DINSDAG_TIEN_UUR.getTime(),
      inhoud: { soort: 'geen-lijn', klasse: 'lijn', vraag: { ...proefvraag, taal } },
    }))
  const { gemist, zeldenGemist } = tel([...zonder(12, 'ti'), ...zonder(4, 'so'), ...zonder(7, 'fr')])
  assert.deepEqual(gemist, [
    { onderwerp: 'regeling-bijstand', gebied: 'GM0001', taal: 'ti', aantal: { soort: 'getal', n: 10 } },
  ])
  assert.deepEqual(zeldenGemist, { soort: 'getal', n: 10 })
})

test('another organisation sees none of these teams, whoever answers for all of them does', () => {
  const gebeurd = bewaard(druk(20, 12))
  assert.deepEqual(tel(gebeurd, organisatie('svb')).teams, [])
  assert.equal(tel(gebeurd, undefined).teams.length, 1)
})
