import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fouten, in2, KOP, maakCorpus, regel, regelVan, uitkomst, wet } from '../../test/engine/klein.ts'

const GOED = wet('m: { waarde: 100, eenheid: EUR/maand, bron: x }', regel('uit', 'EUR/maand', 'm'))
const alles = (tekst: string, meer: Record<string, string> = {}) =>
  fouten({ 'a.yaml': tekst, ...meer }).map(regelVan)
const metP = (p: string, formule = 'm', eenheid = 'EUR/maand') => wet(p, regel('uit', eenheid, formule))

test('the file that the other tests change has no fault', () => {
  assert.deepEqual(alles(GOED), [])
})

test('each wrong key or value of the head is told with its place', () => {
  const gevallen: readonly (readonly [string, string, RegExp])[] = [
    ['id: proef', 'id: Proef Wet', /a\.yaml:1:5 \[naam\]/],
    ['id: proef', 'ids: proef', /\[onbekende-sleutel\] «ids»/],
    ['naam: Proef\n', '', /«naam» ontbreekt/],
    ['soort: geld', 'soort: gift', /a\.yaml:3:8 \[keuze\].*geld, korting/],
    ['uitvoerder: dienst\n', '', /«uitvoerder» ontbreekt/],
    ['gebied: nederland\n', '', /«gebied» ontbreekt/],
    ['gebied: nederland', 'gebied: belgie', /a\.yaml:5:9 \[gebied\]/],
    ['vanaf: 2020-01-01', 'vanaf: 2020-02-30', /\[datum\].*2020-02-30/],
    ['vanaf: 2020-01-01\n', '', /«vanaf» ontbreekt/],
    ['vanaf: 2020-01-01', 'vanaf: 2020-01-01\nversie: twee', /geen geheel getal/],
    ['vanaf: 2020-01-01', 'vanaf: 2020-01-01\nbedragen_tot: morgen', /die dag bestaat niet/],
    ['vanaf: 2020-01-01', 'vanaf: 2020-01-01\npeilmoment: week', /Kies uit: dag, maand, kwartaal, jaar/],
    ['vanaf: 2020-01-01', 'vanaf: 2020-01-01\nvertrouwen: zeker', /Kies uit: alleen-tekst/],
    ['vanaf: 2020-01-01', 'vanaf: 2020-01-01\nbouwt_voort_op: 2019-01-01', /geen eerder bestand/],
    ['vanaf: 2020-01-01', 'vanaf: 2020-01-01\nbouwt_voort_op: 2020-01-01', /geen eerder bestand/],
    ['vanaf: 2020-01-01', 'vanaf: 2020-01-01\nvult_in: niets', /«niets» bestaat niet/],
    ['vanaf: 2020-01-01', 'vanaf: 2020-01-01\ngebruikt: nergens', /hoort een lijst/],
    ['vanaf: 2020-01-01', 'vanaf: 2020-01-01\nonzeker: [{ artikel: "1" }]', /reden.*ontbreekt/],
    ['voorwaarden: []', 'voorwaarden: {}', /hoort een lijst/],
    ['bedrag: uit', 'bedrag: uit, beslist: misschien', /ja of nee/],
    ['bedrag: uit', 'bedrag: uit, bonus: uit', /«bonus» is hier niet bekend/],
  ]
  for (const [van, naar, woord] of gevallen) {
    assert.ok(GOED.includes(van), van)
    const f = alles(GOED.replace(van, naar))
    assert.match(f.join('\n') || 'accepted', woord, naar)
  }
})

