import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Boeking } from '../kanalen/zending-store.ts'
import { zendingVan } from './zending-rijen.ts'
import { standenNa, type Zendingstandrij } from './zending-standen.ts'

const op = new Date('2026-03-01T10:00:00Z')
const uiterlijk = new Date('2026-03-03T10:00:00Z')
const id = (n: number) => `01a21792-1966-72f3-91ff-ef80425300${String(n).padStart(2, '0')}`

function rij(n: number, bericht: number, kanaal: string, stand: string): Zendingstandrij {
  return {
    id: id(n),
    persoon: '019ca8d7-2d7b-767d-920e-c4432bf681d1',
    bericht: id(bericht),
    organisatie: null,
    kanaal,
    beurt: 1,
    stand,
    greep: 1,
    pogingen: 0,
    ongewis: 0,
    gemaakt: op,
    volgende: op,
    uiterlijk,
    daarna: [],
    verzonden: null,
    kenmerk: null,
    reden: null,
    op_verzoek: false,
    gemeld: null,
    adres: null,
    alleen_snel: false,
  }
}

function boeking(
  van: Zendingstandrij,
  wordt: Partial<Boeking['wordt']>,
  meer: Partial<Boeking> = {},
): Boeking {
  const was = zendingVan(van)
  return { was, wordt: { ...was, ...wordt }, nieuw: [], taken: [], bewijzen: [], ...meer }
}

const kort = (rijen: readonly Zendingstandrij[]) =>
  rijen.map(({ id: een, stand, gemeld, uiterlijk: voor }) => [
    Number(een.slice(-2)),
    stand,
    gemeld !== null,
    voor !== null,
  ])

test('what arrives makes good what failed of the same message, and tells its inbox that a notice is out', () => {
  const vast = [
    rij(1, 1, 'berichtenbox', 'mislukt'),
    rij(2, 1, 'email', 'mislukt'),
    rij(3, 1, 'brief', 'bezig'),
    rij(4, 4, 'berichtenbox', 'mislukt'),
    rij(5, 4, 'brief', 'gemaakt'),
  ]
  const [, , brief] = vast
  assert.ok(brief)
  const na = standenNa(vast, [boeking(brief, { stand: 'verzonden', verzonden: op })])
  // Of another message nothing changes.
  assert.deepEqual(kort(na), [
    [1, 'hersteld', true, true],
    [2, 'hersteld', false, true],
    [3, 'verzonden', false, true],
  ])
})

test('two ways of one message in one batch come out as they would one after the other', () => {
  const vast = [
    rij(1, 1, 'berichtenbox', 'verzonden'),
    rij(2, 1, 'email', 'bezig'),
    rij(3, 1, 'brief', 'bezig'),
  ]
  const [, email, brief] = vast
  assert.ok(email && brief)
  const mislukt = boeking(email, { stand: 'mislukt', reden: 'vol' })
  const gelukt = boeking(brief, { stand: 'verzonden', verzonden: op })
  assert.deepEqual(kort(standenNa(vast, [mislukt, gelukt])), [
    [1, 'verzonden', true, true],
    [2, 'hersteld', false, true],
    [3, 'verzonden', false, true],
  ])
})

test('what came back takes the notice away again, and a plan says whether one is owed', () => {
  const [doos, email] = [
    { ...rij(1, 1, 'berichtenbox', 'verzonden'), gemeld: op },
    rij(2, 1, 'email', 'verzonden'),
  ]
  assert.deepEqual(kort(standenNa([doos, email], [boeking(email, { stand: 'retour', reden: 'weg' })])), [
    [1, 'verzonden', false, true],
    [2, 'retour', false, true],
  ])
  const nieuw = rij(3, 3, 'berichtenbox', 'bezig')
  const plan = boeking(
    nieuw,
    { stand: 'verzonden', verzonden: op },
    { meldtermijn: { uiterlijk: undefined } },
  )
  assert.deepEqual(kort(standenNa([nieuw], [plan])), [[3, 'verzonden', false, false]])
})

test('a letter that somebody asked for makes no notice good, and one that comes back undoes none', () => {
  const gevraagd = { ...rij(2, 1, 'brief', 'klaar'), op_verzoek: true }
  const postvak = { ...rij(1, 1, 'berichtenbox', 'verzonden'), gemeld: op }
  for (const stand of ['verzonden', 'retour'] as const) {
    const was = zendingVan(gevraagd)
    const boeking = { was, wordt: { ...was, stand, verzonden: op }, nieuw: [], taken: [], bewijzen: [] }
    const na = standenNa([postvak, gevraagd], [boeking])
    assert.deepEqual(
      na.map(({ kanaal, stand: s }) => [kanaal, s]),
      [['brief', stand]],
    )
  }
})
