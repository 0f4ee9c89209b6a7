import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  beginVan,
  type Datum,
  dagenTussen,
  dagNa,
  dagVoor,
  datum,
  datumOp,
  feestdagenIn,
  isVrijeDag,
  leeftijdOp,
  momentOp,
  parseDatum,
  plusDagen,
  plusMaanden,
  plusWerkdagen,
  type Termijn,
  termijneinde,
  tijdOp,
  weekdagVan,
  werkdagenTussen,
} from './index.ts'

const eenDatum = fc.integer({ min: 0, max: 73_000 }).map((dagen) => plusDagen(datum('1900-01-01'), dagen))

test('a day that does not exist is no date', () => {
  for (const tekst of [
    '2026-02-30',
    '2025-02-29',
    '2026-13-01',
    '2026-00-10',
    '26-01-01',
    '20226-01-01',
    '',
    null,
  ]) {
    assert.equal(parseDatum(tekst), undefined, String(tekst))
  }
  assert.equal(parseDatum('2024-02-29'), '2024-02-29')
})

test('adding days and counting them are each other’s inverse, and the weekday follows', () => {
  fc.assert(
    fc.property(eenDatum, fc.integer({ min: -4000, max: 4000 }), (dag, aantal) => {
      const later = plusDagen(dag, aantal)
      assert.equal(dagenTussen(dag, later), aantal)
      assert.equal((((weekdagVan(dag) - 1 + aantal) % 7) + 7) % 7, weekdagVan(later) - 1)
      assert.equal(weekdagVan(dag), new Date(dag).getUTCDay() || 7)
    }),
  )
})

test('a month later is the same day or the last of the month', () => {
  assert.equal(plusMaanden(datum('2026-01-31'), 1), '2026-02-28')
  assert.equal(plusMaanden(datum('2024-01-31'), 1), '2024-02-29')
  assert.equal(plusMaanden(datum('2026-03-31'), -1), '2026-02-28')
  assert.equal(plusMaanden(datum('2026-11-15'), 2), '2027-01-15')
  assert.equal(plusMaanden(datum('2026-01-15'), -13), '2024-12-15')
})

test('age: on the birthday, the day before, and born on 29 February', () => {
  assert.equal(leeftijdOp(datum('2008-03-01'), datum('2026-02-28')), 17)
  assert.equal(leeftijdOp(datum('2008-03-01'), datum('2026-03-01')), 18)
  assert.equal(leeftijdOp(datum('2008-02-29'), datum('2026-02-28')), 17)
  assert.equal(leeftijdOp(datum('2008-02-29'), datum('2026-03-01')), 18)
})

test('the same moment can be two dates', () => {
  const moment = new Date('2026-12-31T23:30:00-04:00')
  assert.equal(datumOp(moment, 'America/Kralendijk'), '2026-12-31')
  assert.equal(datumOp(moment, 'Europe/Amsterdam'), '2027-01-01')
})

