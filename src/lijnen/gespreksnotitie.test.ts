import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseOrganisatieId } from '../domain/index.ts'
import { type Gespreksnotitie, zegNiets } from './gespreksnotitie.ts'

const [svb, uwv] = ['svb', 'uwv'].map((id) => parseOrganisatieId(id) ?? assert.fail(id))

test('that nothing was agreed is said once by each, also by two of two organisations with one number', () => {
  const leeg: Gespreksnotitie = { gesprek: 'g', nr: 0, begonnenMs: 0, bijdragen: [], ingangen: [] }
  const zeg = (notitie: Gespreksnotitie, organisatie = svb, gezien = 0) =>
    zegNiets(notitie, { organisatie: organisatie ?? assert.fail(), medewerker: 'm-1' }, { gezien, opMs: 1 })
  const een = zeg(leeg)
  assert.ok(een.status === 'ok')
  assert.equal(zeg(een.notitie).status, 'was-er-al')
  assert.equal(zeg(een.notitie, uwv).status, 'conflict')
  assert.equal(zeg(een.notitie, uwv, 1).status, 'ok')
})
