import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Uitkomst } from '../engine/index.ts'
import { groepVan, maakOverzicht, perMaand } from './overzicht.ts'

const leeg: Pick<Uitkomst, 'vertrouwen' | 'ontbreekt' | 'aannames' | 'uitleg' | 'ontvangstbewijs'> = {
  vertrouwen: 'nagerekend',
  ontbreekt: [],
  aannames: [],
  uitleg: { wet: { naam: 'wet' }, voorwaarden: [], stappen: [], onzeker: [] },
  ontvangstbewijs: {
    engine: '',
    regeling: '',
    datum: '',
    gebied: '',
    bestanden: [],
    vocabulaire: [],
    feiten: {},
    uitkomst: { recht: 'ja' },
  },
}
const geld = (id: string, waarde: number, per: 'maand' | 'kwartaal' | 'eenmalig'): Uitkomst => ({
  ...leeg,
  regeling: id,
  naam: id,
  soort: 'geld',
  recht: 'ja',
  bedrag: { waarde, valuta: 'EUR', per },
})
const open = (id: string, tot: number | null): Uitkomst => ({
  ...leeg,
  regeling: id,
  naam: id,
  soort: 'geld',
  recht: 'onbekend',
  grenzen: { van: 0, tot, valuta: 'EUR', per: 'maand', exact: true },
  ontbreekt: [{ pad: '/huishouden/woning/kale_huur', reden: 'niet-gevraagd' }],
})

test('totals per month: certain, and between which limits', () => {
  const uitkomsten = [
    geld('a', 12_900, 'maand'),
    geld('b', 35_830, 'kwartaal'),
    open('c', 20_000),
    open('d', null),
  ]
  const { totaal, groepen } = maakOverzicht({ datum: '2026-03-01', uitkomsten }, 'EUR')
  assert.deepEqual(totaal, { valuta: 'EUR', zeker: 24_843, van: 24_843, tot: 44_843, zonderGrens: 1 })
  assert.deepEqual(
    groepen.zeker.map((u) => u.regeling),
    ['a', 'b'],
  )
  assert.deepEqual(
    groepen.mogelijk.map((u) => u.regeling),
    ['c', 'd'],
  )
})

test('what is paid once is not an amount per month', () => {
  assert.equal(perMaand({ waarde: 50_000, valuta: 'EUR', per: 'eenmalig' }), 0)
})

test('only what an answer can still decide is possible; the rest is to be asked', () => {
  assert.equal(groepVan(open('a', 1)), 'mogelijk')
  assert.equal(groepVan({ ...open('a', 1), ontbreekt: [{ reden: 'niet-gemodelleerd' }] }), 'vraag-na')
  assert.equal(groepVan({ ...open('a', 1), recht: 'nee' }), 'niet-nu')
})
