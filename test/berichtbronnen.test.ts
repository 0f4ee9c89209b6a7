import assert from 'node:assert/strict'
import { test } from 'node:test'
import { berichtbronnenVan } from '../src/app-zaakindex.ts'
import { leesAansluiting } from '../src/zaken/index.ts'
import { proefinvoer } from '../src/zaken/proefaansluiting.ts'

test('who is on trial may tell us something, and who is off may not', () => {
  const afzenders = (stand: string) => {
    const gelezen = leesAansluiting({ ...proefinvoer(), stand })
    assert.ok(gelezen.ok)
    const verbinding = { aansluiting: gelezen.aansluiting, versie: 1, geheimen: {} }
    return berichtbronnenVan({ verbindingen: () => [verbinding] })().map(({ id, isAan }) => `${id} ${isAan}`)
  }
  assert.deepEqual(afzenders('aan'), ['gemeente-GM0599 true'])
  assert.deepEqual(afzenders('proef'), ['gemeente-GM0599 false'])
  assert.deepEqual(afzenders('uit'), [])
})
