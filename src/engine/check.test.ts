import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compileer, fouten, in2, KOP, regel, regelVan, wet } from '../../test/engine/klein.ts'

const P = `
maandbedrag: { waarde: 100, eenheid: EUR/maand, bron: x }
jaarbedrag: { waarde: 1200, eenheid: EUR/jaar, bron: x }
dollars: { waarde: 5, eenheid: USD/maand, bron: x }
grens: { waarde: 5, eenheid: getal, bron: x }
achttien: { waarde: 18, eenheid: jaar, bron: x }
half_jaar: { waarde: 0.5, eenheid: jaar, bron: x }
staffel: { eenheid: EUR/maand, per: EUR/jaar, tabel: [[10000, 5], [rest, 0]], bron: x }
stand: { waarde: ja, eenheid: ja-nee, bron: x }
`
const uit = (formule: string, eenheid = 'EUR/maand') => wet(P, regel('uit', eenheid, formule))
const meldingen = (tekst: string) => fouten({ 'a.yaml': tekst }).map((f) => f.melding)

/** A formula, and a word that its fault must hold. */
const FOUT: readonly (readonly [string, RegExp, string?])[] = [
  ['maandbedrag + jaarbedrag', /EUR\/maand en EUR\/jaar/],
  ['max(maandbedrag, jaarbedrag)', /EUR\/maand en EUR\/jaar/],
  ['maandbedrag + dollars', /EUR\/maand en USD\/maand/],
  ['if maandbedrag > jaarbedrag then maandbedrag else 0', /vergelijken.*EUR\/maand en EUR\/jaar/],
  ['if stand then maandbedrag else jaarbedrag', /then en else/],
  ['maandbedrag + 1', /EUR\/maand en getal/],
  ['maandbedrag * maandbedrag', /de formule geeft EUR\^2/],
  ['jaarbedrag', /staat als EUR\/maand, maar de formule geeft EUR\/jaar/],
  ['dollars', /USD\/maand/],
  ['maandbedrag * peildatum', /de formule geeft .*datum|datum/],
  ['peildatum + 1', /kan niet samen|Datums/],
  ['peildatum + peildatum', /Datums/],
  ['peildatum - aanvrager.geboortedatum', /Datums/],
  ['floor(peildatum)', /datum kunt u niet afronden/],
  ['sum(for k in kinderen return k.geboortedatum)', /Datums/],
  ['deel(maandbedrag, 0, 2, "omlaag")', /door 0/],
  ['deel(maandbedrag, count(kinderen), 2, "omlaag")', /door 0/],
  ['deel(maandbedrag, aanvrager.inkomen, 2, "omlaag")', /door 0/],
  ['deel(maandbedrag, 2, 2, "naar boven")', /hoe zij afrondt/],
  ['deel(maandbedrag, 2, grens, "half")', /decimalen/],
  ['deel(maandbedrag, 2)', /4 delen/],
  ['floor(maandbedrag, 12)', /decimalen/],
  ['onbekende_naam', /«onbekende_naam» bestaat niet/],
  ['aanvrager.schoenmaat', /«schoenmaat» bestaat niet bij aanvrager/],
  ['sum(for k in kinderen return k.vermogen)', /«vermogen» bestaat niet bij kinderen/],
  ['partner.inkomen', /«partner» kan er niet zijn/],
  ['kinderen.inkomen', /«kinderen» kan er niet zijn/],
  ['dit.inkomen', /Voor de punt/],
  ['item.inkomen', /Voor de punt/],
  ['k.inkomen', /Voor de punt/],
  ['partner', /hoort een getal te zijn/],
  ['woning.soort = "kasteel"', /«kasteel» is geen keuze/, 'ja-nee'],
  ['"huur"', /staat hier los/],
  ['woning.huur = "huur"', /alleen gelijk zijn aan een keuze/, 'ja-nee'],
  ['woning.soort < "huur"', /alleen gelijk zijn aan een keuze/, 'ja-nee'],
  ['"a" = "b"', /Tekst kan alleen|staat hier los/, 'ja-nee'],
  ['woning.soort = grens', /kan niet samen/, 'ja-nee'],
  ['stand > stand', /kunt u niet vergelijken/, 'ja-nee'],
  ['not(grens)', /ja of nee/, 'ja-nee'],
  ['grens and stand', /ja of nee/, 'ja-nee'],
  ['if grens then 0 else 0', /ja of nee/],
  ['if stand then stand else 0', /hetzelfde soort/],
  ['if stand then partner else partner', /lijst kan niet/],
  ['stand', /hoort een getal te zijn/],
  ['grens > 1', /hoort een getal te zijn/],
  ['grens', /hoort ja-nee te zijn/, 'ja-nee'],
  ['grens', /hoort personen te zijn/, 'personen'],
  ['partner', /de formule geeft personen/, 'getal'],
  ['staffel', /is een tabel/],
  ['opzoeken(grens, grens)', /tabel/],
  ['opzoeken(staffel, grens)', /andere eenheid/],
  ['opzoeken(staffel)', /2 delen/],
  ['for k in kinderen return k.inkomen', /lus staat alleen/],
  ['sum(kinderen)', /lus/],
  ['sum(for k in grens return 0)', /lijst personen/],
  ['sum(for grens in kinderen return 0)', /al in gebruik/],
  ['sum(for k in kinderen return sum(for k in kinderen return 0))', /al in gebruik/],
  ['max_van(for k in kinderen return k.inkomen)', /2 delen/],
  ['max_van(kinderen, 0)', /lus/],
  ['min(grens)', /minstens twee/, 'getal'],
  ['count(grens)', /lijst personen/, 'getal'],
  ['concatenate(partner)', /minstens twee/, 'personen'],
  ['[partner]', /alleen aanvrager/, 'personen'],
  ['[aanvrager, aanvrager]', /alleen aanvrager/, 'personen'],
  ['eerste(kinderen, grens)', /regel per persoon/, 'personen'],
  ['eerste(kinderen)', /minstens één regel/, 'personen'],
  ['verjaardag(achttien, achttien)', /kloppen niet/, 'datum'],
  ['verjaardag(peildatum, grens)', /kloppen niet/, 'datum'],
  ['verjaardag(peildatum, half_jaar)', /heel getal/, 'datum'],
  ['leeftijd(peildatum)', /2 delen/, 'jaar'],
  ['begin_maand(grens)', /kloppen niet/, 'datum'],
  ['gegeven_of(grens, grens)', /hoort een feit/, 'getal'],
  ['sqrt(grens)', /«sqrt» bestaat niet/],
  ['constructor(grens)', /«constructor» bestaat niet/],
  ['__proto__', /bestaat niet/],
  ['constructor', /bestaat niet/],
  ['aanvrager.constructor', /bestaat niet bij aanvrager/],
]

