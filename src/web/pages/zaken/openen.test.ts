import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leesDocument, leesRef } from './openen.ts'

const uuid = 'abcdefab-0000-4000-8000-00000000000f'

test('an address of a case or a paper in capitals is the same address', () => {
  const delen = { bron: 'gemeente-GM0599', zaak: uuid.toUpperCase(), document: uuid.toUpperCase() }
  assert.deepEqual(leesRef({ delen }), { bron: 'gemeente-GM0599', uuid })
  assert.equal(leesDocument({ delen }), uuid)
  for (const zaak of ['', undefined, `${uuid}0`, uuid.replace('-', ''), `${uuid}\n`, `g${uuid.slice(1)}`])
    assert.equal(
      leesRef({ delen: { bron: 'gemeente-GM0599', ...(zaak !== undefined && { zaak }) } }),
      undefined,
    )
})