test('each wrong figure is told, and never read as something else', () => {
  const gevallen: readonly (readonly [string, RegExp])[] = [
    ['m: { eenheid: EUR/maand, bron: x }', /geen waarde/],
    ['m: { waarde: , eenheid: EUR/maand, bron: x }', /m/],
    ['m: { waarde: "1.234,50", eenheid: EUR/maand, bron: x }', /geen getal/],
    ['m: { waarde: [1], eenheid: EUR/maand, bron: x }', /hoort tekst/],
    ['m: { waarde: { a: 1 }, eenheid: EUR/maand, bron: x }', /hoort tekst/],
    ['m: { waarde: 1, eenheid: euro, bron: x }', /«euro» is niet bekend/],
    ['m: { waarde: 1, bron: x }', /eenheid.*ontbreekt/],
    ['m: { waarde: 1, eenheid: EUR/maand }', /bron.*ontbreekt/],
    ['m: { waarde: 1, eenheid: EUR/maand, bron: x, vertrouwen: hoog }', /Kies uit: alleen-tekst/],
    [
      'm: { waarde: onbekend, eenheid: EUR/maand, bron: x, reden: geen-zin }',
      /Kies uit: bedrag-niet-vastgesteld/,
    ],
    ['m: { waarde: onbekend, eenheid: EUR/maand, bron: x, bereik: [100, 0] }', /bereik/],
    ['m: { waarde: onbekend, eenheid: EUR/maand, bron: x, bereik: [100] }', /bereik/],
    ['m: { waarde: onbekend, eenheid: EUR/maand, bron: x, bereik: [a, b] }', /geen getal/],
    ['m: 5', /lijstje/],
    [
      'M: { waarde: 1, eenheid: EUR/maand, bron: x }\nm: { waarde: 1, eenheid: EUR/maand, bron: x }',
      /«M» kan hier geen naam/,
    ],
    [
      'partner: { waarde: 1, eenheid: EUR/maand, bron: x }\nm: { waarde: 1, eenheid: EUR/maand, bron: x }',
      /«partner» kan hier geen naam/,
    ],
    [
      'uit: { waarde: 1, eenheid: EUR/maand, bron: x }\nm: { waarde: 1, eenheid: EUR/maand, bron: x }',
      /is een parameter en een regel/,
    ],
    ['m: { waarde: misschien, eenheid: ja-nee, bron: x }', /ja of nee/],
    ['m: { waarde: 2026-02-30, eenheid: datum, bron: x }', /die dag bestaat niet/],
    ['m: { eenheid: EUR/maand, bron: x, per_gebied: { bonaire: veel } }', /geen getal/],
    ['m: { eenheid: EUR/maand, bron: x, per_gebied: { bonaire: } }', /bonaire/],
  ]
  for (const [p, woord] of gevallen) assert.match(alles(metP(p)).join('\n') || 'accepted', woord, p)
})

test('a table has rising bounds, a rest at the end, and a value in every row', () => {
  const tabel = (rijen: string, per = 'EUR/jaar') =>
    alles(
      metP(
        `t: { eenheid: EUR/maand, per: ${per}, tabel: ${rijen}, bron: x }`,
        'opzoeken(t, aanvrager.inkomen)',
      ),
    ).join('\n')
  assert.equal(tabel('[[10000, 5], [20000.50, 4], [rest, 0]]'), '')
  assert.equal(tabel('[[rest, 5]]'), '')
  assert.match(tabel('[]'), /rest/)
  assert.match(tabel('[[10000, 5]]'), /rest/)
  assert.match(tabel('[[rest, 5], [10000, 4]]'), /rest/)
  assert.match(tabel('[[rest, 5], [rest, 4]]'), /rest/)
  assert.match(tabel('[[20000, 5], [10000, 4], [rest, 0]]'), /lopen niet op/)
  assert.match(tabel('[[10000, 5], [10000.00, 4], [rest, 0]]'), /lopen niet op/)
  assert.match(tabel('[[veel, 5], [rest, 0]]'), /geen getal/)
  assert.match(tabel('[[10000], [rest, 0]]') || 'accepted', /t\.tabel/)
  assert.match(tabel('[[10000, 5], [rest]]') || 'accepted', /t\.tabel/)
  assert.match(tabel('[[10000, 5, 7], [rest, 0]]') || 'accepted', /twee delen/)
  assert.match(tabel('[[10000, vijf], [rest, 0]]'), /geen getal/)
  assert.match(tabel('[10000, rest]') || 'accepted', /rest|tabel/)
  assert.match(tabel('[[10000, 5], [rest, 0]]', 'EUR/eeuw'), /niet bekend/)
  assert.match(tabel('[[10000, 5], [rest, 0]]', 'jaar'), /andere eenheid/)
  assert.match(tabel('[[2026-02-30, 5], [rest, 0]]', 'datum'), /tabel|rest|dag/)
})

test('a bracket begins just above the previous bound, to the cent', () => {
  const corpus = maakCorpus({
    'a.yaml': metP(
      't: { eenheid: EUR/maand, per: EUR/jaar, tabel: [[-100, 9], [56412, 5], [56412.50, 4], [rest, 1]], bron: x }',
      'opzoeken(t, aanvrager.inkomen)',
    ),
  })
  const bij = (inkomen: number) => uitkomst(corpus, { aanvrager: { inkomen } }).bedrag?.waarde
  assert.deepEqual(
    [-10001, -10000, -9999, 0, 5641200, 5641201, 5641250, 5641251, 100000000].map(bij),
    [900, 900, 500, 500, 500, 400, 400, 100, 100],
  )
})

