import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLog, maskeerBsn } from './log.ts'

test('a line holds the moment, the level, the message and the fields', () => {
  const regels: string[] = []
  const log = createLog(
    () => new Date('2026-03-01T10:00:00Z'),
    (regel) => regels.push(regel),
  )
  log.info('gestart', { poort: 3000 })
  assert.deepEqual(JSON.parse(regels[0] ?? ''), {
    tijd: '2026-03-01T10:00:00.000Z',
    niveau: 'info',
    bericht: 'gestart',
    poort: 3000,
  })
})

test('an error keeps its message and cause', () => {
  const regels: string[] = []
  createLog(
    () => new Date(0),
    (regel) => regels.push(regel),
  ).fout('mis', { fout: new Error('buiten', { cause: new Error('binnen') }) })
  assert.match(regels[0] ?? '', /"melding":"buiten".*"melding":"binnen"/)
})

test('a number that could be a BSN is masked, another number is not', () => {
  // 999990019 is a number for tests: it passes the eleven test and belongs to nobody.
  assert.equal(maskeerBsn('bsn 999990019 en zaak 123456789'), 'bsn ######### en zaak 123456789')
})
