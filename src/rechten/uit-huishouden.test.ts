import assert from 'node:assert/strict'
import { test } from 'node:test'
import { antwoordenUit } from './uit-huishouden.ts'

test('a household comes back as answers in an order of asking, and what is not one value stays open', () => {
  const huishouden = {
    aanvrager: { geboortedatum: '1990-05-01', toetsingsinkomen: { van: 0, tot: 100 }, zorgverzekerd: true },
    woning: { kale_huur: 70_000, gemeente: 'GM0599', soort: { onbekend: 'bron-zweeg' } },
    partner: null,
    kinderen: [{ geboortedatum: '2022-11-19', opvang: [{ soort: 'bso', uren: 20 }] }],
    medebewoners: [{ vanaf: '2026-01-01', waarde: [] }],
  }
  const uit = antwoordenUit(huishouden)
  assert.deepEqual(uit.huishouden, {
    woning: { gemeente: 'GM0599', kale_huur: 70_000 },
    aanvrager: { geboortedatum: '1990-05-01', zorgverzekerd: true },
    partner: null,
    kinderen: [{ geboortedatum: '2022-11-19', opvang: [{ soort: 'bso', uren: 20 }] }],
  })
  assert.deepEqual(uit.volgorde.slice(0, 2), ['/huishouden/woning/gemeente', '/huishouden/woning/kale_huur'])
  assert.ok(uit.volgorde.includes('/huishouden/kinderen/0/opvang/0/soort'))
  assert.deepEqual(uit.onbekend, [])
  // It is read back without loss: the same again is the same.
  assert.deepEqual(antwoordenUit(uit.huishouden).huishouden, uit.huishouden)
})