test('a table by percentage or by date is read in that unit', () => {
  const procent = maakCorpus({
    'a.yaml': metP(
      't: { eenheid: EUR/maand, per: procent, tabel: [[50, 5], [rest, 1]], bron: x }\nhelft: { waarde: 50, eenheid: procent, bron: x }\ngeheel: { waarde: 100, eenheid: procent, bron: x }',
      'opzoeken(t, helft) * 100 + opzoeken(t, geheel)',
    ),
  })
  assert.equal(uitkomst(procent, {}).bedrag?.waarde, 50100)
  const datum = maakCorpus({
    'a.yaml': metP(
      't: { eenheid: EUR/maand, per: datum, tabel: [[1959-12-31, 5], [rest, 1]], bron: x }',
      'opzoeken(t, aanvrager.geboortedatum)',
    ),
  })
  assert.equal(uitkomst(datum, { aanvrager: { geboortedatum: '1959-12-31' } }).bedrag?.waarde, 500)
  assert.equal(uitkomst(datum, { aanvrager: { geboortedatum: '1960-01-01' } }).bedrag?.waarde, 100)
})

test('a date that is not established has its own limits', () => {
  const corpus = maakCorpus({
    'a.yaml': wet(
      'begin: { waarde: onbekend, eenheid: datum, bereik: [2026-01-01, 2026-06-30], bron: x }\nm: { waarde: 5, eenheid: EUR/maand, bron: x }',
      regel('uit', 'EUR/maand', 'if peildatum >= begin then m else 0'),
    ),
  })
  assert.deepEqual(
    ['2025-12-31', '2026-03-01', '2026-06-30'].map((d) => uitkomst(corpus, {}, d).recht),
    ['nee', 'onbekend', 'ja'],
  )
})

test('a percentage keeps its decimals, and money its cents', () => {
  const corpus = maakCorpus({
    'a.yaml': metP(
      'p: { waarde: 13.730, eenheid: procent, bron: x }',
      'floor(deel(aanvrager.inkomen * p, maanden_per_jaar, 2, "half"), 2)',
    ),
  })
  assert.equal(uitkomst(corpus, { aanvrager: { inkomen: 2973600 } }).bedrag?.waarde, 34023) // 29736 · 0.1373 / 12 = 340.2294
})

test('a rule has an article, a unit and a formula', () => {
  const f = alles(
    `${KOP}regels:\n  uit: { eenheid: EUR/maand, formule: 0 }\n  b: { artikel: "1", formule: 0 }\n  c: { artikel: "1", eenheid: getal }\n  d: { artikel: "1", eenheid: kilo, formule: 1 }\n  e: { artikel: "1", eenheid: getal, formule: 1, voor: buren }\nuitkomst: { voorwaarden: [], bedrag: uit }\n`,
  )
  assert.equal(f.length, 5, f.join('\n'))
  for (const [i, woord] of [/uit\.artikel/, /b\.eenheid/, /c\.formule/, /«kilo»/, /«voor: buren»/].entries())
    assert.match(f[i] ?? '', woord)
})

const metUitleg = (uitleg: string) => GOED.replace('formule: |', `uitleg: ${uitleg}\n    formule: |`)

test('an explanation is Dutch, or Dutch with translations beside it', () => {
  assert.ok(GOED.includes('formule: |'))
  for (const goed of ['Zo.', '{ nl: Zo. }', '{ nl: Zo., en: So. }', '{ nl: Zo., en: So., pap: Asina. }'])
    assert.deepEqual(alles(metUitleg(goed)), [], goed)
  const gevallen: readonly (readonly [string, RegExp])[] = [
    ['{ nl: Zo., de: So. }', /\[onbekende-sleutel\] «de».*nl, en, pap/],
    ['{ en: So. }', /uitleg\.nl» ontbreekt.*«nl:»/],
    ['{ nl: Zo., en: "" }', /uitleg\.en» ontbreekt/],
    ['{ nl: Zo., pap: }', /uitleg\.pap» ontbreekt/],
    ['{ nl: [Zo] }', /uitleg\.nl» hoort tekst/],
    ['[Zo]', /uitleg» hoort tekst/],
    ['""', /uitleg» ontbreekt/],
  ]
  for (const [uitleg, woord] of gevallen)
    assert.match(alles(metUitleg(uitleg)).join('\n') || 'accepted', woord, uitleg)
})

