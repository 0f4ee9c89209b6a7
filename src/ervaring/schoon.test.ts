import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { HOOGSTENS_TEKENS, maakSchoon, WEGGEHAALD } from './schoon.ts'

test('what looks like a number of a person, an account or an address is taken out; the rest stays', () => {
  for (const [geschreven, over] of [
    ['Mijn bsn is 111222333 en het lukte niet', `Mijn bsn is ${WEGGEHAALD} en het lukte niet`],
    ['bel 06 - 1234 5678 aub', `bel ${WEGGEHAALD} aub`],
    ['bel (010) 123 45 67', `bel (${WEGGEHAALD}`],
    ['+31 (0)6 12345678 graag', `${WEGGEHAALD} graag`],
    ['rekening NL91 ABNA 0417 1643 00 klopt niet', `rekening ${WEGGEHAALD} klopt niet`],
    ['rekening nl91abna0417164300 klopt niet', `rekening ${WEGGEHAALD} klopt niet`],
    ['mail an.de.vries+x@voorbeeld.example terug', `mail ${WEGGEHAALD} terug`],
    ['mail an (at) voorbeeld.example terug', `mail ${WEGGEHAALD} terug`],
    ['ik woon op 3011 AB 12 in de stad', `ik woon op ${WEGGEHAALD} in de stad`],
    ['geboren 01-02-1980 te Breda', `geboren ${WEGGEHAALD} te Breda`],
    ['zie https://mijn.example/zaken/abc daar', `zie ${WEGGEHAALD} daar`],
    ['nummer １１１２２２３３３ of ١١١٢٢٢٣٣٣', `nummer ${WEGGEHAALD} of ${WEGGEHAALD}`],
    ['nummer 1\u200b1\u200b1\u200b2\u200b2\u200b2333 dus', `nummer ${WEGGEHAALD} dus`],
    ['In 2024 is mijn huur 650,50', 'In 2024 is mijn huur 650,50'],
    ['regel een\n\n  regel twee', 'regel een regel twee'],
  ] as const)
    assert.equal(maakSchoon(geschreven), over, geschreven)
})

test('nothing to read is nothing to keep', () => {
  for (const leeg of ['', '   ', '111222333', 'an@voorbeeld.example', '123456 / 654321', '!!!', '12'])
    assert.equal(maakSchoon(leeg), undefined, leeg)
})

const cijfer = fc.integer({ min: 0, max: 9 }).map(String)
const tussen = fc.constantFrom('', ' ', '-', '.', ' - ', '/', ' / ', '\u00a0', '\u200b', '_')
/** Digits as people group them. */
const nummer = fc
  .array(fc.tuple(cijfer, tussen), { minLength: 8, maxLength: 18 })
  .map((delen) => delen.map(([een, na]) => een + na).join(''))
const woord = fc.constantFrom('ik', 'weet', 'niet', 'wat', 'mijn', 'nummer', 'is', 'bel', 'dan', 'é', '。')
const zin = fc
  .tuple(fc.array(woord, { minLength: 1 }), nummer, fc.array(woord))
  .map(([voor, n, na]) => [...voor, n, ...na].join(' '))

test('whatever stands around a number of eight digits or more, no six of them in a row are kept', () => {
  fc.assert(
    fc.property(zin, (tekst) => {
      const over = maakSchoon(tekst) ?? ''
      assert.doesNotMatch(over.replace(/[^\p{L}\p{N}]/gu, ''), /\d{6}/, `${tekst} -> ${over}`)
    }),
    { numRuns: 2_000, seed: 14 },
  )
})

test('any text at all gives a sentence that fits, and doing it twice changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), (tekst) => {
      const over = maakSchoon(tekst)
      if (over === undefined) return
      assert.ok([...over].length <= HOOGSTENS_TEKENS)
      assert.doesNotMatch(over, /[\p{Cc}\n]/u)
      assert.equal(maakSchoon(over), over)
    }),
    { numRuns: 1_000, seed: 15 },
  )
})
