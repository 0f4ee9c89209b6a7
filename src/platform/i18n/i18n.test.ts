import assert from 'node:assert/strict'
import { test } from 'node:test'
import { controleerTeksten, createVertaler, type Taal, taalvormen, talen } from './index.ts'

/** Intl puts a no-break space after a currency sign, and keeps it so on the page. */
const gewoneSpaties = (tekst: string) => tekst.replaceAll('\u00a0', ' ')

const verwacht: Readonly<Record<Taal, readonly string[]>> = {
  nl: ['€ 1.203', '€ 12,50', '$ 1.250', '€ -0,05', '€ 90.071.992.547.409,91', '4 april 2026', '1.234,5678'],
  en: ['€1,203', '€12.50', '$1,250', '-€0.05', '€90,071,992,547,409.91', '4 April 2026', '1,234.5678'],
  pap: [
    '€ 1.203',
    '€ 12,50',
    '$ 1.250',
    '€ -0,05',
    '€ 90.071.992.547.409,91',
    '4 di aprel 2026',
    '1.234,5678',
  ],
}
for (const taal of talen) {
  test(`numbers, money and dates in ${taal}`, () => {
    const { geld, datum, getal } = taalvormen(taal)
    const geschreven = [
      geld(120_300, 'EUR'),
      geld(1_250, 'EUR'),
      geld(125_000, 'USD'),
      geld(-5, 'EUR'),
      geld(Number.MAX_SAFE_INTEGER, 'EUR'),
      datum('2026-04-04'),
      getal('1234.5678'),
    ]
    assert.deepEqual(geschreven.map(gewoneSpaties), verwacht[taal])
  })
}

test('a Papiamentu date never holds a Dutch or English month', () => {
  const { datum } = taalvormen('pap')
  const maanden = Array.from({ length: 12 }, (_, i) => datum(`2026-${String(i + 1).padStart(2, '0')}-02`))
  assert.equal(maanden[0], '2 di yanüari 2026')
  for (const tekst of maanden)
    assert.doesNotMatch(tekst, /january|januari|maart|march|august|oktober|october/i)
  assert.equal(datum('2026-01-01'), 'promé di yanüari 2026')
})

test('plurals: 1 is one; 0, 2, 21 and 1,5 are other, in all three languages', () => {
  const tekst = '{n, plural, one {# dag} other {# dagen}}'
  for (const taal of talen) {
    const t = createVertaler(taal, new Map([['dagen', tekst]]))
    assert.equal(t('dagen', { n: 1 }), '1 dag', taal)
    for (const n of [0, 2, 21, 1.5]) assert.match(t('dagen', { n }), /dagen$/, `${taal} ${n}`)
  }
  const pap = createVertaler('pap', new Map([['x', '{n, number}']]))
  assert.equal(pap('x', { n: 1234.5 }), '1.234,5')
})

test('a text keeps what looks like markup as text, and an unknown key is a mistake', () => {
  const t = createVertaler('nl', new Map([['a', 'Hallo <b>{naam}</b>']]))
  assert.equal(t('a', { naam: '<i>' }), 'Hallo <b><i></b>')
  assert.throws(() => t('b'), /geen tekst in nl voor b/)
})

test('faults in texts are all named', () => {
  const nl = new Map([
    ['a', 'Dag {naam}'],
    ['b', 'Klaar'],
    ['c', '{n, plural, one {#} other {#}}'],
  ])
  const en = new Map([
    ['a', 'Hello {name}'],
    ['c', '{n, plural, one {#}}'],
    ['d', 'Extra'],
  ])
  const fouten = controleerTeksten({ nl, en, pap: nl })
  assert.equal(fouten.length, 4)
  for (const [i, patroon] of [
    /en: b ontbreekt/,
    /en: a gebruikt \{name\}/,
    /en: c: /,
    /en: d bestaat niet/,
  ].entries()) {
    assert.match(fouten[i] ?? '', patroon)
  }
  assert.match(
    controleerTeksten({ nl: new Map([['a', '{d, date}']]), en: new Map(), pap: new Map() }).join(),
    /als tekst/,
  )
})

test('a name that ends with a full stop ends a sentence with that one', () => {
  const t = createVertaler(
    'nl',
    new Map([
      ['waar', 'U werkt bij {wie}.'],
      ['wacht', 'Wacht{wie}'],
    ]),
  )
  assert.equal(t('waar', { wie: 'Zandbank N.V.' }), 'U werkt bij Zandbank N.V.')
  assert.equal(t('waar', { wie: 'Waterbedrijf' }), 'U werkt bij Waterbedrijf.')
  assert.equal(t('wacht', { wie: '...' }), 'Wacht...')
})
