import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { proefcijfers } from '../../../corpus/index.ts'
import { proefcorpus } from '../../../corpus/proefcorpus.ts'
import { loadTeksten } from '../../../platform/i18n/index.ts'
import { talen } from '../../routes.ts'
import { maakSpraak } from '../../ui/spraak.ts'
import { eenheidnaam } from '../rechten/waarde.ts'
import { kiesbareWetten } from './bron.ts'
import { geenGetal, leesCijfer } from './regeling.ts'

test('an amount with a point for the thousands is not made a thousand times smaller', () => {
  const gelezen = (een: string, eenheid: string) => leesCijfer(een, eenheid)
  assert.equal(gelezen('2.400', 'EUR/jaar'), '2400')
  assert.equal(gelezen('146,011', 'EUR'), '146011')
  assert.equal(gelezen('1.146.011,50', 'EUR'), '1146011.50')
  assert.equal(gelezen(' 932,93', 'EUR/maand'), '932.93')
  assert.equal(gelezen('932.93', 'EUR/maand'), '932.93')
  assert.equal(gelezen('13,730', 'procent'), '13.730')
  assert.equal(gelezen('13.730', 'procent'), '13.730')
  assert.equal(gelezen('0,125', 'EUR/m3'), '0.125')
  assert.equal(gelezen('veel', 'EUR'), 'veel')
})

test('a figure for which no number was written is named, and what never was a number is left alone', () => {
  const cijfers = [
    { naam: 'grens', waarde: '932.93' },
    { naam: 'deel', waarde: '65' },
    { naam: 'soort', waarde: 'kaal' },
  ]
  const nieuw = (grens: string, deel: string) =>
    new Map([
      ['grens', grens],
      ['deel', deel],
      ['soort', 'anders'],
    ])
  assert.deepEqual(geenGetal(cijfers, nieuw('950', '-1')), [])
  assert.deepEqual(geenGetal(cijfers, nieuw('abc', '')), ['grens', 'deel'])
  assert.deepEqual(geenGetal(cijfers, nieuw('9,5,0', '65 %')), ['grens', 'deel'])
})

test('every figure that can be changed has its unit in words, in each language', () => {
  const { engine } = proefcorpus()
  const spraak = maakSpraak(
    loadTeksten(join(import.meta.dirname, '..', '..', '..', '..', 'corpus', 'teksten')),
  )
  const eenheden = new Set(
    kiesbareWetten(engine, '2026-03-02').flatMap((wet) =>
      proefcijfers(engine, wet.lezing.doc.bestand).map(({ eenheid }) => eenheid),
    ),
  )
  assert.ok(eenheden.has('EUR/maand'))
  for (const taal of talen)
    for (const eenheid of eenheden)
      assert.doesNotMatch(eenheidnaam(spraak[taal], eenheid), /EUR|USD|\/|\^/, `${taal}: ${eenheid}`)
  assert.equal(eenheidnaam(spraak.nl, 'EUR/jaar'), 'euro per jaar')
  assert.equal(eenheidnaam(spraak.nl, 'getal'), '')
})
