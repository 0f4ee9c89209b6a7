import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { KEER } from '../../test/engine/meegeleverd.ts'
import { type Ast, ontleedFormule, toonFormule } from './feel.ts'

const zonderPlek = (a: unknown): unknown => {
  if (Array.isArray(a)) return a.map(zonderPlek)
  if (typeof a !== 'object' || a === null) return a
  return Object.fromEntries(Object.entries(a).flatMap(([k, w]) => (k === 'van' ? [] : [[k, zonderPlek(w)]])))
}
const ontleed = (bron: string): Ast => {
  const o = ontleedFormule(bron)
  assert.ok(o.ok, `${bron}: ${o.ok ? '' : o.fouten.map((f) => f.melding).join(' ')}`)
  return o.ast
}

/** Accepted by the grammar we stand on, or nearly, and meaning something else than it seems. */
const GEWEIGERD = [
  'a == b',
  'null-a',
  'a && b',
  'a || b',
  'als a dan b',
  'a b',
  'a < b < c',
  '(a < b) < c < d',
  '-a ** 2',
  'a ** 2',
  '29.736',
  '29736',
  '3',
  '012',
  '1e3',
  '.5',
  '1.0',
  '0.5',
  'null',
  'a = null',
  'a between 1 and 2',
  'a in [1..2]',
  'a in (1, 2)',
  'a / b',
  'a % b',
  'date("2026-02-30")',
  '@"2026-01-01"',
  'a instance of number',
  '// a',
  'a // + b',
  'a /* + b */',
  '/* x */ a',
  'function(x) x',
  '{ a: 1 }',
  '[1..2]',
  '(1..2)',
  'a.b c',
  'Aanvrager',
  'a-b c',
  'größe',
  'x’',
  'a ? b : c',
  '',
  ' ',
  '(',
  ')',
  '()',
  'a +',
  '+ a',
  '* a',
  'a + + b',
  'a, b',
  'a; b',
  'if a then b',
  'if a then',
  'if a else b',
  'for x in y',
  'for x in y, z in w return x',
  'for x in 1..2 return x',
  'some x in y, z in w satisfies x',
  'some x satisfies x',
  'some x in y',
  'max(a: 1, b: 2)',
  'max(a,)',
  'max(,a)',
  'max a',
  'a.(b)',
  'a..b',
  'a.',
  '.a',
  'a[',
  'a[]',
  "'huur'",
  '"huur',
  'a => b',
  'a = = b',
  'not a',
  'a is b',
  'a != != b',
  '!a',
  'a <> b',
  'a := b',
  'a =< b',
  '?',
  'string(a)[',
  'x.y.Z',
  '"a" + "b" c',
  // Longer than anybody can check.
  `a${' + a'.repeat(600)}`,
]

test('everything outside the list is refused with a message and a remedy of our own', () => {
  const aangenomen: string[] = []
  for (const bron of GEWEIGERD) {
    const o = ontleedFormule(bron)
    if (o.ok) aangenomen.push(`${bron} → ${toonFormule(o.ast)}`)
    else {
      assert.ok(o.fouten.length > 0, bron)
      for (const f of o.fouten) {
        assert.ok(f.melding.length > 10 && f.remedie.length > 10, bron)
        assert.ok(f.van >= 0 && f.van <= bron.length, bron)
      }
    }
  }
  assert.deepEqual(aangenomen, [])
})

test('what the list allows is read as it stands', () => {
  for (const [bron, gelezen] of [
    ['a - b', '(a - b)'],
    ['a-b', '(a - b)'],
    ['a - b - c', '((a - b) - c)'],
    ['a - b * c', '(a - (b * c))'],
    ['-a * b', '((-a) * b)'],
    ['a + -b', '(a + (-b))'],
    ['a < b and b < c or d', '(((a < b) and (b < c)) or d)'],
    ['a or b and c', '(a or (b and c))'],
    ['not(a) and b', '(not(a) and b)'],
    ['if a then b else c + 1', '(if a then b else (c + 1))'],
    ['if a then b else if c then d else e', '(if a then b else (if c then d else e))'],
    ['sum(for k in kinderen return k.x + 1)', 'sum(for k in kinderen return (k.x + 1))'],
    ['some p in partner satisfies p.x = "huur"', '(some p in partner satisfies (p.x = "huur"))'],
    ['partner[item.x or item.y]', 'partner[(item.x or item.y)]'],
    ['concatenate([aanvrager], partner)', 'concatenate([aanvrager], partner)'],
    ['deel(a, max(1, b), 2, "omlaag")', 'deel(a, max(1, b), 2, "omlaag")'],
    ['( ( a ) )', 'a'],
    ['a\n  + b', '(a + b)'],
    ['true', 'true'],
    ['-1', '(-1)'],
    ['a -1', '(a - 1)'],
    ['a - -1', '(a - (-1))'],
  ] as const) {
    assert.equal(toonFormule(ontleed(bron)), gelezen, bron)
  }
})

test('a fault stands at its own place in the formula', () => {
  const van = (bron: string) => {
    const o = ontleedFormule(bron)
    assert.ok(!o.ok)
    return o.fouten.map((f) => f.van)
  }
  assert.deepEqual(van('a + 29.736'), [4])
  assert.deepEqual(van('7 + b c + 8'), [0, 4, 10])
  assert.deepEqual(van('a +\n  3'), [6])
})