test('a day begins when the clock there says so, also on the days that the clock changes', () => {
  for (const [dag, begin] of [
    ['2026-03-28', '2026-03-27T23:00:00.000Z'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ] as const)
    assert.equal(beginVan(datum(dag), 'Europe/Amsterdam').toISOString(), begin)
  assert.equal(beginVan(datum('2026-07-01'), 'America/Kralendijk').toISOString(), '2026-07-01T04:00:00.000Z')
})

test('a time on a clock is a moment, also on the days that the clock changes', () => {
  for (const [dag, minuten, zone, moment] of [
    ['2026-03-28', 9 * 60, 'Europe/Amsterdam', '2026-03-28T08:00:00.000Z'],
    ['2026-03-29', 9 * 60, 'Europe/Amsterdam', '2026-03-29T07:00:00.000Z'],
    ['2026-10-25', 9 * 60, 'Europe/Amsterdam', '2026-10-25T08:00:00.000Z'],
    ['2026-03-29', 23 * 60 + 59, 'America/Kralendijk', '2026-03-30T03:59:00.000Z'],
  ] as const) {
    assert.equal(momentOp(datum(dag), minuten, zone).toISOString(), moment)
    const [uur = 0, minuut = 0] = tijdOp(new Date(moment), zone).split(':').map(Number)
    assert.equal(uur * 60 + minuut, minuten)
  }
  // The clock skips this one: it shows an hour later.
  assert.equal(
    momentOp(datum('2026-03-29'), 150, 'Europe/Amsterdam').toISOString(),
    '2026-03-29T01:30:00.000Z',
  )
})

test('the holidays of 2026, and King’s Day that moves when it is a Sunday', () => {
  assert.deepEqual(
    [...feestdagenIn(2026).keys()],
    ['01-01', '04-03', '04-06', '04-27', '05-05', '05-14', '05-25', '12-25', '12-26'].map((d) => `2026-${d}`),
  )
  assert.equal(feestdagenIn(2025).get(datum('2025-04-26')), 'koningsdag')
  assert.equal(feestdagenIn(2013).get(datum('2013-04-30')), 'koningsdag')
})

// The dates of Easter as published, also the earliest and latest of the last and next decades.
for (const pasen of [
  '2008-03-23',
  '2011-04-24',
  '2024-03-31',
  '2025-04-20',
  '2026-04-05',
  '2027-03-28',
  '2038-04-25',
]) {
  test(`Easter Monday follows ${pasen}`, () => {
    assert.equal(feestdagenIn(Number(pasen.slice(0, 4))).get(plusDagen(datum(pasen), 1)), 'tweede-paasdag')
  })
}

const eindes: readonly [string, string, Termijn, string][] = [
  ['an ordinary end stays', '2026-03-20', { aantal: 6, eenheid: 'weken' }, '2026-05-01'],
  ['Liberation Day moves a day', '2026-03-24', { aantal: 6, eenheid: 'weken' }, '2026-05-06'],
  ['Good Friday moves past Easter', '2026-03-20', { aantal: 2, eenheid: 'weken' }, '2026-04-07'],
  ['Christmas on Friday and Saturday', '2026-11-13', { aantal: 6, eenheid: 'weken' }, '2026-12-28'],
  ['twelve weeks still move', '2026-02-07', { aantal: 12, eenheid: 'weken' }, '2026-05-04'],
  ['thirteen weeks do not', '2026-02-07', { aantal: 13, eenheid: 'weken' }, '2026-05-09'],
  ['ninety days move', '2026-02-01', { aantal: 90, eenheid: 'dagen' }, '2026-05-04'],
  ['ninety-one days do not', '2026-02-01', { aantal: 91, eenheid: 'dagen' }, '2026-05-03'],
  ['three months move', '2026-02-02', { aantal: 3, eenheid: 'maanden' }, '2026-05-04'],
  ['a year does not', '2025-05-05', { aantal: 1, eenheid: 'jaren' }, '2026-05-05'],
]
for (const [naam, van, termijn, einde] of eindes) {
  test(`term: ${naam}`, () => {
    assert.equal(termijneinde(datum(van), termijn).laatsteDag, einde)
  })
}

// Reporting a birth, as municipalities publish it per weekday for weeks without holidays.
const aangiften = { ma: 'do', di: 'vr', wo: 'ma', do: 'ma', vr: 'di', za: 'di', zo: 'wo' }
test('reporting a birth within three days, per weekday', () => {
  const namen = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo']
  for (const [i, [geboren, einde]] of Object.entries(aangiften).entries()) {
    const dag = plusDagen(datum('2026-06-08'), i)
    assert.equal(namen[weekdagVan(dag) - 1], geboren)
    const { laatsteDag } = termijneinde(dag, { aantal: 3, eenheid: 'dagen' })
    assert.equal(namen[weekdagVan(laatsteDag) - 1], einde, geboren)
  }
})

test('a term that the law leaves alone ends on a Sunday if need be', () => {
  const { laatsteDag, zonderVerlenging } = termijneinde(
    datum('2026-05-31'),
    { aantal: 14, eenheid: 'dagen' },
    { verlengt: false },
  )
  assert.deepEqual([laatsteDag, zonderVerlenging], ['2026-06-14', undefined])
})

test('a term under the law never ends on a free day and never earlier than counted', () => {
  const termijnen = fc.record({
    aantal: fc.integer({ min: 1, max: 12 }),
    eenheid: fc.constantFrom('dagen' as const, 'weken' as const),
  })
  fc.assert(
    fc.property(eenDatum, termijnen, (dag: Datum, termijn) => {
      const { laatsteDag, zonderVerlenging } = termijneinde(dag, termijn)
      assert.ok(!isVrijeDag(laatsteDag))
      assert.ok(zonderVerlenging === undefined || zonderVerlenging < laatsteDag)
    }),
  )
})

test('working days: the sixth after a death on Maundy Thursday', () => {
  assert.equal(plusWerkdagen(datum('2026-04-02'), 6), '2026-04-14')
  assert.equal(werkdagenTussen(datum('2026-04-02'), datum('2026-04-14')), 6)
})

test('a term counted backwards is never lengthened, and skips free days only when it counts working days', () => {
  // Four weeks before Monday 4 May 2026 is Easter Monday.
  assert.equal(dagVoor(datum('2026-05-04'), { aantal: 4, eenheid: 'weken' }), '2026-04-06')
  assert.equal(dagVoor(datum('2026-04-07'), { aantal: 1, eenheid: 'werkdagen' }), '2026-04-02')
  assert.equal(dagVoor(datum('2028-03-31'), { aantal: 1, eenheid: 'maanden' }), '2028-02-29')
  assert.equal(dagVoor(datum('2028-02-29'), { aantal: 1, eenheid: 'jaren' }), '2027-02-28')
  assert.equal(dagNa(datum('2026-04-02'), { aantal: 3, eenheid: 'dagen' }), '2026-04-05')
})
