import assert from 'node:assert/strict'
import { test } from 'node:test'
import { corpus, type Json, vraag } from '../../test/engine/meegeleverd.ts'
import { controleerBewijs } from './bewijs.ts'
import { bereken } from './reeks.ts'
import type { Uitkomst } from './types.ts'
import { volgendeVragen } from './vragen.ts'

const ALLEEN: Json = {
  aanvrager: { geboortedatum: '1990-05-01', zorgverzekerd: true, toetsingsinkomen: 2_950_000, vermogen: 0 },
  partner: null,
  kinderen: [{ geboortedatum: '2018-05-01', thuiswonend: true }],
  medebewoners: [],
}
/** From Amsterdam to Bonaire on the tenth of March. */
const VERHUIST: Json = {
  ...ALLEEN,
  woning: [
    { vanaf: '1990-01-01', tot: '2026-03-10', waarde: { soort: 'huur', gemeente: 'GM0363' } },
    { vanaf: '2026-03-10', waarde: { soort: 'huur', gemeente: 'bonaire' } },
  ],
}

function uitkomst(h: Json, datum: string, id: string): Uitkomst {
  const [u] = bereken(corpus(), vraag(h, datum, [id])).uitkomsten
  assert.ok(u)
  return u
}

test('who moves to an island in mid-month keeps the benefits of that month and starts there with the next', () => {
  const op = (datum: string, id: string) => uitkomst(VERHUIST, datum, id).recht
  for (const datum of ['2026-03-01', '2026-03-10', '2026-03-31']) {
    assert.equal(op(datum, 'zorgtoeslag'), 'ja', datum)
    assert.equal(op(datum, 'kinderbijslagvoorziening'), 'nee', datum)
  }
  assert.equal(op('2026-04-01', 'zorgtoeslag'), 'nee')
  assert.equal(op('2026-04-01', 'kinderbijslagvoorziening'), 'ja')
  // Kinderbijslag looks at the first day of the quarter, bijstand at the day itself.
  assert.equal(op('2026-03-31', 'kinderbijslag'), 'ja')
  assert.equal(op('2026-04-01', 'kinderbijslag'), 'nee')
  assert.equal(op('2026-03-10', 'bijstand'), 'nee')
})

test('without a list of schemes a household that moved gets those of the place where each takes its facts', () => {
  const ids = (datum: string) =>
    bereken(corpus(), vraag(VERHUIST, datum), { uitleg: false }).uitkomsten.map((u) => u.regeling)
  const [toen, nu] = [ids('2026-03-20'), ids('2026-04-20')]
  assert.ok(toen.includes('zorgtoeslag') && toen.includes('kinderbijslag') && toen.includes('onderstand'))
  assert.ok(!toen.includes('bijstand') && !toen.includes('kinderbijslagvoorziening'))
  assert.ok(!nu.includes('zorgtoeslag') && nu.includes('kinderbijslagvoorziening'))
  assert.equal(new Set(toen).size, toen.length)
})

test('a move changes the months and the right on the first of the next month', () => {
  const v = {
    ...vraag(VERHUIST, '2026-03-01', ['zorgtoeslag']),
    reeks: { van: '2026-02-01', tot: '2026-06-01' },
  }
  const [u] = bereken(corpus(), v, { uitleg: false }).uitkomsten
  assert.deepEqual(
    u?.maanden?.map((m) => m.recht),
    ['ja', 'ja', 'nee', 'nee'],
  )
  assert.deepEqual(
    u?.wijzigingen?.map((w) => [w.datum, w.soort]),
    [['2026-04-01', 'situatie']],
  )
})

test('a receipt of the month of a move replays to the same answer', () => {
  for (const id of ['zorgtoeslag', 'kinderbijslagvoorziening', 'bijstand'])
    assert.deepEqual(
      controleerBewijs(corpus(), uitkomst(VERHUIST, '2026-03-20', id).ontvangstbewijs),
      { status: 'gelijk' },
      id,
    )
})

test('of a place that is not known nobody says that a scheme of an island or a town does not apply', () => {
  const oud = { ...ALLEEN, aanvrager: { geboortedatum: '1950-05-01', aov_opbouwjaren: 50 } }
  for (const woning of [undefined, {}, { soort: 'huur' }])
    for (const id of ['aov', 'onderstand', 'stadspas-amsterdam']) {
      const u = uitkomst(woning === undefined ? oud : { ...oud, woning }, '2026-03-01', id)
      assert.equal(u.recht, 'onbekend', id)
      assert.equal(u.bedrag, undefined, id)
      assert.deepEqual(u.ontbreekt, [{ pad: '/huishouden/woning/gemeente', reden: 'niet-gevraagd' }], id)
      const daar = uitkomst({ ...oud, woning: { gemeente: 'bonaire' } }, '2026-03-01', id)
      assert.ok(!u.grenzen || !daar.bedrag || (u.grenzen.tot ?? Infinity) >= daar.bedrag.waarde, id)
      assert.deepEqual(controleerBewijs(corpus(), u.ontvangstbewijs), { status: 'gelijk' }, id)
    }
})

test('the place is not asked again when it is known as a spell', () => {
  const paden = volgendeVragen(corpus(), vraag(VERHUIST, '2026-03-01')).map((k) => k.pad)
  assert.ok(!paden.includes('/huishouden/woning/gemeente'))
})

test('a receipt of a scheme that does not apply, here or then, replays to the same answer', () => {
  for (const gemeente of ['GM0363', 'saba'])
    for (const datum of ['2023-12-31', '2025-03-01', '2026-03-20'])
      for (const id of [
        'bijstand',
        'zorgtoeslag',
        'aov',
        'aow-tegoed-rotterdam',
        'kwijtschelding-gemeente',
      ]) {
        const u = uitkomst({ ...ALLEEN, woning: { gemeente } }, datum, id)
        const bewijs: unknown = JSON.parse(JSON.stringify(u.ontvangstbewijs))
        assert.deepEqual(
          controleerBewijs(corpus(), bewijs),
          { status: 'gelijk' },
          `${id} ${gemeente} ${datum}`,
        )
      }
})
