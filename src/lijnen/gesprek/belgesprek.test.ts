import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseOrganisatieId } from '../../domain/index.ts'
import {
  BEL_MS,
  type Belgesprek,
  type Belopdracht,
  beginGesprek,
  CODE_MS,
  doeInGesprek,
  GESPREK_MS,
  magSeinen,
  naTijd,
  TELEFOON_MS,
} from './belgesprek.ts'
import { ijsVoor, TURN_MS } from './ijs.ts'
import { leesZegt } from './sein.ts'

const organisatie = (id: string) => parseOrganisatieId(id) ?? assert.fail(id)
const [gemeente, svb, uwv] = [organisatie('gemeente-rotterdam'), organisatie('svb'), organisatie('uwv')]
const gast = { soort: 'gast', als: 'inwoner', ingang: 'hash-1', isBinnen: false } as const

function begin(): Belgesprek {
  return beginGesprek(
    {
      id: 'g',
      door: { id: 'a', partij: { soort: 'medewerker', organisatie: gemeente, medewerker: 'm-1' } },
      roep: { id: 'b', partij: { soort: 'medewerker', organisatie: svb } },
    },
    0,
  )
}

function doe(gesprek: Belgesprek, nuMs: number, ...opdrachten: readonly Belopdracht[]): Belgesprek {
  return opdrachten.reduce((nu, opdracht) => {
    const uitkomst = doeInGesprek(nu, opdracht, nuMs)
    assert.equal(uitkomst.status, 'ok', JSON.stringify(opdracht))
    return uitkomst.status === 'ok' ? uitkomst.gesprek : nu
  }, gesprek)
}

function waaromNiet(gesprek: Belgesprek, opdracht: Belopdracht, nuMs = 1): string | undefined {
  const uitkomst = doeInGesprek(gesprek, opdracht, nuMs)
  return uitkomst.status === 'geweigerd' ? uitkomst.reden : undefined
}

const neemOp = { soort: 'neem-op', deelnemer: 'b', wie: { medewerker: 'm-2', naam: 'Bo' } } as const

test('whoever takes it first has it, the desk leaves, and the resident and the colleague go on', () => {
  const gesprek = doe(
    begin(),
    1,
    neemOp,
    { soort: 'roep-erbij', door: 'a', id: 'c', partij: gast },
    { soort: 'neem-op', deelnemer: 'c', wie: { sleutelhash: 'hash-2' } },
  )
  assert.equal(waaromNiet(gesprek, neemOp), 'gaat-niet-over')
  // A code works once, and brings nobody else in.
  const nogEens = { soort: 'neem-op', deelnemer: 'c', wie: { sleutelhash: 'hash-3' } } as const
  assert.equal(waaromNiet(gesprek, nogEens), 'gaat-niet-over')
  assert.equal(waaromNiet(gesprek, { soort: 'roep-erbij', door: 'c', id: 'd', partij: gast }), 'niet-voor-u')
  const verder = doe(gesprek, 2, { soort: 'ga-weg', deelnemer: 'a' })
  assert.equal(verder.beeindigdMs, undefined)
  assert.equal(magSeinen(verder, 'b', 'c', 2), true)
  assert.equal(magSeinen(verder, 'a', 'b', 2), false)
  const klaar = doe(verder, 3, { soort: 'ga-weg', deelnemer: 'b' })
  assert.equal(klaar.beeindigdMs, 3)
  assert.deepEqual(
    klaar.deelnemers.map(({ stand }) => stand),
    ['weg', 'weg', 'weg'],
  )
  assert.equal(waaromNiet(klaar, { soort: 'ga-weg', deelnemer: 'c' }), 'voorbij')
})

test('nobody signals before they answered, to themselves, or to who refused; a fifth is one too many', () => {
  const gesprek = begin()
  assert.equal(magSeinen(gesprek, 'a', 'b', 1), false)
  const samen = doe(gesprek, 1, neemOp)
  assert.deepEqual(
    [magSeinen(samen, 'a', 'b', 1), magSeinen(samen, 'a', 'a', 1), magSeinen(samen, 'a', 'z', 1)],
    [true, false, false],
  )
  const roep = (id: string, wie = uwv): Belopdracht => ({
    ...{ soort: 'roep-erbij', door: 'a', id },
    partij: { soort: 'medewerker', organisatie: wie },
  })
  const drie = doe(samen, 1, roep('c'))
  assert.equal(waaromNiet(drie, roep('d')), 'belt-al')
  const vier = doe(drie, 1, { soort: 'weiger', deelnemer: 'c' }, roep('d'), {
    ...{ soort: 'roep-erbij', door: 'b', id: 'e', partij: gast },
  })
  assert.equal(magSeinen(vier, 'a', 'c', 1), false)
  assert.equal(waaromNiet(vier, roep('f', svb)), 'vol')
  assert.equal(
    waaromNiet(vier, { soort: 'zet', deelnemer: 'd', isGedempt: true, staatInWacht: false }),
    'niet-in-gesprek',
  )
  const gedempt = doe(vier, 1, { soort: 'zet', deelnemer: 'a', isGedempt: true, staatInWacht: false })
  assert.deepEqual([gedempt.deelnemers[0]?.isGedempt, gedempt.nr], [true, vier.nr + 1])
})

