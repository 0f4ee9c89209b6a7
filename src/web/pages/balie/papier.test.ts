import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakPersoonId, parseDatum } from '../../../domain/index.ts'
import type { Machtiging, NieuweMachtiging } from '../../../toegang/index.ts'
import { proefbronnen } from '../../proefweb.ts'
import { isAlVastgelegd, leesPapier } from './papier.ts'

const [vanaf, tot] = [parseDatum('2026-03-01'), parseDatum('2027-03-01')]
const svb = proefbronnen().organisaties().get('svb')
assert.ok(vanaf && tot && svb)

const formulier = (anders: Readonly<Record<string, string>> = {}) => {
  const dag = (naam: string, [d, m, j]: readonly [string, string, string]) => ({
    [`${naam}-dag`]: d,
    [`${naam}-maand`]: m,
    [`${naam}-jaar`]: j,
  })
  return new URLSearchParams({
    bij: 'svb',
    dienst: 'alles',
    ...dag('vanaf', ['1', '3', '2026']),
    ...dag('tot', ['28', '2', '2027']),
    ...dag('gezien', ['28', '2', '2026']),
    nummer: 'M-2026.004',
    getekend: 'ja',
    ...anders,
  })
}

test('the last day that stands on the paper counts along', () => {
  const gelezen = leesPapier(formulier(), [{ organisatie: svb, regelingen: [] }], vanaf)
  assert.ok('papier' in gelezen)
  assert.deepEqual(
    [gelezen.papier.vanaf, gelezen.papier.tot, gelezen.papier.diensten, gelezen.papier.kenmerk],
    [vanaf, tot, [], '2026-02-28/M-2026.004'],
  )
})

test('the same paper is recorded once; another one, or one that was taken back, is another', () => {
  const [gever, gemachtigde] = [1, 2].map((n) => maakPersoonId(new Date(0), () => new Uint8Array(16).fill(n)))
  const gelezen = leesPapier(formulier(), [{ organisatie: svb, regelingen: [] }], vanaf)
  assert.ok(gever && gemachtigde && 'papier' in gelezen)
  const { organisatie, kenmerk } = gelezen.papier
  const nieuw: NieuweMachtiging = {
    soort: 'machtiging',
    gever,
    gemachtigde,
    organisatie,
    diensten: ['aow', 'anw'],
    geldigVanaf: vanaf,
    geldigTot: tot,
    wijze: { soort: 'papier', bij: organisatie, medewerker: 'm-1', kenmerk },
  }
  const een: Machtiging = { ...nieuw, id: 'x', vastgelegd: new Date(0), ingetrokken: undefined }
  assert.equal(isAlVastgelegd([], nieuw), false)
  assert.equal(isAlVastgelegd([{ ...een, diensten: ['anw', 'aow'] }], nieuw), true)
  assert.equal(isAlVastgelegd([{ ...een, ingetrokken: new Date(1) }], nieuw), false)
  assert.equal(isAlVastgelegd([{ ...een, diensten: ['aow'] }], nieuw), false)
  assert.equal(isAlVastgelegd([{ ...een, gemachtigde: gever, gever: gemachtigde }], nieuw), false)
  assert.equal(isAlVastgelegd([{ ...een, wijze: { soort: 'digitaal' } }], nieuw), false)
})
