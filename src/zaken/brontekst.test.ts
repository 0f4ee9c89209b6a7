import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bronalinea, brontekst } from './brontekst.ts'

test('a line is a line, without what nobody can see', () => {
  assert.equal(brontekst('  Aanvraag\r\n\tparkeren ', 80), 'Aanvraag parkeren')
  assert.equal(brontekst('a\u0000b\u001b[0m\u0085c\u007f', 80), 'ab[0mc')
  assert.equal(brontekst('goed\u202edoog\u2066x\u2069\u200e\u061c', 80), 'goeddoogx')
  assert.equal(brontekst('half\ud83d en \udc00half', 80), 'half en half')
  assert.equal(brontekst('\ufeff\u200b\u00ad', 80), '')
})

test('letters of every language, emoji and tags stay as they are', () => {
  for (const tekst of ['Büşra Yıldız', 'طلب رخصة', 'می‌خواهم', '👩‍👧 gezin', '<b>vet</b> & "zo"']) {
    assert.equal(brontekst(tekst, 80), tekst)
  }
})

test('what is too long is cut between characters', () => {
  assert.equal(brontekst('abcdef', 4), 'abc…')
  assert.equal(brontekst('👍👍👍👍', 3), '👍👍…')
  assert.equal(brontekst('abc', 3), 'abc')
  assert.equal(brontekst('x'.repeat(10_000_000), 10).length, 10)
})

test('a paragraph keeps its lines, of any kind', () => {
  assert.equal(bronalinea('een\r\ntwee\u2028drie\n\n\n\nvier\u0007 ', 80), 'een\ntwee\ndrie\n\nvier')
})