const naam = fc.constantFrom('a', 'b1', 'normpremie', 'x_y', '_z', 'inkomen_samen')
const knoop = fc.letrec<{ ast: Ast }>((tie) => ({
  ast: fc.oneof(
    { maxDepth: 5, depthIdentifier: 'formule' },
    naam.map((n): Ast => ({ k: 'naam', naam: n, van: 0 })),
    fc.constantFrom('0', '1', '2', '12', '100').map((tekst): Ast => ({ k: 'getal', tekst, van: 0 })),
    fc.boolean().map((waarde): Ast => ({ k: 'ja-nee', waarde, van: 0 })),
    fc.constantFrom('huur', 'koop', 'omlaag', 'zes uur').map((tekst): Ast => ({ k: 'tekst', tekst, van: 0 })),
    fc
      .tuple(naam, naam)
      .map(([n, m]): Ast => ({ k: 'pad', van_wie: { k: 'naam', naam: n, van: 0 }, naam: m, van: 0 })),
    fc
      .tuple(fc.constantFrom('+' as const, '-' as const, '*' as const), tie('ast'), tie('ast'))
      .map(([op, a, b]): Ast => ({ k: 'reken', op, a, b, van: 0 })),
    tie('ast').map((a): Ast => ({ k: 'min', a, van: 0 })),
    fc
      .tuple(
        fc.constantFrom(
          '<' as const,
          '<=' as const,
          '>' as const,
          '>=' as const,
          '=' as const,
          '!=' as const,
        ),
        tie('ast'),
        tie('ast'),
      )
      .map(([op, a, b]): Ast => ({ k: 'vergelijk', op, a, b, van: 0 })),
    fc
      .tuple(fc.constantFrom('en' as const, 'of' as const), tie('ast'), tie('ast'))
      .map(([k, a, b]): Ast => ({ k, a, b, van: 0 })),
    fc.tuple(tie('ast'), tie('ast'), tie('ast')).map(([c, a, b]): Ast => ({ k: 'als', c, a, b, van: 0 })),
    fc
      .tuple(
        fc.constantFrom('max', 'floor', 'deel', 'not', 'opzoeken'),
        fc.array(tie('ast'), { minLength: 1, maxLength: 4 }),
      )
      .map(([n, args]): Ast => ({ k: 'functie', naam: n, args, van: 0 })),
    fc.tuple(naam, tie('ast'), naam).map(
      ([n, lichaam, l]): Ast => ({
        k: 'functie',
        naam: 'sum',
        args: [{ k: 'voor', naam: n, lijst: { k: 'naam', naam: l, van: 0 }, lichaam, van: 0 }],
        van: 0,
      }),
    ),
    fc.tuple(fc.constantFrom('some' as const, 'every' as const), naam, naam, tie('ast')).map(
      ([soort, n, l, lichaam]): Ast => ({
        k: 'kwantor',
        soort,
        naam: n,
        lijst: { k: 'naam', naam: l, van: 0 },
        lichaam,
        van: 0,
      }),
    ),
    fc.tuple(naam, tie('ast')).map(
      ([l, voorwaarde]): Ast => ({
        k: 'filter',
        lijst: { k: 'naam', naam: l, van: 0 },
        voorwaarde,
        van: 0,
      }),
    ),
    fc.array(tie('ast'), { minLength: 1, maxLength: 3 }).map((delen): Ast => ({ k: 'lijst', delen, van: 0 })),
  ),
})).ast

test('a formula that is printed and read again is the same formula', () => {
  fc.assert(
    fc.property(knoop, (ast) => {
      const tekst = toonFormule(ast)
      fc.pre(tekst.length <= 2000)
      const terug = ontleed(tekst)
      assert.deepEqual(zonderPlek(terug), zonderPlek(ast), tekst)
      assert.equal(toonFormule(terug), tekst)
    }),
    { seed: 20260304, numRuns: 1500 * KEER },
  )
})

test('any text is either refused or means what it prints', () => {
  const brokje = fc.constantFrom(
    'a',
    'b',
    'kinderen',
    '1',
    '100',
    '3',
    '+',
    '-',
    '*',
    '/',
    '**',
    '<',
    '<=',
    '=',
    '==',
    '!=',
    'and',
    'or',
    'if',
    'then',
    'else',
    'for',
    'in',
    'return',
    'some',
    'every',
    'satisfies',
    'not',
    '(',
    ')',
    '[',
    ']',
    ',',
    '.',
    '..',
    '"x"',
    'null',
    'true',
    ' ',
    '\n',
    'max',
    'sum',
    'item',
    '//',
    '/*',
    '*/',
    '@',
    '{',
    '}',
    ':',
    'between',
    'instance',
    'of',
  )
  const tekst = fc.oneof(
    fc.array(brokje, { maxLength: 14 }).map((d) => d.join(' ')),
    fc.array(brokje, { maxLength: 10 }).map((d) => d.join('')),
    fc.string({ maxLength: 30 }),
  )
  let aangenomen = 0
  fc.assert(
    fc.property(tekst, (bron) => {
      const o = ontleedFormule(bron)
      if (!o.ok) {
        assert.ok(o.fouten.length > 0, bron)
        return true
      }
      aangenomen++
      // Nothing is added and nothing is lost: the printed form has the same words in the same order, brackets aside.
      const woorden = (t: string) => t.replace(/[\s()]/g, '')
      assert.equal(woorden(toonFormule(o.ast)), woorden(bron), bron)
      assert.deepEqual(zonderPlek(ontleed(toonFormule(o.ast))), zonderPlek(o.ast))
      return true
    }),
    { seed: 20260305, numRuns: 6000 * KEER },
  )
  assert.ok(aangenomen > 200, `${aangenomen} accepted`)
})
