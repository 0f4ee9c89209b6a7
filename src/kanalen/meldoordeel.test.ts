import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Meldfeit, meldoordeelVan } from './meldoordeel.ts'

const verstuurd = new Date('2026-03-02T10:00:00Z')
const na = (uren: number) => new Date(verstuurd.getTime() + uren * 3_600_000)
const postvak: Meldfeit = {
  kanaal: 'berichtenbox',
  stand: 'verzonden',
  verzonden: verstuurd,
  uiterlijk: na(48),
}
const mail = (stand: Meldfeit['stand'], uren?: number): Meldfeit => ({
  kanaal: 'email',
  stand,
  ...(uren !== undefined && { verzonden: na(uren) }),
})
const oordeel = (feiten: readonly Meldfeit[], nu: Date, inhoud = {}) =>
  meldoordeelVan(feiten, { verstuurd, inhoud }, nu)
const uitkomst = (feiten: readonly Meldfeit[], uren: number) => {
  const van = oordeel(feiten, na(uren))
  return van?.soort === 'verplicht' ? [van.oordeel, van.kwamAan, van.verschoonbaar] : van
}

test('what goes on paper, or is told at once or not at all, owes no notice; who refused gets none', () => {
  const { verzonden: _weg, ...papier } = postvak
  assert.equal(oordeel([{ ...papier, stand: 'hersteld' }], na(60)), undefined)
  assert.equal(oordeel([], na(60)), undefined)
  assert.equal(oordeel([postvak], na(60), { alleenSnel: true }), undefined)
  const { uiterlijk: _dag, ...geweigerd } = postvak
  assert.deepEqual(oordeel([geweigerd], na(60)), { soort: 'geweigerd' })
})

test('until 48 hours it can still be in time; after them being late is not held against them (Awb 2:10, 2:22)', () => {
  assert.deepEqual(uitkomst([postvak], 1), ['wacht', 'onbekend', undefined])
  assert.deepEqual(uitkomst([postvak, mail('mislukt')], 41), ['alarm', 'onbekend', undefined])
  assert.deepEqual(uitkomst([postvak], 48), ['alarm', 'onbekend', undefined])
  assert.deepEqual(uitkomst([postvak, mail('mislukt')], 48.1), ['te-laat', 'onbekend', true])
})

test('a receipt settles it, silence and a bounce do not: then somebody has to find out', () => {
  assert.deepEqual(uitkomst([postvak, mail('bezorgd', 1)], 60), ['op-tijd', true, false])
  assert.deepEqual(uitkomst([postvak, mail('verzonden', 1)], 60), ['op-tijd', 'onbekend', 'onbekend'])
  assert.deepEqual(uitkomst([postvak, mail('mislukt', 1)], 60), ['op-tijd', false, 'onbekend'])
  assert.deepEqual(uitkomst([postvak, mail('bezorgd', 50)], 60), ['te-laat', true, false])
  const sms: Meldfeit = { kanaal: 'sms', stand: 'bezorgd', verzonden: na(3) }
  assert.deepEqual(uitkomst([postvak, mail('hersteld', 1), sms], 60), ['op-tijd', true, false])
})

test('a letter or a call instead is said, with when, and is no notice', () => {
  const brief: Meldfeit = { kanaal: 'brief', stand: 'verzonden', verzonden: na(30) }
  const van = oordeel([postvak, mail('hersteld'), brief], na(60))
  assert.deepEqual(van, {
    soort: 'verplicht',
    uiterlijk: na(48),
    oordeel: 'te-laat',
    kwamAan: 'onbekend',
    anders: na(30),
    verschoonbaar: 'onbekend',
  })
  const gevraagd: Meldfeit = { ...brief, opVerzoek: true }
  assert.deepEqual(uitkomst([postvak, gevraagd], 31), ['waarschuwing', 'onbekend', undefined])
  assert.deepEqual(uitkomst([postvak, gevraagd], 60), ['te-laat', 'onbekend', true])
  const gebeld: Meldfeit = { kanaal: 'telefoon', stand: 'klaar' }
  assert.deepEqual(uitkomst([postvak, gebeld], 60), ['te-laat', 'onbekend', true])
})
