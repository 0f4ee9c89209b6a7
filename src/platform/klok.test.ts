import assert from 'node:assert/strict'
import { test } from 'node:test'
import { klokVanaf, leesMoment } from './klok.ts'

test('a bare date is that date in Amsterdam and in Kralendijk', () => {
  const moment = leesMoment('2027-01-01')
  assert.ok(moment)
  for (const timeZone of ['Europe/Amsterdam', 'America/Kralendijk']) {
    assert.equal(
      new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(moment),
      '2027-01-01',
    )
  }
})

test('a moment that does not exist is refused', () => {
  for (const tekst of [
    '2026-02-30',
    '2026-13-01',
    'morgen',
    '2026-1-1',
    '2026-01-01T10:00',
    '2026-01-01T25:00Z',
  ]) {
    assert.equal(leesMoment(tekst), undefined, tekst)
  }
})

test('the clock starts at the given moment and runs on', () => {
  let nu = 1_000
  const klok = klokVanaf(new Date('2027-01-01T12:00:00Z'), { nu: () => new Date(nu) })
  assert.equal(klok.nu().toISOString(), '2027-01-01T12:00:00.000Z')
  nu += 90_000
  assert.equal(klok.nu().toISOString(), '2027-01-01T12:01:30.000Z')
})