test('every formula that mixes what does not mix is refused, at its place, with a remedy', () => {
  for (const [formule, woord, eenheid] of FOUT) {
    const f = fouten({ 'a.yaml': uit(formule, eenheid) }).filter((x) => x.code !== 'uitkomst')
    assert.equal(f.length, 1, `${formule}: ${f.map(regelVan).join('\n') || 'accepted'}`)
    assert.match(f[0]?.melding ?? '', woord, formule)
    assert.ok((f[0]?.remedie.length ?? 0) > 10, formule)
  }
})

test('what fits together is accepted', () => {
  for (const [formule, eenheid] of [
    ['maandbedrag', 'EUR/maand'],
    ['0', 'EUR/maand'],
    ['max(0, maandbedrag - deel(jaarbedrag, maanden_per_jaar, 2, "omlaag"))', 'EUR/maand'],
    ['floor(maandbedrag * maanden_per_jaar)', 'EUR/jaar'],
    ['deel(aanvrager.inkomen, max(1, count(kinderen)), 2, "half") * 0 + jaarbedrag', 'EUR/jaar'],
    ['if woning.soort != "huur" and not(stand) then maandbedrag else 0', 'EUR/maand'],
    ['opzoeken(staffel, aanvrager.inkomen)', 'EUR/maand'],
    ['if some p in partner satisfies p.gehuwd = stand then maandbedrag else 0', 'EUR/maand'],
    [
      'sum(for k in kinderen return floor(sum(for o in k.opvang return o.uren))) * 0 * maandbedrag',
      'EUR*uur/maand^2',
    ],
  ] as const) {
    const f = fouten({ 'a.yaml': uit(formule, eenheid) }).filter((x) => x.code !== 'uitkomst')
    assert.deepEqual(f.map(regelVan), [], formule)
  }
})

