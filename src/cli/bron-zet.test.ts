import assert from 'node:assert/strict'
import { test } from 'node:test'
import { metOud } from './bron-zet.ts'

test('what a file does not name stays, inside a part too; a list and another way of logging in are new as a whole', () => {
  const oud = {
    rsins: ['1', '2'],
    adressen: { zrc: 'a', ztc: 'b' },
    aanmelden: { soort: 'zgw-jwt', client: 'voordeur' },
  }
  assert.deepEqual(metOud(oud, { rsins: ['3'], adressen: { zrc: 'c' }, aanmelden: { client: 'anders' } }), {
    rsins: ['3'],
    adressen: { zrc: 'c', ztc: 'b' },
    aanmelden: { soort: 'zgw-jwt', client: 'anders' },
  })
  assert.deepEqual(metOud(oud, { aanmelden: { soort: 'token' } }), { ...oud, aanmelden: { soort: 'token' } })
  assert.deepEqual(metOud(undefined, oud), oud)
})
