import assert from 'node:assert/strict'
import { test } from 'node:test'
import { datum } from '../kalender/index.ts'
import { type Lijnrij, leesLijnteam, schrijfLijnteam } from './lijnteam-vorm.ts'
import { organisatie } from './proeflijn.ts'

const rij = {
  id: 'inkomen-a',
  naam: 'Inkomen',
  uitleggen: 'gebeurtenis-verhuizen',
  beslissen: 'regeling-bijstand, regeling-aio',
  gebied: 'GM0001',
  buren: 'GM0002 GM0003',
  talen: 'nl pap',
  niveau: 'generalist',
  uren: 'ma-di 09:00-12:00, vr 13:00-17:30',
  tijdzone: 'Europe/Amsterdam',
  feestdagen: 'dicht',
  gesloten: '2027-05-07',
  capaciteit: '4',
} satisfies Lijnrij
const wie = { organisatie: organisatie('svb'), vandaag: datum('2027-01-05') }
const kennis = {
  isOnderwerp: ({ id }: { id: string }) => id !== 'x',
  isPlaats: (code: string) => code !== 'GM9999',
}
const lees = (deel: Partial<Lijnrij>) => leesLijnteam({ ...rij, ...deel }, wie, kennis)

test('a row of words becomes a team, and that team the same row', () => {
  const gelezen = lees({})
  assert.ok(gelezen.ok)
  const { team } = gelezen
  assert.deepEqual([team.bevestigdOp, team.organisatie, team.capaciteit], ['2027-01-05', 'svb', 4])
  assert.ok(team.rooster.soort === 'uren')
  assert.deepEqual(team.rooster.openingstijden, [
    { weekdag: 1, vanMinuut: 540, totMinuut: 720 },
    { weekdag: 2, vanMinuut: 540, totMinuut: 720 },
    { weekdag: 5, vanMinuut: 780, totMinuut: 1050 },
  ])
  const terug = schrijfLijnteam(team)
  assert.equal(terug.uren, 'ma-di 09:00-12:00, vr 13:00-17:30')
  assert.deepEqual(leesLijnteam(terug, wie, kennis), gelezen)
  const altijd = lees({ uren: 'altijd', gebied: 'nederland bonaire', buren: '' })
  assert.ok(altijd.ok)
  assert.deepEqual(altijd.team.gebied, { soort: 'heel-het-land', ook: ['bonaire'] })
  assert.deepEqual(leesLijnteam(schrijfLijnteam(altijd.team), wie, kennis), altijd)
})

test('every fault of a row is named at once, each at its field, with the word that is wrong', () => {
  const gelezen = lees({
    id: 'Inkomen A',
    naam: '',
    beslissen: 'regeling-x bijstand',
    gebied: 'GM9999',
    talen: 'Nederlands',
    niveau: 'tovenaar',
    uren: 'ma-vr 9-17',
    gesloten: 'morgen',
    capaciteit: '4,5',
  })
  assert.ok(!gelezen.ok)
  assert.deepEqual(
    gelezen.fouten.map(({ veld, fout, wat }) => [veld, fout, wat]),
    [
      ['id', 'id', undefined],
      ['talen', 'taal-onbekend', 'Nederlands'],
      ['gebied', 'plaats-onbekend', 'GM9999'],
      ['gesloten', 'dag', 'morgen'],
      ['beslissen', 'onderwerp-onbekend', 'regeling-x'],
      ['beslissen', 'onderwerp-onbekend', 'bijstand'],
      ['niveau', 'keuze', 'tovenaar'],
      ['naam', 'naam-leeg', undefined],
      ['uren', 'uren-kloppen-niet', undefined],
      ['capaciteit', 'capaciteit', undefined],
    ],
  )
  for (const uren of ['', 'vr-ma 09:00-17:00', 'ma 17:00-09:00', 'ma 09:61-12:00', 'ma 09:00-25:00'])
    assert.ok(!lees({ uren }).ok, uren)
})
