import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bronBestand } from './bestand.ts'
import { leesYaml } from './yaml.ts'

function codes(tekst: string): string[] {
  const gelezen = leesYaml(bronBestand('proef.yaml', tekst))
  return gelezen.ok ? [] : gelezen.fouten.map((f) => `${f.regel}:${f.kolom} ${f.code}`)
}

function document(tekst: string, getallen?: 'tekst' | 'json') {
  const gelezen = leesYaml(bronBestand('proef.yaml', tekst), getallen)
  assert.ok(gelezen.ok)
  return gelezen.document
}

test('a number stays as it was written, decimals and all', () => {
  assert.deepEqual(document('a: 13.730\nb: -5\nc: 2026-01-01\nd: ja').inhoud, {
    a: '13.730',
    b: '-5',
    c: '2026-01-01',
    d: 'ja',
  })
})

test('in a household numbers are numbers, and quoted ones are not', () => {
  assert.deepEqual(document('a: 12600\nb: "12600"\nc: null\nd: true\ne:', 'json').inhoud, {
    a: 12600,
    b: '12600',
    c: null,
    d: true,
    e: null,
  })
})

test('numbers that YAML reads in its own way are refused', () => {
  for (const getal of ['012', '-01', '1e5', '0x1F', '0o17', '+5', '.5', '5.', '1_000']) {
    assert.deepEqual(codes(`a: ${getal}`), ['1:4 yaml-getal'], getal)
  }
  assert.deepEqual(codes('a: "012"'), [])
})

test('a formula that would be cut or lose its place is refused where it goes wrong', () => {
  assert.deepEqual(codes('r:\n  formule: a + b # c'), ['2:18 formule-hekje'])
  assert.deepEqual(codes('r:\n  formule: |\n    a\n    b # c'), ['4:7 formule-hekje'])
  assert.deepEqual(codes('r:\n  formule: >\n    a\n    + b'), ['2:12 formule-gevouwen'])
  assert.deepEqual(codes('r:\n  formule: "a"'), ['2:12 formule-aanhaling'])
  assert.deepEqual(codes('r:\n  formule: a +\n    b'), ['2:12 formule-regels'])
  assert.deepEqual(codes('# op een eigen regel\nr:\n  formule: a\n  # mag wel\n'), [])
})

test('what hides or repeats a value is refused', () => {
  assert.deepEqual(codes('a: 1\na: 2'), ['2:1 yaml-dubbel'])
  assert.deepEqual(codes('a: {b: 1, b: 2}'), ['1:11 yaml-dubbel'])
  assert.deepEqual(codes('a:\n\tb: 1'), ['2:1 yaml-tab'])
  assert.deepEqual(codes('a: &x 1\nb: *x\n<<: 3'), ['1:7 yaml-anker', '2:4 yaml-anker', '3:1 yaml-anker'])
  assert.deepEqual(codes('a: &x {b: 1}\nc: &y [1]'), ['1:7 yaml-anker', '2:7 yaml-anker'])
  assert.deepEqual(codes('a: { reden: dit, en dat telt niet mee }'), ['1:18 yaml-komma'])
  assert.match(codes('a: !!int 3').join(), /yaml-tag/)
  assert.match(codes('a: !foo 3').join(), /yaml-tag/)
  assert.match(codes('a: 1\n---\nb: 2').join(), /yaml-streepjes/)
  assert.match(codes('%YAML 1.1\n---\na: yes').join(), /yaml-opdracht/)
})

test('every fault of a file is named, each with a way to mend it', () => {
  const gelezen = leesYaml(bronBestand('proef.yaml', 'a: 012\nb: &x 3\nr: { formule: "z" }\n'))
  assert.ok(!gelezen.ok)
  assert.deepEqual(
    gelezen.fouten.map((f) => f.code),
    ['yaml-getal', 'yaml-anker', 'formule-aanhaling'],
  )
  for (const fout of gelezen.fouten) {
    assert.equal(fout.bestand, 'proef.yaml')
    assert.ok(fout.melding.endsWith('.') && fout.remedie.length > 5)
  }
})

test('broken YAML gets words, not the message of a parser', () => {
  for (const tekst of [
    'a: het deel: dat',
    'a: "x',
    'a: [1, 2',
    'a: b\nc\nd: e',
    'a: @x',
    '? [a]\n: 3',
    '',
    '# leeg',
  ]) {
    const gelezen = leesYaml(bronBestand('proef.yaml', tekst))
    assert.ok(!gelezen.ok, tekst)
    assert.doesNotMatch(gelezen.fouten.map((f) => f.melding).join(' '), /mapping|scalar|implicit|flow/i)
  }
})

test('a file without end, or without bottom, is refused', () => {
  assert.deepEqual(codes('a'.repeat(1_000_001)), ['1:1 bestand-te-groot'])
  assert.match(codes(`a: ${'['.repeat(60)}${']'.repeat(60)}`).join(), /yaml-te-diep/)
})

test('every path has its true line and column, also within blocks and flow', () => {
  const { plaats } = document(
    'regels:\n  w:\n    formule: |\n\n      a\n        b\n  z: { formule: een, x: [3, 4] }\n',
  )
  assert.deepEqual(plaats([]), { regel: 1, kolom: 1 })
  assert.deepEqual(plaats(['regels']), { regel: 2, kolom: 3 })
  // The block begins at its first line, also an empty one, so that line n of the formula is this line + n.
  assert.deepEqual(plaats(['regels', 'w', 'formule']), { regel: 4, kolom: 7 })
  assert.deepEqual(plaats(['regels', 'z', 'formule']), { regel: 7, kolom: 17 })
  assert.deepEqual(plaats(['regels', 'z', 'x', 1]), { regel: 7, kolom: 29 })
  assert.deepEqual(plaats(['regels', 'z', 'bestaat-niet']), { regel: 7, kolom: 6 })
  assert.deepEqual(plaats(['bestaat', 'niet']), { regel: 1, kolom: 1 })
})

test('a key called __proto__ is a key and nothing else', () => {
  const inhoud = document('__proto__: { vals: ja }').inhoud
  assert.ok(inhoud !== null && typeof inhoud === 'object')
  assert.deepEqual(Object.keys(inhoud), ['__proto__'])
  assert.equal(Object.getPrototypeOf(inhoud), Object.prototype)
})
