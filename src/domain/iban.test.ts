import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseIban } from './iban.ts'

test('an IBAN is read in every writing, and no other character passes', () => {
  // The example of the Dutch format in ISO 13616.
  assert.equal(parseIban('nl91 abna 0417.1643 00'), 'NL91ABNA0417164300')
  for (const fout of ['NL91ABNA0417164301', 'NL91ABNA041716430', 'NL92ABNA0417164300', '', 'NL91'])
    assert.equal(parseIban(fout), undefined, fout)
})

test('each digit that is changed is seen', () => {
  const goed = 'NL91ABNA0417164300'
  for (let plaats = 2; plaats < goed.length; plaats++)
    for (const cijfer of '0123456789') {
      const anders = goed.slice(0, plaats) + cijfer + goed.slice(plaats + 1)
      if (anders !== goed) assert.equal(parseIban(anders), undefined, anders)
    }
})