test('a circle of rules is told once, with the rules in it', () => {
  const kring = wet(
    P,
    [
      regel('uit', 'EUR/maand', 'b'),
      regel('b', 'EUR/maand', 'c + maandbedrag'),
      regel('c', 'EUR/maand', 'b'),
    ].join('\n'),
  )
  const f = meldingen(kring)
  assert.ok(
    f.some((m) => m.includes('b → c → b')),
    f.join('\n'),
  )
  assert.match(meldingen(uit('uit + maandbedrag')).join(), /uit → uit/)
})

test('a rule about a person is used with a person, and only for those it is for', () => {
  const met = (formule: string) =>
    meldingen(
      wet(
        P,
        [regel('telt', 'ja-nee', 'dit.inkomen > 0', 'kinderen'), regel('uit', 'getal', formule)].join('\n'),
        'uitkomst: { voorwaarden: [goed] }',
      ).replace('regels:\n', `regels:\n${in2(regel('goed', 'ja-nee', 'uit > 0'))}\n`),
    )
  assert.deepEqual(met('count(kinderen[item.telt])'), [])
  assert.match(met('if telt then 1 else 0').join(), /gaat over één persoon/)
  assert.match(met('count(partner[item.telt])').join(), /niet voor partner/)
  assert.match(met('if aanvrager.telt then 1 else 0').join(), /niet voor aanvrager/)
})

test('the place is that of the fault in the formula, also in a block of several lines', () => {
  const tekst = `${KOP}regels:
  uit:
    artikel: "1"
    eenheid: EUR/maand
    formule: |
      if aanvrager.legaal then
        geheim
      else 0
  ander: { artikel: "2", eenheid: getal, formule: 1 + 29736 }
uitkomst: { voorwaarden: [], bedrag: uit }
`
  const f = fouten({ 'wet.yaml': tekst })
  const regels = tekst.split('\n')
  const plek = (woord: string) => {
    const i = regels.findIndex((r) => r.includes(woord))
    return [i + 1, (regels[i]?.indexOf(woord) ?? 0) + 1]
  }
  assert.deepEqual(
    f.map((x) => [x.regel, x.kolom]),
    [plek('geheim'), plek('29736')],
    f.map(regelVan).join('\n'),
  )
})

test('every fault of a file is told at once: keys, figures, formulas and units', () => {
  const tekst = `${KOP.replace('vanaf: 2020-01-01', 'vanaf: 2020-02-30')}kleur: rood
parameters:
  a: { waarde: 012x, eenheid: EUR/maand, bron: x }
  b: { waarde: 1, eenheid: euro, bron: x }
  c: { waarde: 1, eenheid: getal }
  d: { waarde: 1, eenheid: EUR/jaar, bron: x, smaak: zoet }
  e: { waarde: 1, eenheid: EUR/maand, bron: x }
regels:
${in2(regel('een', 'EUR/maand', 'a b'))}
${in2(regel('twee', 'EUR/maand', 'd + e'))}
${in2(regel('drie', 'EUR/maand', 'zomaar'))}
  vier: { eenheid: EUR/maand, formule: d + e }
uitkomst: { voorwaarden: [vijf], bedrag: een }
`
  const f = fouten({ 'wet.yaml': tekst })
  const alles = f.map(regelVan).join('\n')
  for (const woord of [
    '2020-02-30',
    'kleur',
    '012x',
    'euro',
    'bron',
    'smaak',
    '«a b»',
    'EUR/jaar en EUR/maand',
    'zomaar',
    'artikel',
    'vijf',
  ]) {
    assert.ok(alles.includes(woord), `${woord} is missing from\n${alles}`)
  }
  assert.equal(f.filter((x) => x.melding.includes('EUR/jaar en EUR/maand')).length, 2)
  // No riddles: what failed already is not told again under another name.
  assert.ok(!/«[abc]» bestaat niet/.test(alles), alles)
})

