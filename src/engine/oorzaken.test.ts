import assert from 'node:assert/strict'
import { test } from 'node:test'
import { KOP, maakCorpus, regel, vraag, wet } from '../../test/engine/klein.ts'
import type { Corpus } from './corpus.ts'
import { bereken } from './reeks.ts'
import type { Wijziging } from './types.ts'

const REGELS = [
  regel(
    'per_kind',
    'EUR/maand',
    'if leeftijd(dit.geboortedatum, peildatum) >= grens then hoog else laag',
    'kinderen',
  ),
  regel('uit', 'EUR/maand', 'sum(for k in kinderen return k.per_kind)'),
].join('\n')

/** From 2026-01-01 a child of 12 or older gives 200 instead of 100; from 2026-07-01 what `later` says. */
function corpusMet(later: string, peilmoment = 'dag'): Corpus {
  const eerst = wet(
    'grens: { waarde: 12, eenheid: jaar, bron: x }\nlaag: { waarde: 100, eenheid: EUR/maand, bron: x }\nhoog: { waarde: 200, eenheid: EUR/maand, bron: x }',
    REGELS,
  ).replace('vanaf:', `peilmoment: ${peilmoment}\nvanaf:`)
  return maakCorpus({
    'a.yaml': eerst,
    'b.yaml': `${KOP.replace('2020-01-01', '2026-07-01')}bouwt_voort_op: 2020-01-01\n${later}\n`,
  })
}

const HOGER = 'parameters:\n  laag: { waarde: 110, eenheid: EUR/maand, bron: x }'

function wijzigingen(c: Corpus, kinderen: unknown, meer: Record<string, unknown> = {}): readonly Wijziging[] {
  const v = vraag(c, {
    datum: '2026-03-01',
    huishouden: { aanvrager: {}, kinderen, ...meer },
    regelingen: ['proef'],
    reeks: { van: '2026-01-01', tot: '2026-12-31' },
  })
  return bereken(c, v, { uitleg: false }).uitkomsten[0]?.wijzigingen ?? []
}

const kind = (geboortedatum: string) => ({ geboortedatum, opvang: [] })
const kort = (w: readonly Wijziging[]) =>
  w.map((x) => [x.datum, ...x.oorzaken.map((o) => `${o.soort} ${o.oorzaak} ${o.artikel}`)])

test('a birthday on the day of new amounts is named beside them, each with its article', () => {
  const c = corpusMet(HOGER)
  assert.deepEqual(kort(wijzigingen(c, [kind('2014-07-01'), kind('2020-01-01')])), [
    ['2026-07-01', 'bedragen Nieuwe bedragen. Proefwet', 'verjaardag Kind 1 wordt 12. 1'],
  ])
  const [w] = wijzigingen(c, [kind('2014-07-01'), kind('2020-01-01')])
  assert.deepEqual(
    [w?.oorzaak, w?.artikel, w?.soort],
    ['Nieuwe bedragen. Kind 1 wordt 12.', 'Proefwet; 1', 'bedragen'],
  )
  assert.deepEqual([w?.voor, w?.na], [20_000, 31_000])
})

test('only what changes the outcome is named', () => {
  const c = corpusMet(HOGER)
  // A birthday that crosses no limit, on the day of new amounts.
  assert.deepEqual(kort(wijzigingen(c, [kind('2017-07-01')])), [
    ['2026-07-01', 'bedragen Nieuwe bedragen. Proefwet'],
  ])
  // Amounts that are not this child's, on the day that another turns 12.
  assert.deepEqual(kort(wijzigingen(c, [kind('2010-07-01'), kind('2014-08-09')])), [
    ['2026-07-01', 'bedragen Nieuwe bedragen. Proefwet'],
    ['2026-08-09', 'verjaardag Kind 2 wordt 12. 1'],
  ])
  assert.deepEqual(kort(wijzigingen(c, [kind('2010-07-01')])), [])
})

test('two children with one birthday are both named, one of another age is not', () => {
  const c = corpusMet(HOGER)
  assert.deepEqual(kort(wijzigingen(c, [kind('2014-09-05'), kind('2015-09-05'), kind('2014-09-05')])), [
    ['2026-07-01', 'bedragen Nieuwe bedragen. Proefwet'],
    ['2026-09-05', 'verjaardag Kind 1 wordt 12. 1', 'verjaardag Kind 3 wordt 12. 1'],
  ])
})

test('what only works together is named together', () => {
  // From July the limit is 11: the child turns 11 on that very day. Neither alone gives more.
  const c = corpusMet('parameters:\n  grens: { waarde: 11, eenheid: jaar, bron: x }')
  assert.deepEqual(kort(wijzigingen(c, [kind('2015-07-01')])), [
    ['2026-07-01', 'bedragen Nieuwe bedragen. Proefwet', 'verjaardag Kind 1 wordt 11. 1'],
  ])
})

test('a change in the household on the day of new amounts or of a birthday is named beside them', () => {
  const c = corpusMet(HOGER)
  const erbij = [
    { vanaf: '2020-01-01', tot: '2026-07-01', waarde: [kind('2014-07-01')] },
    { vanaf: '2026-07-01', waarde: [kind('2014-07-01'), kind('2020-01-01')] },
  ]
  assert.deepEqual(kort(wijzigingen(c, erbij)), [
    [
      '2026-07-01',
      'bedragen Nieuwe bedragen. Proefwet',
      'verjaardag Kind 1 wordt 12. 1',
      'situatie Uw situatie is veranderd. Proefwet',
    ],
  ])
  // A child that joined in October has its birthday in November.
  const later = [
    { vanaf: '2020-01-01', tot: '2026-10-01', waarde: [] },
    { vanaf: '2026-10-01', waarde: [kind('2014-11-12')] },
  ]
  assert.deepEqual(kort(wijzigingen(c, later)), [
    ['2026-10-01', 'situatie Uw situatie is veranderd. Proefwet'],
    ['2026-11-12', 'verjaardag Kind 1 wordt 12. 1'],
  ])
})

test('other rules are a change of the law, and a birthday counts from the day the law looks at', () => {
  const c = corpusMet(`regels:\n${regel('uit', 'EUR/maand', 'hoog').replace(/^/gm, '  ')}`, 'maand')
  assert.deepEqual(kort(wijzigingen(c, [kind('2014-05-20')])), [
    ['2026-06-01', 'verjaardag Kind 1 wordt 12. 1'],
  ])
  assert.deepEqual(kort(wijzigingen(c, [kind('2020-05-20')])), [
    ['2026-07-01', 'wet De regels zijn veranderd. Proefwet'],
  ])
})
