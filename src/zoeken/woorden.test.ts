import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { delenVan, foutenIn, letterverschil, typefouten, vraagwoorden, woordenVan } from './woorden.ts'

test('words are small letters without accents or signs', () => {
  assert.deepEqual(woordenVan('Eén brief, m’n 2e «coöperatie»!'), ['een', 'brief', 'mn', '2e', 'cooperatie'])
})

test('the words that carry the question; all of them when there are no others', () => {
  assert.deepEqual(vraagwoorden('Waar heb ik recht op als ik verhuis?', 'nl'), ['recht', 'verhuis'])
  assert.deepEqual(vraagwoorden('wat is dit', 'nl'), ['wat', 'is', 'dit'])
})

test('a compound is taken apart when its parts are words', () => {
  const woorden = new Set([
    'huur',
    'toeslag',
    'kinder',
    'opvang',
    'kinderopvang',
    'geboorte',
    'aangifte',
    'belasting',
    'gemeente',
  ])
  const delen = (woord: string) => delenVan(woord, (deel) => woorden.has(deel))
  assert.deepEqual(delen('huurtoeslag'), ['huur', 'toeslag'])
  assert.deepEqual(delen('kinderopvangtoeslag'), ['kinderopvang', 'kinder', 'opvang', 'toeslag'])
  assert.deepEqual(delen('gemeentebelasting'), ['gemeente', 'belasting'])
  assert.deepEqual(delen('geboorteaangifte'), ['geboorte', 'aangifte'])
  assert.deepEqual(delen('toeslag'), [])
})

test('letters that differ: added, missing, another, changed places', () => {
  assert.equal(letterverschil('ontslagen', 'ontslagen', 2), 0)
  assert.equal(letterverschil('ontslgen', 'ontslagen', 2), 1)
  assert.equal(letterverschil('toelsag', 'toeslag', 2), 1)
  assert.equal(letterverschil('bijslach', 'bijslag', 3), 2)
})

test('the difference is the same both ways, and nothing only for the same word', () => {
  const woord = fc.string({ minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(woord, woord, (a, b) => {
      assert.equal(letterverschil(a, b, 12), letterverschil(b, a, 12))
      assert.equal(letterverschil(a, b, 12) === 0, a === b)
    }),
  )
})

test('short words must be right, long ones may have a few wrong letters', () => {
  assert.deepEqual(
    ['aow', 'bril', 'toeslag', 'huurtoeslag', 'kinderbijslagen'].map(foutenIn),
    [0, 1, 1, 2, 3],
  )
})

test('another word is no slip: the first letter is right, or the word is long and nothing else is wrong', () => {
  assert.equal(typefouten('ontslgen', 'ontslagen'), 1)
  assert.equal(typefouten('kinderbijslach', 'kinderbijslag'), 2)
  assert.equal(typefouten('uurtoeslag', 'huurtoeslag'), 1)
  assert.equal(typefouten('egmeente', 'gemeente'), 1)
  for (const [woord, ander] of [
    ['vleuten', 'sleutel'],
    ['wierden', 'worden'],
    ['tegelen', 'regelen'],
    ['zundert', 'zonder'],
    ['beek', 'week'],
    ['uurtoeslach', 'huurtoeslag'],
  ] as const)
    assert.equal(typefouten(woord, ander), undefined, woord)
})