test('faults of several files are told together, in order of file and line', () => {
  const f = fouten({
    'b.yaml': uit('maandbedrag + jaarbedrag').replace('id: proef', 'id: ander'),
    'a.yaml': `${uit('zomaar')}kleur: rood\n`,
  })
  assert.deepEqual([...new Set(f.map((x) => x.bestand))], ['a.yaml', 'b.yaml'])
  assert.equal(f.length, 3, f.map(regelVan).join('\n'))
})

test('a law that starts long ago and ends up with no plan says why', () => {
  assert.match(
    fouten({ 'a.yaml': `${KOP}uitkomst: {}\n` })
      .map(regelVan)
      .join(),
    /geen uitkomst/,
  )
  assert.match(
    fouten({
      'a.yaml': `${KOP}gebruikt: [nergens]\nregels:\n${in2(regel('uit', 'ja-nee', 'true'))}\nuitkomst: { voorwaarden: [uit] }\n`,
    })
      .map(regelVan)
      .join(),
    /«nergens» bestaat niet/,
  )
  assert.match(
    fouten({ 'a.yaml': uit('maandbedrag').replace('gebied: nederland', 'gebied: GM9999') })
      .map(regelVan)
      .join(),
    /«GM9999» bestaat niet/,
  )
})

test('an amount has a unit of payment and whole cents; a condition says yes or no', () => {
  const bij = (regels: string, uitkomst: string) =>
    meldingen(wet(P, regels, `uitkomst: ${uitkomst}`)).join('\n')
  assert.match(bij(regel('uit', 'EUR/dag', 'maandbedrag * 0 * dagen'), '{ bedrag: uit }'), /dagen/)
  assert.match(bij(regel('uit', 'getal', 'grens'), '{ bedrag: uit }'), /geen bedrag/)
  assert.match(
    bij(
      regel('uit', 'EUR*maand/jaar^2', 'maandbedrag * maanden_per_jaar * maanden_per_jaar'),
      '{ bedrag: uit }',
    ),
    /geen bedrag/,
  )
  assert.match(
    bij(regel('uit', 'EUR/maand', 'maandbedrag'), '{ bedrag: uit, jaarbedrag: uit }'),
    /bedrag per jaar/,
  )
  assert.match(
    bij(regel('uit', 'EUR/maand', 'maandbedrag'), '{ voorwaarden: [uit] }'),
    /geen regel die ja of nee geeft/,
  )
  assert.match(bij(regel('uit', 'EUR/maand', 'maandbedrag'), '{ bedrag: weg }'), /«weg» bestaat niet/)
  const derde = wet(
    'derde: { waarde: 33.333, eenheid: procent, bron: x }\nm: { waarde: 100, eenheid: EUR/maand, bron: x }',
    regel('uit', 'EUR/maand', 'derde * m'),
  )
  assert.match(
    fouten({ 'a.yaml': derde })
      .map((f) => f.melding)
      .join(),
    /hele centen/,
  )
})

test('ten thousand nested brackets are a fault and no crash', () => {
  for (const formule of [
    `${'('.repeat(900)}1${')'.repeat(900)}`,
    `${'not('.repeat(400)}true${')'.repeat(400)}`,
    '1 + '.repeat(400),
    `${'-'.repeat(1900)}1`,
  ]) {
    const gemaakt = compileer({ 'a.yaml': uit(formule) })
    assert.ok(!gemaakt.ok && gemaakt.fouten.length > 0)
  }
})
