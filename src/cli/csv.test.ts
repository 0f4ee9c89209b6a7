import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leesCsv } from './csv.ts'

test('a CSV file gives rows by the names of its columns, however a spreadsheet wrote it', () => {
  const rij = { id: 'a', uren: 'ma 09:00-12:00, vr "13:00"-17:00', naam: 'Een\nTwee' }
  const komma = '\uFEFFid,uren,naam\r\na,"ma 09:00-12:00, vr ""13:00""-17:00","Een\nTwee"\r\n\r\n'
  assert.deepEqual(leesCsv(komma), [rij])
  assert.deepEqual(leesCsv('id;naam\na;b, c\nd;'), [
    { id: 'a', naam: 'b, c' },
    { id: 'd', naam: '' },
  ])
  for (const kapot of ['id,naam\na', 'id,naam\n"a,b', 'id,id\na,b'])
    assert.equal(leesCsv(kapot), undefined, kapot)
})
