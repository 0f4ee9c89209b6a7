import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import type { Afspraakteam } from '../corpus/index.ts'
import { datum, momentOp, tijdOp } from '../kalender/index.ts'
import { leesTelefoon, maakNummer } from './afspraak.ts'
import { boekbareDagen, isBoekbaar, tijdvakkenOp, vrijeTijden } from './tijden.ts'

const team: Afspraakteam = {
  id: 'svb-balie',
  organisatie: 'svb',
  naam: { nl: 'Balie' },
  vorm: 'balie',
  zone: 'Europe/Amsterdam',
  openingstijden: [
    { weekdag: 1, vanMinuut: 540, totMinuut: 595 },
    { weekdag: 7, vanMinuut: 60, totMinuut: 240 },
  ],
  dichtOpFeestdagen: true,
  gesloten: [datum('2026-03-09')],
  duurMinuten: 20,
  capaciteit: 2,
  voorafMinuten: 60,
  hoogstensDagen: 14,
  steun: false,
  vertrouwen: 'verzonnen',
  bron: 'proef',
}
const tijden = (dag: string, anders: Partial<Afspraakteam> = {}) =>
  tijdvakkenOp({ ...team, ...anders }, datum(dag)).map(({ begin }) => begin.toISOString().slice(5, 16))

test('times follow each other from opening on, by the clock of the place, and none runs past closing', () => {
  assert.deepEqual(tijden('2026-03-02'), ['03-02T08:00', '03-02T08:20'])
  assert.deepEqual(tijden('2026-06-01'), ['06-01T07:00', '06-01T07:20'])
  assert.deepEqual(tijden('2026-03-02', { zone: 'America/Kralendijk' }), ['03-02T13:00', '03-02T13:20'])
  assert.deepEqual(tijden('2026-03-03'), [], 'no hours on a Tuesday')
})

test('a day on which they are shut has none; a holiday only for who is shut then', () => {
  assert.deepEqual(tijden('2026-03-09'), [])
  assert.deepEqual(tijden('2026-04-06'), [], 'Easter Monday')
  assert.equal(tijden('2026-04-06', { dichtOpFeestdagen: false }).length, 2)
})

test('when the clock is put forward or back a time is where the clock says', () => {
  assert.equal(
    momentOp(datum('2026-03-29'), 60, 'Europe/Amsterdam').toISOString(),
    '2026-03-29T00:00:00.000Z',
  )
  assert.equal(
    momentOp(datum('2026-03-29'), 180, 'Europe/Amsterdam').toISOString(),
    '2026-03-29T01:00:00.000Z',
  )
  assert.equal(
    momentOp(datum('2026-10-25'), 240, 'Europe/Amsterdam').toISOString(),
    '2026-10-25T03:00:00.000Z',
  )
  for (const [dag, minuut] of [
    ['2026-01-15', 0],
    ['2026-07-15', 1439],
    ['2026-03-29', 540],
  ] as const) {
    const klok = `${String(Math.floor(minuut / 60)).padStart(2, '0')}:${String(minuut % 60).padStart(2, '0')}`
    for (const zone of ['Europe/Amsterdam', 'America/Kralendijk'] as const)
      assert.equal(tijdOp(momentOp(datum(dag), minuut, zone), zone), klok)
  }
})

test('not sooner than the team wants to know, not later than it plans, and only at a time of theirs', () => {
  const nu = new Date('2026-03-02T07:00:00Z')
  const mag = (begin: string) => isBoekbaar(team, new Date(begin), nu) !== undefined
  assert.ok(mag('2026-03-02T08:00:00Z'))
  assert.ok(!mag('2026-03-02T08:05:00Z'))
  assert.equal(
    isBoekbaar(team, new Date('2026-03-02T08:00:00Z'), new Date('2026-03-02T07:00:01Z')),
    undefined,
  )
  assert.ok(mag('2026-03-16T08:00:00Z'))
  assert.ok(!mag('2026-03-23T08:00:00Z'))
  assert.deepEqual(boekbareDagen(team, nu), { vanaf: datum('2026-03-02'), totEnMet: datum('2026-03-16') })
})

test('who sits there under other hours takes a place for all of the time they overlap', () => {
  const nu = new Date('2026-03-01T07:00:00Z')
  const vak = (begin: string, einde: string) => ({
    begin: new Date(`2026-03-02T${begin}:00Z`),
    einde: new Date(`2026-03-02T${einde}:00Z`),
  })
  const vrij = (...bezet: readonly ReturnType<typeof vak>[]) =>
    vrijeTijden(team, { dag: datum('2026-03-02'), nu, bezet }).map((een) => een.vrij)
  assert.deepEqual(vrij(), [2, 2])
  assert.deepEqual(vrij(vak('08:10', '08:30')), [1, 1])
  assert.deepEqual(vrij(vak('08:00', '08:20')), [1, 2])
  assert.deepEqual(vrij(vak('08:00', '08:20'), vak('08:00', '08:20')), [2])
})

test('a number can be said aloud, and a telephone number is read however it is written', () => {
  for (let keer = 0; keer < 200; keer++)
    assert.match(maakNummer(randomBytes), /^[B-DF-HJ-NPR-TV-XZ]{3}-[2-9]{3}$/)
  assert.deepEqual(['06 12 34 56 78', '(010) 123-4567', '+31 6 12345678', '717 1234'].map(leesTelefoon), [
    '0612345678',
    '0101234567',
    '+31612345678',
    '7171234',
  ])
  for (const fout of ['', '061234567', '123456789', 'bel mij', '06123456789'])
    assert.equal(leesTelefoon(fout), undefined)
})
