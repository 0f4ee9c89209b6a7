import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { proefcorpus } from '../../corpus/proefcorpus.ts'
import { leesBedrag } from './bedrag.ts'
import { leesDatum } from './datum-velden.ts'
import { leesGetal } from './getal.ts'
import { leesPlaats, woonplaatsen } from './plaats.ts'

const bedragen: readonly (readonly [string, number | 'leeg' | 'geen-bedrag'])[] = [
  ['1234', 123_400],
  ['€ 1.234,56', 123_456],
  ['1.234', 123_400],
  ['1,234.56', 123_456],
  ['1 234,5', 123_450],
  ['1234,-', 123_400],
  ['12.345.678,9', 1_234_567_890],
  ['2500 euro', 250_000],
  ['$ 300', 30_000],
  ['US$ 1,250', 125_000],
  ['-500', -50_000],
  ['0', 0],
  [',50', 50],
  ['99999999999999999999', Number.MAX_SAFE_INTEGER],
  ['650,50', 65_050],
  ['', 'leeg'],
  ['veel', 'geen-bedrag'],
  ['1.234,567', 'geen-bedrag'],
  ['12.34.56', 'geen-bedrag'],
  ['1e5', 'geen-bedrag'],
]
for (const [tekst, verwacht] of bedragen) {
  test(`an amount written as «${tekst}»`, () => {
    const gelezen = leesBedrag(tekst)
    assert.equal(gelezen.status === 'ok' ? gelezen.cents : gelezen.status, verwacht)
  })
}

test('an amount written the Dutch or the English way is read back to the cent', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), (cents) => {
      for (const locale of ['nl-NL', 'en-GB']) {
        const tekst = (cents / 100).toLocaleString(locale, { minimumFractionDigits: 2 })
        assert.deepEqual(leesBedrag(tekst), { status: 'ok', cents })
      }
    }),
    { seed: 1, numRuns: 300 },
  )
})

test('any text is an amount or a status, never a crash', () => {
  fc.assert(
    fc.property(fc.string(), (tekst) => {
      const { status } = leesBedrag(tekst)
      assert.ok(['ok', 'leeg', 'geen-bedrag'].includes(status))
    }),
    { seed: 2 },
  )
})

const datums: readonly (readonly [readonly [string, string, string], string])[] = [
  [['27', '3', '1985'], '1985-03-27'],
  [['1', 'maart', '2000'], '2000-03-01'],
  [['4', 'aprel', '1990'], '1990-04-04'],
  [['29', '2', '2024'], '2024-02-29'],
  [['30', '2', '2026'], 'bestaat-niet'],
  [['', '', ''], 'leeg'],
  [['1', '', '1990'], 'mist'],
  [['32', '1', '1990'], 'dag'],
  [['1', '13', '1990'], 'maand'],
  [['1', '1', '85'], 'jaar-kort'],
  [['1', '1', 'x'], 'jaar'],
]
for (const [[dag, maand, jaar], verwacht] of datums) {
  test(`a date of ${dag || '-'} ${maand || '-'} ${jaar || '-'}`, () => {
    const gelezen = leesDatum({ dag, maand, jaar })
    assert.equal(gelezen.status === 'ok' ? gelezen.datum : gelezen.status, verwacht)
  })
}

test('numbers with a comma, and only as many decimals as the fact has', () => {
  assert.deepEqual(leesGetal('12,5', 2), { status: 'ok', waarde: 12.5 })
  assert.deepEqual(leesGetal('3', 0), { status: 'ok', waarde: 3 })
  assert.equal(leesGetal('3,5', 0).status, 'heel-getal')
  assert.equal(leesGetal('drie', 0).status, 'geen-getal')
  assert.equal(leesGetal(' ', 0).status, 'leeg')
})

test('a municipality is found by the name that people use', () => {
  const plaatsen = woonplaatsen(proefcorpus().engine.gebieden)
  const code = (naam: string) => {
    const gelezen = leesPlaats(naam, plaatsen)
    return gelezen.status === 'ok' ? gelezen.code : gelezen.status
  }
  assert.equal(code('Utrecht'), 'GM0344')
  assert.equal(code('  enschede '), 'GM0153')
  assert.equal(code('gemeente Utrecht'), 'GM0344')
  assert.equal(code('Den Haag'), code("'s-Gravenhage"))
  assert.equal(code('den bosch'), code('s Hertogenbosch'))
  assert.equal(code('súdwest fryslan'), code('Súdwest-Fryslân'))
  assert.equal(code('Boneiru'), 'bonaire')
  assert.equal(code('Bergen'), 'meer')
  assert.equal(code(''), 'leeg')
  const bijna = leesPlaats('Enskede', plaatsen)
  assert.ok(bijna.status === 'onbekend' && bijna.voorstellen.some((p) => p.code === 'GM0153'))
  assert.deepEqual(leesPlaats('xyzzyxyzzy', plaatsen), { status: 'onbekend', voorstellen: [] })
})

test('of a short name only what differs in one letter is offered', () => {
  const plaatsen = woonplaatsen(proefcorpus().engine.gebieden)
  assert.deepEqual(leesPlaats('Ulft', plaatsen), { status: 'onbekend', voorstellen: [] })
  assert.deepEqual(leesPlaats('Vleuten', plaatsen), { status: 'onbekend', voorstellen: [] })
  const tiel = leesPlaats('Teil', plaatsen)
  assert.ok(tiel.status === 'onbekend' && tiel.voorstellen.some((p) => p.naam === 'Tiel'))
})
