import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uuidVan } from '../sleutel.ts'
import { stappen } from '../soorten/zaaksoort.ts'
import { soortBij } from './takenregister.ts'

const zaken = Array.from({ length: 100 }, (_, i) => uuidVan(`zaak ${i}`))
const gevraagd = (stap: string) => zaken.filter((uuid) => soortBij({ uuid, stap }) !== undefined).length

test('a case that waits asks for papers, some others do, and one that was decided never', () => {
  assert.equal(gevraagd('Wacht op aanvulling'), 100)
  const onderweg = gevraagd('In behandeling')
  assert.ok(onderweg > 3 && onderweg < 40, `${onderweg}`)
  const besloten = Object.values(stappen)
    .flat()
    .map(([naam]) => naam)
    .filter((naam) => /^(Besluit genomen|Beslissing op bezwaar|Definitief vastgesteld)$/.test(naam))
  assert.ok(besloten.length >= 3)
  for (const stap of besloten) assert.equal(gevraagd(stap), 0, stap)
})
