import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maakStap, type Sjabloon } from './stap-vorm.ts'
import type { Verwijzing, Waarde } from './types.ts'

const WAARDE: Waarde = { soort: 'bekend', waarde: '12' }
const GEBRUIKT: readonly Verwijzing[] = [{ soort: 'eerder', naam: 'inkomen' }]
const KAAL: Sjabloon = {
  naam: 'norm',
  artikel: '2',
  wet: undefined,
  uitleg: 'De norm.',
  vertalingen: undefined,
  formule: 'inkomen * 2',
  eenheid: 'EUR',
  vertrouwen: 'opgesteld',
}
const VOLGORDE = [
  'naam',
  'artikel',
  'wet',
  'uitleg',
  'vertalingen',
  'formule',
  'eenheid',
  'vertrouwen',
  'waarde',
  'wie',
  'gebruikt',
]

test('a step has the keys that its rule has a value for, always in the same order', () => {
  let vormen = 0
  for (const wet of [undefined, { naam: 'Awir' }])
    for (const vertalingen of [undefined, { en: 'The norm.' }])
      for (const perPersoon of [false, true]) {
        const s: Sjabloon = { ...KAAL, wet, vertalingen }
        const stap = maakStap(s, perPersoon)(s, WAARDE, '/huishouden/partner', GEBRUIKT)
        const alles: Readonly<Record<string, unknown>> = {
          ...s,
          waarde: WAARDE,
          wie: '/huishouden/partner',
          gebruikt: GEBRUIKT,
        }
        const hoort = VOLGORDE.flatMap((k) => {
          const w = alles[k]
          return w === undefined || (k === 'wie' && !perPersoon) ? [] : [[k, w]]
        })
        assert.equal(JSON.stringify(stap), JSON.stringify(Object.fromEntries(hoort)))
        assert.deepEqual(Object.keys(stap), Object.keys(Object.fromEntries(hoort)))
        vormen++
      }
  assert.equal(vormen, 8)
})
