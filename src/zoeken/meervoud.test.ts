import assert from 'node:assert/strict'
import { test } from 'node:test'
import { enkelvouden } from './meervoud.ts'

const paren: readonly (readonly [meervoud: string, enkelvoud: string])[] = [
  ['gemeentes', 'gemeente'],
  ['gemeenten', 'gemeente'],
  ['toeslagen', 'toeslag'],
  ['bijstandsuitkeringen', 'bijstandsuitkering'],
  ['grenzen', 'grens'],
  ['brieven', 'brief'],
  ['woningen', 'woning'],
  ['namen', 'naam'],
  ['huurders', 'huurder'],
  ['bedragen', 'bedrag'],
  ['kansen', 'kans'],
  ['kinderen', 'kind'],
]

test('each plural stands for its singular', () => {
  for (const [meervoud, enkelvoud] of paren) assert.ok(enkelvouden(meervoud).includes(enkelvoud), meervoud)
})

test('a short word and a word that is no plural stand for themselves', () => {
  for (const woord of ['wens', 'een', 'huis', 'toeslag', 'zorg'])
    assert.deepEqual(enkelvouden(woord), [], woord)
})
