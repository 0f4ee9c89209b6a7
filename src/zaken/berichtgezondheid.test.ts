import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { OrganisatieId } from '../domain/index.ts'
import { feedstand } from './berichtgezondheid.ts'

const [bron] = ['svb'] as readonly string[] as readonly [OrganisatieId]
const nu = new Date('2026-03-01T12:00:00Z')
const later = (minuten: number) => new Date(nu.getTime() + minuten * 60_000)
const leeg = { bron, ontvangen: 0, onbekend: 0, verwerkt: 0, mislukt: 0, wachtend: 0, deelnemers: 0 }

test('how news of a connection comes in is one word, and the worst comes first', () => {
  const woord = (anders: object) => feedstand({ ...leeg, ...anders }, nu).feed
  assert.equal(woord({}), 'onbekend')
  assert.equal(woord({ laatsteBericht: later(-600) }), 'goed')
  assert.equal(woord({ abonnement: { op: nu } }), 'goed')
  assert.equal(woord({ abonnement: { op: nu }, wachtSinds: later(-15) }), 'goed')
  assert.equal(woord({ abonnement: { op: nu }, wachtSinds: later(-16) }), 'loopt-achter')
  assert.equal(woord({ rustTot: later(1), wachtSinds: later(-16) }), 'bron-faalt')
  assert.equal(woord({ rustTot: nu, laatsteBericht: nu }), 'goed')
  assert.equal(woord({ abonnement: { op: nu, fout: 'geweigerd' }, rustTot: later(1) }), 'geen-abonnement')
  assert.equal(woord({ abonnement: { op: nu, fout: 'geen-loket' } }), 'geen-abonnement')
  assert.equal(
    woord({ abonnement: { op: nu, fout: 'geen-loket' }, laatsteBericht: nu }),
    'goed',
    'by CloudEvents',
  )
})
