import assert from 'node:assert/strict'
import { delimiter } from 'node:path'
import { test } from 'node:test'
import { loadConfig } from './config.ts'
import { PlatformError } from './errors.ts'

test('without any setting there are sound defaults', () => {
  assert.deepEqual(loadConfig({}, '/srv/voordeur'), {
    adres: 'localhost',
    poort: 3000,
    url: undefined,
    proxies: [],
    dataMap: undefined,
    sleutel: undefined,
    vorigeSleutels: [],
    databaseUrl: undefined,
    demo: true,
    nu: undefined,
    corpusMappen: [],
    themaBestand: undefined,
  })
})

test('VOORDEUR_PORT goes before PORT, and directories are made absolute', () => {
  const config = loadConfig(
    {
      PORT: '8080',
      VOORDEUR_PORT: '3100',
      VOORDEUR_DATA: 'gegevens',
      VOORDEUR_CORPUS: ['/a', 'b'].join(delimiter),
    },
    '/srv/voordeur',
  )
  assert.equal(config.poort, 3100)
  assert.equal(config.dataMap, '/srv/voordeur/gegevens')
  assert.deepEqual(config.corpusMappen, ['/a', '/srv/voordeur/b'])
})

test('an empty setting counts as absent', () => {
  assert.equal(loadConfig({ PORT: '', VOORDEUR_NU: ' ' }, '/').poort, 3000)
})

test('every fault is named at once, and a password is not repeated', () => {
  const omgeving = { PORT: '70000', VOORDEUR_NU: '2026-02-30', DEMO: 'misschien', DATABASE_URL: 'geheim' }
  assert.throws(
    () => loadConfig(omgeving, '/'),
    (fout: unknown) => {
      assert.ok(fout instanceof PlatformError)
      assert.equal(fout.code, 'configuratie-ongeldig')
      assert.deepEqual(
        fout.fouten.map((f) => f.pointer),
        ['PORT', 'VOORDEUR_NU', 'DEMO', 'DATABASE_URL'],
      )
      assert.doesNotMatch(fout.message, /geheim/)
      return true
    },
  )
})