test('the outcome carries the Dutch sentence and its translations, of rules and of what is left out', () => {
  const tekst = metUitleg('{ nl: Zo., en: So. }').replace(
    'vanaf: 2020-01-01',
    'vanaf: 2020-01-01\nonzeker: [{ artikel: "1", reden: { nl: Niet., pap: No. } }, { artikel: "2", reden: Kaal. }]',
  )
  const { uitleg } = uitkomst(maakCorpus({ 'a.yaml': tekst }), { aanvrager: {} })
  const stap = uitleg.stappen.at(-1)
  assert.deepEqual([stap?.uitleg, stap?.vertalingen], ['Zo.', { en: 'So.' }])
  assert.deepEqual(uitleg.onzeker, [
    { artikel: '1', reden: 'Niet.', vertalingen: { pap: 'No.' } },
    { artikel: '2', reden: 'Kaal.' },
  ])
  assert.match(alles(tekst.replace('pap: No.', 'fr: Non.')).join(), /onbekende-sleutel\] «fr»/)
  assert.match(alles(tekst.replace('nl: Niet., ', '')).join(), /reden\.nl» ontbreekt/)
})

test('what is left open says what absence means', () => {
  const open = (o: string) =>
    alles(
      wet(
        'm: { waarde: 1, eenheid: EUR/maand, bron: x }',
        regel('uit', 'EUR/maand', 'm'),
        `open:\n  grens: ${o}\nuitkomst: { voorwaarden: [], bedrag: uit }`,
      ),
    ).join('\n')
  assert.equal(
    open('{ eenheid: procent, aan: gemeente, artikel: "8", bij_afwezigheid: onbekend, bereik: [90, 100] }'),
    '',
  )
  assert.match(open('{ eenheid: procent, aan: gemeente, artikel: "8" }'), /Wat betekent het als niemand/)
  assert.match(
    open('{ eenheid: procent, aan: buurman, artikel: "8", bij_afwezigheid: onbekend }'),
    /Kies uit: gemeente/,
  )
  assert.match(
    open('{ eenheid: procent, aan: gemeente, artikel: "8", bij_afwezigheid: { waarde: veel } }'),
    /geen getal/,
  )
  assert.match(
    open('{ eenheid: procent, aan: gemeente, artikel: "8", bij_afwezigheid: onbekend, bereik: [100, 90] }') ||
      'accepted',
    /bereik/,
  )
})

test('two files about the same scheme, place and day are a fault; a correction has a higher version', () => {
  assert.match(alles(GOED, { 'b.yaml': GOED }).join(), /zelfde regeling, plaats en datum|dezelfde regeling/)
  const verbeterd = GOED.replace('vanaf:', 'versie: 2\nvanaf:').replace('waarde: 100', 'waarde: 200')
  for (const volgorde of [
    { 'a.yaml': GOED, 'b.yaml': verbeterd },
    { 'b.yaml': verbeterd, 'a.yaml': GOED },
  ]) {
    assert.equal(uitkomst(maakCorpus(volgorde), {}).bedrag?.waarde, 20000)
  }
})

test('the vocabulary tells its own faults', () => {
  const feit = (tekst: string) =>
    fouten({ 'a.yaml': GOED }, '', `feiten:\n  - ${tekst}\n`).map(regelVan).join('\n')
  for (const [tekst, woord] of [
    ['{ id: Naam, bij: [aanvrager], type: ja-nee }', /naam van een feit/],
    ['{ id: inkomen, bij: [aanvrager], type: ja-nee }', /bestaat al/],
    ['{ id: x, bij: [buren], type: ja-nee }', /Kies uit/],
    ['{ id: x, type: ja-nee }', /Bij wie/],
    ['{ id: x, bij: [aanvrager], type: kleur }', /Kies uit: geld/],
    ['{ id: x, bij: [aanvrager], type: getal, bereik: [9, 1] }', /bereik/i],
    ['{ id: x, bij: [aanvrager], type: getal }', /bereik/i],
    ['{ id: x, bij: [aanvrager], type: getal, bereik: [0, 1.5] }', /bereik/i],
    ['{ id: x, bij: [aanvrager], type: geld, bereik: [0, 1000000000] }', /bereik/i],
    ['{ id: x, bij: [aanvrager], type: keuze }', /opties/],
    ['{ id: x, bij: [aanvrager], type: ja-nee, opties: [a] }', /opties/],
    ['{ id: x, bij: [aanvrager], type: ja-nee, aanname: misschien }', /aanname/],
    ['{ id: x, bij: [aanvrager], type: getal, bereik: [0, 5], eenheid: meter }', /«meter»/],
    ['{ id: x, bij: [aanvrager], type: ja-nee, kleur: rood }', /«kleur»/],
  ] as const) {
    assert.match(feit(tekst) || 'accepted', woord, tekst)
  }
  assert.match(
    fouten({ 'a.yaml': GOED }, 'schoenmaat: { kans: 0.5 }\n').map(regelVan).join(),
    /«schoenmaat» bestaat niet/,
  )
  assert.equal(in2('a\nb'), '  a\n  b')
})