test('a professional withdraws a code and lets a guest go; no guest does, and no colleague is let go', () => {
  const weg = (deelnemer: string, door = 'a'): Belopdracht => ({ soort: 'haal-weg', door, deelnemer })
  const code = doe(begin(), 1, neemOp, { soort: 'roep-erbij', door: 'a', id: 'c', partij: gast })
  const standen = ({ deelnemers }: Belgesprek) => deelnemers.map(({ stand }) => stand)
  const ingetrokken = doe(code, 2, weg('c', 'b'))
  assert.deepEqual(standen(ingetrokken), ['in-gesprek', 'in-gesprek', 'weggehaald'])
  const sleutel = { soort: 'neem-op', deelnemer: 'c', wie: { sleutelhash: 'h' } } as const
  assert.equal(waaromNiet(ingetrokken, sleutel), 'gaat-niet-over')
  const binnen = doe(code, 2, sleutel)
  assert.deepEqual(
    [waaromNiet(binnen, weg('a', 'c')), waaromNiet(binnen, weg('b'))],
    ['niet-voor-u', 'niet-voor-u'],
  )
  const uit = doe(binnen, 3, weg('c'))
  assert.deepEqual(standen(uit), ['in-gesprek', 'in-gesprek', 'weggehaald'])
  assert.equal(magSeinen(uit, 'a', 'c', 3), false)
  assert.equal(waaromNiet(uit, weg('c')), 'gaat-niet-over')
})

test('a ring, a code and a call end by the clock', () => {
  const gesprek = doe(begin(), 0, { soort: 'roep-erbij', door: 'a', id: 'c', partij: gast })
  const stand = (nuMs: number, wie: number) => naTijd(gesprek, nuMs).deelnemers[wie]?.stand
  assert.deepEqual([stand(BEL_MS - 1, 1), stand(BEL_MS, 1)], ['gaat-over', 'niet-opgenomen'])
  assert.deepEqual([stand(CODE_MS - 1, 2), stand(CODE_MS, 2)], ['gaat-over', 'niet-opgenomen'])
  assert.equal(waaromNiet(gesprek, neemOp, BEL_MS), 'gaat-niet-over')
  assert.equal(naTijd(gesprek, GESPREK_MS).beeindigdMs, GESPREK_MS)
})

test('a browser says a few things, each with its own fields, and nothing rides along', () => {
  const sein = { soort: 'sdp', plek: 'p-1', type: 'offer', sdp: 'v=0\r\n' }
  assert.deepEqual(
    leesZegt(JSON.stringify({ soort: 'sein', aan: 'b', van: 'x', sein: { ...sein, meer: 1 } })),
    { soort: 'sein', aan: 'b', sein },
  )
  const fout = [
    ['geen json', '{'],
    ['geen sdp', { soort: 'sein', aan: 'b', sein: { ...sein, sdp: '<script>' } }],
    ['zonder plek', { soort: 'sein', aan: 'b', sein: { soort: 'hallo' } }],
    ['naar iedereen', { soort: 'sein', aan: '', sein: { soort: 'hallo', plek: 'p' } }],
    ['te lang', { soort: 'sein', aan: 'b', sein: { ...sein, sdp: `v=0${'a'.repeat(6_500)}` } }],
    ['half', { soort: 'zet', isGedempt: true }],
  ] as const
  for (const [wat, bericht] of fout)
    assert.equal(leesZegt(typeof bericht === 'string' ? bericht : JSON.stringify(bericht)), undefined, wat)
})

test('words for the TURN server end after ten minutes and are checked with the secret alone', () => {
  const turn = { urls: ['turn:turn.example:3478?transport=tcp'], geheim: 'north', isAlleen: true }
  const { iceServers, iceTransportPolicy } = ijsVoor(turn, 'user', 1_433_895_918_000 - TURN_MS)
  // Reckoned apart: printf '1433895918:user' | openssl dgst -sha1 -hmac north -binary | base64
  assert.deepEqual(iceServers, [
    { urls: turn.urls, username: '1433895918:user', credential: '/gk4t5tUc08OpM3NjrVjHSFVNmY=' },
  ])
  assert.equal(iceTransportPolicy, 'relay')
  assert.deepEqual(ijsVoor(undefined, 'user', 0), { iceServers: [], iceTransportPolicy: 'all' })
})

test('a telephone of which nobody says that it is there is gone after a while, and the others talk on', () => {
  const telefoon = { soort: 'telefoon', als: 'inwoner' } as const
  const samen = doe(
    begin(),
    0,
    { soort: 'neem-op', deelnemer: 'b', wie: { medewerker: 'm-2' } },
    { soort: 'roep-erbij', door: 'a', id: 't', partij: telefoon },
    { soort: 'neem-op', deelnemer: 't', wie: { lijn: undefined } },
  )
  const leeft = doe(samen, TELEFOON_MS - 1, { soort: 'telefoon-leeft', deelnemer: 't' })
  const standen = (gesprek: Belgesprek) => gesprek.deelnemers.map(({ stand }) => stand)
  assert.deepEqual(standen(naTijd(samen, TELEFOON_MS - 1)), ['in-gesprek', 'in-gesprek', 'in-gesprek'])
  assert.deepEqual(standen(naTijd(samen, TELEFOON_MS)), ['in-gesprek', 'in-gesprek', 'weg'])
  assert.deepEqual(standen(naTijd(leeft, TELEFOON_MS)), ['in-gesprek', 'in-gesprek', 'in-gesprek'])
  assert.equal(leeft.gewijzigdMs, samen.gewijzigdMs)
  const alleen = doe(samen, 1, { soort: 'ga-weg', deelnemer: 'b' })
  assert.equal(naTijd(alleen, TELEFOON_MS).beeindigdMs, TELEFOON_MS)
  assert.equal(doeInGesprek(samen, { soort: 'telefoon-leeft', deelnemer: 'b' }, 1).status, 'geweigerd')
})
